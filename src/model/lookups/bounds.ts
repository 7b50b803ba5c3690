import type { LonLat } from '../../base/coordinates';
import type { EntityGeometry } from '../entities/spec';

/** [west, south, east, north] in degrees. */
export type Bounds = readonly [number, number, number, number];

/** Every position of a geometry, in order. */
export function positionsOf(geometry: EntityGeometry): readonly LonLat[] {
  if (geometry.type === 'Point') return [geometry.coordinates];
  return geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates.flat(2);
}

/** [west, south, east, north] of a geometry, degrees. */
export function entityBounds(geometry: EntityGeometry): Bounds {
  return boundsOfPositions(positionsOf(geometry))!;
}

/** The box around positions; null without any. */
export function boundsOfPositions(positions: Iterable<LonLat>): Bounds | null {
  let box: [number, number, number, number] | null = null;
  for (const [lon, lat] of positions)
    box = box
      ? [Math.min(box[0], lon), Math.min(box[1], lat), Math.max(box[2], lon), Math.max(box[3], lat)]
      : [lon, lat, lon, lat];
  return box;
}
