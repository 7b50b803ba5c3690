import type { EntityBase, EntitySpec, PointGeometry } from './spec';

export const STATION_CLASSES = ['special', 'first', 'second', 'small', 'fullTime'] as const;
export type StationClass = (typeof STATION_CLASSES)[number];

/** 消防救援站. */
export interface FireStation extends EntityBase<PointGeometry> {
  readonly name?: string;
  readonly class?: StationClass;
  /** `planned` stations count only when the scenario says so. */
  readonly stage?: 'inService' | 'planned';
  readonly address?: string;
  readonly pumps?: number;
  readonly crew?: number;
  readonly parcelM2?: number;
  readonly phone?: string;
  readonly note?: string;
}

export const fireStationSpec = {
  geometry: 'Point',
  fields: [
    { name: 'name', kind: 'text' },
    { name: 'class', kind: 'choice', choices: STATION_CLASSES },
    { name: 'stage', kind: 'choice', choices: ['inService', 'planned'] },
    { name: 'address', kind: 'text' },
    { name: 'pumps', kind: 'integer', min: 0, max: 50 },
    { name: 'crew', kind: 'integer', min: 0, max: 500 },
    { name: 'parcelM2', kind: 'number', unit: 'm²', min: 0 },
    { name: 'phone', kind: 'text' },
    { name: 'note', kind: 'text' },
  ],
} as const satisfies EntitySpec;
