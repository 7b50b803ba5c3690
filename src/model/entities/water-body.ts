import type { AreaGeometry, EntityBase, EntitySpec } from './spec';

/** 水域: rivers, lakes and ponds for the basemap; a source to draw from is a `WaterSource`. */
export interface WaterBody extends EntityBase<AreaGeometry> {
  readonly name?: string;
  readonly note?: string;
}

export const waterBodySpec = {
  geometry: 'MultiPolygon',
  fields: [
    { name: 'name', kind: 'text' },
    { name: 'note', kind: 'text' },
  ],
} as const satisfies EntitySpec;
