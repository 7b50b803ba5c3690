import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { XY } from '../../../src/base/coordinates';
import { clipByCircle, clipByConvex } from '../../../src/geometry/convex-clip';
import { ringArea, ringContains } from '../../../src/geometry/rings';
import { voronoiCells } from '../../../src/geometry/voronoi';

const points = fc
  .uniqueArray(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 40, selector: ([x, y]) => `${x} ${y}` })
  .map((list) => ({ x: Float64Array.from(list, ([x]) => x), y: Float64Array.from(list, ([, y]) => y) }));
const BOX: XY[] = [
  [0, 0],
  [1000, 0],
  [1000, 1000],
  [0, 1000],
];

describe('voronoiCells', () => {
  it('share out a square without rest, each place to the point nearest to it', () => {
    fc.assert(
      fc.property(
        points,
        fc.double({ min: 1, max: 999, noNaN: true }),
        fc.double({ min: 1, max: 999, noNaN: true }),
        ({ x, y }, px, py) => {
          const cellOf = voronoiCells(x, y);
          const cells = Array.from(x, (_, i) => clipByConvex(BOX, cellOf(i)));
          const total = cells.reduce((sum, cell) => sum + ringArea(cell), 0);
          expect(total).toBeCloseTo(1e6, 2);
          const distances = Array.from(x, (cx, i) => Math.hypot(cx - px, y[i]! - py));
          const owner = cells.findIndex((cell) => ringContains(cell, px, py));
          if (owner >= 0) expect(distances[owner]).toBeCloseTo(Math.min(...distances), 6);
        },
      ),
    );
  });
});

describe('clipByCircle', () => {
  it('takes nothing outside the circle or the ring, and less than the chords’ error away', () => {
    fc.assert(
      fc.property(points, fc.integer({ min: 20, max: 800 }), ({ x, y }, radius) => {
        const cellOf = voronoiCells(x, y);
        for (let i = 0; i < x.length; i++) {
          const centre: XY = [x[i]!, y[i]!];
          const clipped = clipByCircle(cellOf(i), centre, radius);
          for (const [px, py] of clipped)
            expect(Math.hypot(px - centre[0], py - centre[1])).toBeLessThanOrEqual(radius + 1e-6);
          // The circle drawn by 720 chords, cut by the cell, is the truth to 0.01 %.
          const circle = Array.from(
            { length: 720 },
            (_, k): XY => [
              centre[0] + radius * Math.cos((k * Math.PI) / 360),
              centre[1] + radius * Math.sin((k * Math.PI) / 360),
            ],
          );
          const truth = ringArea(clipByConvex(circle, cellOf(i)));
          expect(ringArea(clipped)).toBeLessThanOrEqual(truth * 1.0001);
          expect(ringArea(clipped)).toBeGreaterThan(truth - 0.0125 * Math.PI * radius ** 2);
        }
      }),
      { numRuns: 40 },
    );
  });
});
