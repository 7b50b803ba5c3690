import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { XY } from '../../../src/base/coordinates';
import { DiscCoverage } from '../../../src/geometry/disc-coverage';
import { mostRemotePoint } from '../../../src/geometry/most-remote';
import { PointIndex } from '../../../src/geometry/point-index';
import { createRegion } from '../../../src/geometry/region';
import { polygonContains } from '../../../src/geometry/rings';

const SQUARE: XY[] = [
  [0, 0],
  [1000, 0],
  [1000, 1000],
  [0, 1000],
];

function setUp(discs: readonly (readonly [number, number])[], radius: number) {
  const region = createRegion([[SQUARE]]);
  if (!region.ok) throw new Error(region.issue.code);
  const x = Float64Array.from(discs, ([px]) => px);
  const y = Float64Array.from(discs, ([, py]) => py);
  const coverage = new DiscCoverage(x, y, new Float64Array(x.length).fill(radius), region.value);
  return { gaps: coverage.gaps(0.1), index: new PointIndex(x, y) };
}

it('is the far corner of a square with one hydrant in the opposite corner', () => {
  const { gaps, index } = setUp([[0, 0]], 150);
  const remote = mostRemotePoint(gaps[0]!, index)!;
  expect(remote.position).toEqual([1000, 1000]);
  expect(remote.distanceM).toBeCloseTo(Math.hypot(1000, 1000), 9);
});

it('is the centre between four hydrants in the corners', () => {
  const { gaps, index } = setUp(
    [
      [0, 0],
      [1000, 0],
      [0, 1000],
      [1000, 1000],
    ],
    150,
  );
  const remote = mostRemotePoint(gaps[0]!, index, 0.1)!;
  expect(remote.distanceM).toBeGreaterThan(Math.hypot(500, 500) - 0.1);
});

it('is null without hydrants', () => {
  const { gaps, index } = setUp([], 150);
  expect(mostRemotePoint(gaps[0]!, index)).toBeNull();
});

it('lies in the gap, and no sampled point of the gap is farther by more than the tolerance', () => {
  const coordinate = fc.double({ min: 0, max: 1000, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(coordinate, coordinate), { minLength: 1, maxLength: 12 }), (discs) => {
      const { gaps, index } = setUp(discs, 180);
      for (const gap of gaps.filter(({ areaM2 }) => areaM2 > 1)) {
        const remote = mostRemotePoint(gap, index, 0.5)!;
        for (let x = gap.box.minX; x <= gap.box.maxX; x += 20)
          for (let y = gap.box.minY; y <= gap.box.maxY; y += 20)
            if (polygonContains(gap.rings, x, y))
              expect(index.nearest(x, y)!.distanceM).toBeLessThanOrEqual(remote.distanceM + 0.5);
      }
    }),
    { numRuns: 60 },
  );
});
