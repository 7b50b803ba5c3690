import type { AreaGeometry, EntityBase, EntitySpec } from './spec';

/** 街道 (a street office's area; never called "street"). */
export interface Subdistrict extends EntityBase<AreaGeometry> {
  readonly name?: string;
  readonly nameEn?: string;
  readonly people?: number;
  readonly note?: string;
}

export const subdistrictSpec = {
  geometry: 'MultiPolygon',
  fields: [
    { name: 'name', kind: 'text' },
    { name: 'nameEn', kind: 'text' },
    { name: 'people', kind: 'integer', min: 0 },
    { name: 'note', kind: 'text' },
  ],
} as const satisfies EntitySpec;
