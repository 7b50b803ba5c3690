import type { LonLat } from '../../base/coordinates';
import type { EntityGeometry } from '../../model/entities/spec';

type Bounds = readonly [number, number, number, number];

/** [west, south, east, north] of all records; null without any. */
export function boundsOf(records: readonly unknown[]): Bounds | null {
  let box: [number, number, number, number] | null = null;
  for (const record of records as readonly { geometry: EntityGeometry }[])
    for (const [lon, lat] of positionsOf(record.geometry)) {
      box ??= [lon, lat, lon, lat];
      box = [Math.min(box[0], lon), Math.min(box[1], lat), Math.max(box[2], lon), Math.max(box[3], lat)];
    }
  return box;
}

function positionsOf(geometry: EntityGeometry): readonly LonLat[] {
  if (geometry.type === 'Point') return [geometry.coordinates];
  return geometry.type === 'LineString' ? geometry.coordinates : geometry.coordinates.flat(2);
}
