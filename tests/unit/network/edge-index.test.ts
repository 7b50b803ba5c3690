import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentsApart } from '../../../src/geometry/segment-distance';
import { EdgeIndex } from '../../../src/network/edge-index';
import { graphOf } from '../../support/roads';

const graph = graphOf([
  [
    [0, 0],
    [60, 0],
    [60, 40],
  ],
  [
    [0, 100],
    [100, 100],
  ],
]);

describe('EdgeIndex', () => {
  it('says which road is nearest, how far along it and how far away', () => {
    expect(new EdgeIndex(graph).nearest(63, 20)).toEqual({ edge: 0, alongM: 80, snapM: 3 });
  });

  it('finds nothing beyond the limit and passes over edges that may not be used', () => {
    const index = new EdgeIndex(graph);
    expect(index.nearest(63, 20, 2)).toBeNull();
    expect(index.nearest(63, 20, undefined, (edge) => edge !== 0)).toEqual({ edge: 1, alongM: 63, snapM: 80 });
  });

  it('finds nothing on a network without roads', () => {
    expect(new EdgeIndex(graphOf([])).nearest(0, 0)).toBeNull();
  });

  it('finds the place nearest to a line, be it at a corner of the line, at a bend of a road or where they cross', () => {
    const coordinate = fc.integer({ min: -40, max: 140 });
    const line = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 6 });
    const roads = fc.array(fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 4 }), {
      minLength: 1,
    });
    fc.assert(
      fc.property(roads, line, fc.integer({ min: 1, max: 200 }), (list, outline, maxM) => {
        const net = graphOf(list, { join: 'ends' });
        const x = Float64Array.from(outline, ([px]) => px);
        const y = Float64Array.from(outline, ([, py]) => py);
        const found = new EdgeIndex(net).nearestToLine(x, y, 0, x.length - 1, maxM, () => true);
        const least = leastApart(net, outline);
        if (least > maxM + 1e-9) expect(found).toBeNull();
        else if (least < maxM - 1e-9) expect(found!.snapM).toBeCloseTo(least, 9);
      }),
      { numRuns: 300 },
    );
  });
});

function leastApart(
  { from, shapeStart, shapeX, shapeY }: typeof graph,
  outline: readonly (readonly number[])[],
): number {
  let least = Number.POSITIVE_INFINITY;
  for (let e = 0; e < from.length; e++)
    for (let p = shapeStart[e]!; p + 1 < shapeStart[e + 1]!; p++)
      for (let v = 0; v + 1 < outline.length; v++) {
        const [[px, py], [qx, qy]] = [outline[v]!, outline[v + 1]!];
        const road = [shapeX[p]!, shapeY[p]!, shapeX[p + 1]!, shapeY[p + 1]!] as const;
        least = Math.min(least, segmentsApart(...road, px!, py!, qx!, qy!).distanceM);
      }
  return least;
}
