import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SegmentGrid } from '../../../src/geometry/segment-grid';

const coordinate = fc.oneof(fc.double({ min: -300, max: 300, noNaN: true }), fc.integer({ min: -4, max: 4 }));
const segment = fc.tuple(coordinate, coordinate, coordinate, coordinate);

function gridOf(list: readonly (readonly number[])[]): SegmentGrid {
  const column = (k: number): Float64Array => Float64Array.from(list, (s) => s[k]!);
  return new SegmentGrid(column(0), column(1), column(2), column(3));
}

function distance([ax, ay, bx, by]: readonly number[], x: number, y: number): number {
  const [dx, dy] = [bx! - ax!, by! - ay!];
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax!) * dx + (y - ay!) * dy) / length2));
  return Math.hypot(ax! + dx * t - x, ay! + dy * t - y);
}

describe('SegmentGrid', () => {
  it('finds the nearest segment and the place on it, as a plain loop does', () => {
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 30 }), coordinate, coordinate, (list, x, y) => {
        const least = Math.min(...list.map((s) => distance(s, x, y)));
        const hit = gridOf(list).nearest(x, y);
        if (list.length === 0) {
          expect(hit).toBeNull();
          return;
        }
        expect(hit!.distanceM).toBeCloseTo(least, 9);
        const [ax, ay, bx, by] = list[hit!.segment]!;
        expect(Math.hypot(ax + (bx - ax) * hit!.along - x, ay + (by - ay) * hit!.along - y)).toBeCloseTo(least, 9);
      }),
      { numRuns: 500 },
    );
  });

  it('finds the nearest of those not skipped, within the limit', () => {
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 20 }), coordinate, coordinate, fc.nat(400), (list, x, y, maxM) => {
        const open = list.map((s, k) => (k % 2 === 0 ? distance(s, x, y) : Number.POSITIVE_INFINITY));
        const least = Math.min(...open);
        const hit = gridOf(list).nearest(x, y, maxM, (k) => k % 2 === 1);
        if (least > maxM + 1e-9) expect(hit).toBeNull();
        else if (least < maxM - 1e-9) expect(hit!.distanceM).toBeCloseTo(least, 9);
      }),
    );
  });

  it('calls for every pair that crosses', () => {
    fc.assert(
      fc.property(fc.array(segment, { minLength: 2, maxLength: 15 }), (list) => {
        const pairs = new Set<string>();
        gridOf(list).forEachNeighbourPair((a, b) => pairs.add(`${Math.min(a, b)} ${Math.max(a, b)}`));
        for (let a = 0; a < list.length; a++)
          for (let b = a + 1; b < list.length; b++)
            if (crosses(list[a]!, list[b]!)) expect(pairs).toContain(`${a} ${b}`);
      }),
    );
  });
});

function crosses(a: readonly number[], b: readonly number[]): boolean {
  const side = (s: readonly number[], x: number, y: number): number =>
    (s[2]! - s[0]!) * (y - s[1]!) - (s[3]! - s[1]!) * (x - s[0]!);
  return side(a, b[0]!, b[1]!) * side(a, b[2]!, b[3]!) < -1e-6 && side(b, a[0]!, a[1]!) * side(b, a[2]!, a[3]!) < -1e-6;
}
