import type { XY } from '../../base/coordinates';
import type { LocalProjection } from '../../geometry/projection';
import { polygonContains } from '../../geometry/rings';
import { toSegment } from '../../geometry/segment-distance';
import type { Building } from '../../model/entities/building';
import type { Places } from '../places';

/** Only buildings with their middle within this of the place are looked at, metres. */
const AROUND_M = 1000;

/** The building that a place lies in, else the one with the nearest wall at most `withinM` away; −1 without any. */
export function buildingAt(
  { records, x, y }: Places<Building>,
  projection: LocalProjection,
  [px, py]: XY,
  withinM: number,
): number {
  let [found, least] = [-1, withinM];
  for (let b = 0; b < records.length; b++) {
    if (Math.hypot(x[b]! - px, y[b]! - py) > AROUND_M) continue;
    const distanceM = distanceTo(records[b]!, projection, px, py);
    if (distanceM <= least && (found < 0 || distanceM < least)) [found, least] = [b, distanceM];
  }
  return found;
}

function distanceTo({ geometry }: Building, projection: LocalProjection, px: number, py: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (const polygon of geometry.coordinates) {
    const rings = polygon.map((ring) => ring.map((position) => projection.forward(position)));
    if (polygonContains(rings, px, py)) return 0;
    for (const ring of rings)
      for (let v = 0; v + 1 < ring.length; v++)
        least = Math.min(least, toSegment(...ring[v]!, ...ring[v + 1]!, px, py));
  }
  return least;
}
