import type { GapRing, GapShape } from './gap-rings';
import { type Box, boxOf, ringContains } from './rings';

/** Rings of less area are rounding: two circles that touch, an arc of a micrometre. */
const NOTHING_M2 = 1e-9;

/** Puts every island (ring of negative area) into the smallest gap around it. */
export function nestRings(rings: readonly GapRing[]): GapShape[] {
  const outers = rings
    .filter(({ areaM2 }) => areaM2 > NOTHING_M2)
    .map((ring) => ({ ring, box: boxOf(ring.points), holes: [] as GapRing[] }))
    .sort((p, q) => p.ring.areaM2 - q.ring.areaM2);
  for (const hole of rings) {
    if (hole.areaM2 >= -NOTHING_M2) continue;
    const box = boxOf(hole.points);
    const around = outers.find(
      (outer) => outer.ring.areaM2 > -hole.areaM2 && boxHolds(outer.box, box) && surrounds(outer.ring, hole),
    );
    around?.holes.push(hole);
  }
  return outers.map(({ ring, box, holes }) => ({
    areaM2: ring.areaM2 + holes.reduce((sum, { areaM2 }) => sum + areaM2, 0),
    rings: [ring.points, ...holes.map(({ points }) => points)],
    box,
  }));
}

function boxHolds(outer: Box, inner: Box): boolean {
  const slack = 1e-3;
  return (
    outer.minX <= inner.minX + slack &&
    outer.minY <= inner.minY + slack &&
    outer.maxX >= inner.maxX - slack &&
    outer.maxY >= inner.maxY - slack
  );
}

/** Most of the island's points decide: a point where both rings touch may fall on either side. */
function surrounds(outer: GapRing, hole: GapRing): boolean {
  const step = Math.max(1, Math.floor(hole.points.length / 5));
  let inside = 0;
  let asked = 0;
  for (let k = 0; k < hole.points.length; k += step) {
    const [x, y] = hole.points[k]!;
    asked++;
    if (ringContains(outer.points, x, y)) inside++;
  }
  return 2 * inside > asked;
}
