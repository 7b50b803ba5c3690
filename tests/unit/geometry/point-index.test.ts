import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CoverCount } from '../../../src/geometry/cover-count';
import { PointIndex } from '../../../src/geometry/point-index';

const coordinate = fc.oneof(fc.double({ min: -500, max: 500, noNaN: true }), fc.integer({ min: -5, max: 5 }));
const points = fc.array(fc.tuple(coordinate, coordinate), { maxLength: 60 });

function arrays(list: readonly (readonly [number, number])[]): [Float64Array, Float64Array] {
  return [Float64Array.from(list, ([x]) => x), Float64Array.from(list, ([, y]) => y)];
}

describe('PointIndex', () => {
  it('finds the nearest point, the lowest id of several', () => {
    fc.assert(
      fc.property(points, coordinate, coordinate, (list, x, y) => {
        const distances = list.map(([px, py]) => (px - x) ** 2 + (py - y) ** 2);
        const least = Math.min(...distances);
        const nearest = new PointIndex(...arrays(list)).nearest(x, y);
        if (list.length === 0) expect(nearest).toBeNull();
        else expect(nearest).toEqual({ id: distances.indexOf(least), distanceM: Math.sqrt(least) });
      }),
      { numRuns: 500 },
    );
  });

  it('finds all within a distance, edge included', () => {
    fc.assert(
      fc.property(points, coordinate, coordinate, fc.double({ min: 0, max: 300, noNaN: true }), (list, x, y, r) => {
        const found: number[] = [];
        new PointIndex(...arrays(list)).forEachWithin(x, y, r, (id) => found.push(id));
        const plain = list.flatMap(([px, py], id) => ((px - x) ** 2 + (py - y) ** 2 <= r * r ? [id] : []));
        expect(found.sort((a, b) => a - b)).toEqual(plain);
      }),
    );
  });

  it('does not count the excepted point', () => {
    const index = new PointIndex(Float64Array.of(0, 3), Float64Array.of(0, 4));
    expect(index.nearest(0, 0, undefined, 0)).toEqual({ id: 1, distanceM: 5 });
  });

  it('finds nothing beyond the limit', () => {
    const index = new PointIndex(Float64Array.of(3), Float64Array.of(4));
    expect(index.nearest(0, 0, 4.99)).toBeNull();
    expect(index.nearest(0, 0, 5)).toEqual({ id: 0, distanceM: 5 });
  });
});

describe('CoverCount', () => {
  const disc = fc.tuple(coordinate, coordinate, fc.constantFrom(0, 1, 5, 100));
  it('counts as a plain loop does, also after moves and switches', () => {
    fc.assert(
      fc.property(
        points,
        fc.array(disc, { minLength: 1, maxLength: 8 }),
        fc.array(fc.tuple(fc.nat(), disc)),
        (list, discs, steps) => {
          const now = discs.map((d) => [...d] as [number, number, number]);
          const [x, y] = arrays(discs.map(([a, b]) => [a, b]));
          const count = new CoverCount(
            ...arrays(list),
            x,
            y,
            Float64Array.from(discs, (d) => d[2]),
          );
          for (const [pick, [mx, my, r]] of steps) {
            const i = pick % now.length;
            count.move(i, mx, my);
            count.setRadius(i, r);
            now[i] = [mx, my, r];
          }
          const plain = list.map(
            ([px, py]) => now.filter(([cx, cy, r]) => r > 0 && (px - cx) ** 2 + (py - cy) ** 2 <= r * r).length,
          );
          expect([...count.counts]).toEqual(plain);
          expect(count.covered).toBe(plain.filter((k) => k > 0).length);
        },
      ),
    );
  });
});
