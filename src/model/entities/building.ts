import type { AreaGeometry, EntityBase, EntitySpec } from './spec';

export const BUILDING_USES = [
  'residential',
  'commercial',
  'office',
  'industrial',
  'warehouse',
  'public',
  'school',
  'hospital',
  'rural',
  'other',
] as const;
export type BuildingUse = (typeof BUILDING_USES)[number];

export interface Building extends EntityBase<AreaGeometry> {
  readonly name?: string;
  readonly use?: BuildingUse;
  readonly floors?: number;
  readonly heightM?: number;
  readonly people?: number;
  readonly address?: string;
  readonly note?: string;
}

export const buildingSpec = {
  geometry: 'MultiPolygon',
  fields: [
    { name: 'name', kind: 'text' },
    { name: 'use', kind: 'choice', choices: BUILDING_USES },
    { name: 'floors', kind: 'integer', min: 0, max: 300 },
    { name: 'heightM', kind: 'number', unit: 'm', min: 0, max: 1000 },
    { name: 'people', kind: 'integer', min: 0 },
    { name: 'address', kind: 'text' },
    { name: 'note', kind: 'text' },
  ],
} as const satisfies EntitySpec;
