import type { EntityBase, EntitySpec, PointGeometry } from './spec';

/** 天然水源、消防水池、取水码头. */
export interface WaterSource extends EntityBase<PointGeometry> {
  readonly name?: string;
  readonly kind?: 'natural' | 'pool' | 'wharf' | 'tower';
  readonly volumeM3?: number;
  readonly drawHeightM?: number;
  readonly winterAccess?: boolean;
  readonly address?: string;
  readonly note?: string;
}

export const waterSourceSpec = {
  geometry: 'Point',
  fields: [
    { name: 'name', kind: 'text' },
    { name: 'kind', kind: 'choice', choices: ['natural', 'pool', 'wharf', 'tower'] },
    { name: 'volumeM3', kind: 'number', unit: 'm³', min: 0 },
    { name: 'drawHeightM', kind: 'number', unit: 'm', min: -20, max: 100 },
    { name: 'winterAccess', kind: 'boolean' },
    { name: 'address', kind: 'text' },
    { name: 'note', kind: 'text' },
  ],
} as const satisfies EntitySpec;
