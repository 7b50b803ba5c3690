import type { EntityBase, EntitySpec, PointGeometry } from './spec';

/** 警情. Times are local, ISO 8601 without zone. */
export interface Incident extends EntityBase<PointGeometry> {
  readonly number?: string;
  readonly kind?: 'fire' | 'rescue' | 'assistance';
  readonly calledAt?: string;
  readonly turnedOutAt?: string;
  readonly arrivedAt?: string;
  readonly address?: string;
  readonly cause?: string;
  /** Value of the property saved, yuan. */
  readonly propertySavedCny?: number;
  readonly stationId?: string;
  readonly note?: string;
}

export const incidentSpec = {
  geometry: 'Point',
  fields: [
    { name: 'number', kind: 'text' },
    { name: 'kind', kind: 'choice', choices: ['fire', 'rescue', 'assistance'] },
    { name: 'calledAt', kind: 'dateTime' },
    { name: 'turnedOutAt', kind: 'dateTime' },
    { name: 'arrivedAt', kind: 'dateTime' },
    { name: 'address', kind: 'text' },
    { name: 'cause', kind: 'text' },
    { name: 'propertySavedCny', kind: 'number', unit: 'CNY', min: 0 },
    { name: 'stationId', kind: 'reference', target: 'fireStation' },
    { name: 'note', kind: 'text' },
  ],
} as const satisfies EntitySpec;
