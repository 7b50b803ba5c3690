import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsApart, toSegment } from '../../../src/geometry/segment-distance';

const coordinate = fc.integer({ min: -20, max: 20 });
const points = fc.tuple(
  ...(Array.from({ length: 8 }, () => coordinate) as [typeof coordinate, ...(typeof coordinate)[]]),
) as fc.Arbitrary<[number, number, number, number, number, number, number, number]>;

/** By walking along the first segment in small steps. */
function walked([ax, ay, bx, by, cx, cy, dx, dy]: readonly number[]): number {
  let least = Number.POSITIVE_INFINITY;
  for (let k = 0; k <= 400; k++) {
    const t = k / 400;
    least = Math.min(least, toSegment(cx!, cy!, dx!, dy!, ax! + (bx! - ax!) * t, ay! + (by! - ay!) * t));
  }
  return least;
}

describe('segmentsApart', () => {
  it('is what walking along one of them finds', () => {
    fc.assert(
      fc.property(points, (p) => {
        const { distanceM } = segmentsApart(...p);
        const step = Math.hypot(p[2] - p[0], p[3] - p[1]) / 400;
        expect(distanceM).toBeLessThanOrEqual(walked(p) + 1e-9);
        expect(distanceM).toBeGreaterThanOrEqual(walked(p) - step - 1e-9);
      }),
    );
  });

  it('gives the place on the first that lies so far from the second', () => {
    fc.assert(
      fc.property(points, (p) => {
        const [ax, ay, bx, by, cx, cy, dx, dy] = p;
        const { distanceM, alongA } = segmentsApart(...p);
        const [x, y] = [ax + (bx - ax) * alongA, ay + (by - ay) * alongA];
        expect(toSegment(cx, cy, dx, dy, x, y)).toBeCloseTo(distanceM, 9);
      }),
    );
  });
});
