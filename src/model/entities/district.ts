import type { AreaGeometry, EntityBase, EntitySpec } from './spec';

/** 辖区 of the brigade. A plan has one; several parts and holes are parts and holes of its geometry. */
export interface District extends EntityBase<AreaGeometry> {
  readonly name?: string;
  readonly note?: string;
}

export const districtSpec = {
  geometry: 'MultiPolygon',
  fields: [
    { name: 'name', kind: 'text' },
    { name: 'note', kind: 'text' },
  ],
} as const satisfies EntitySpec;
