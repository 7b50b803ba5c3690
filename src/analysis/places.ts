import type { LonLat } from '../base/coordinates';
import type { LocalProjection } from '../geometry/projection';
import { ringArea, ringCentroid } from '../geometry/rings';
import type { Entity, EntityType } from '../model/entities/registry';
import type { AreaGeometry, EntityGeometry } from '../model/entities/spec';

/** Records as points in local metres, in the order given. */
export interface Places<E> {
  readonly records: readonly E[];
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Where a record stands: a point itself, the area centroid of an area, the middle vertex of a line. */
export function placesOf<T extends EntityType>(
  records: Iterable<Entity<T>>,
  projection: LocalProjection,
): Places<Entity<T>> {
  const list = [...records];
  const x = new Float64Array(list.length);
  const y = new Float64Array(list.length);
  for (const [i, record] of list.entries()) {
    const [px, py] = projection.forward(positionOf(record.geometry));
    x[i] = px;
    y[i] = py;
  }
  return { records: list, x, y };
}

/** The point that stands for a geometry, degrees. */
export function positionOf(geometry: EntityGeometry): LonLat {
  if (geometry.type === 'Point') return geometry.coordinates;
  if (geometry.type === 'LineString') return geometry.coordinates[geometry.coordinates.length >> 1]!;
  return centroidOf(geometry);
}

/** Area centroid of the largest part: what stands for a building when it is asked whether a hydrant reaches it. */
function centroidOf({ coordinates }: AreaGeometry): LonLat {
  let best = coordinates[0]![0]!;
  if (coordinates.length > 1)
    for (const [outer] of coordinates) if (Math.abs(ringArea(outer!)) > Math.abs(ringArea(best))) best = outer!;
  return ringCentroid(best);
}
