import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { XY } from '../../../src/base/coordinates';
import { PolygonRows } from '../../../src/geometry/polygon-rows';
import { boxOf, polygonContains } from '../../../src/geometry/rings';

/** A star around 0, 0 with a smaller one as its hole: corners at random distances, never crossing itself. */
const polygon = fc
  .array(fc.double({ min: 60, max: 100, noNaN: true }), { minLength: 3, maxLength: 60 })
  .chain((outer) =>
    fc.tuple(
      fc.constant(outer),
      fc.array(fc.double({ min: 5, max: 25, noNaN: true }), { minLength: 3, maxLength: 20 }),
    ),
  )
  .map((radii) =>
    radii.map((list) =>
      list.map((r, k): XY => {
        const angle = (2 * Math.PI * k) / list.length;
        return [r * Math.cos(angle), r * Math.sin(angle)];
      }),
    ),
  );
const coordinate = fc.double({ min: -120, max: 120, noNaN: true });

function distanceTo(rings: readonly (readonly XY[])[], x: number, y: number): number {
  const all = rings.flatMap((ring) => ring.map((b, k) => [ring[(k || ring.length) - 1]!, b] as const));
  return Math.min(
    ...all.map(([[ax, ay], [bx, by]]) => {
      const [dx, dy] = [bx - ax, by - ay];
      const t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
      return Math.hypot(ax + dx * t - x, ay + dy * t - y);
    }),
  );
}

describe('PolygonRows', () => {
  it('tells inside from outside and from the hole as looking at every edge does', () => {
    fc.assert(
      fc.property(polygon, coordinate, coordinate, (rings, x, y) => {
        expect(new PolygonRows(rings, boxOf(rings[0]!)).contains(x, y)).toBe(polygonContains(rings, x, y));
      }),
      { numRuns: 500 },
    );
  });

  it('knows whether an edge comes within a distance', () => {
    fc.assert(
      fc.property(
        polygon,
        coordinate,
        coordinate,
        fc.double({ min: 0, max: 60, noNaN: true }),
        (rings, x, y, reach) => {
          const distance = distanceTo(rings, x, y);
          if (Math.abs(distance - reach) > 1e-9)
            expect(new PolygonRows(rings, boxOf(rings[0]!)).isNear(x, y, reach)).toBe(distance < reach);
        },
      ),
      { numRuns: 500 },
    );
  });
});
