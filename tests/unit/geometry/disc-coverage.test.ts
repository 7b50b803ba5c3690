import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { XY } from '../../../src/base/coordinates';
import { DiscCoverage } from '../../../src/geometry/disc-coverage';
import { createRegion, type Region } from '../../../src/geometry/region';
import { ringArea } from '../../../src/geometry/rings';

type Disc = readonly [x: number, y: number, r: number];

const SQUARE: XY[] = [
  [0, 0],
  [1000, 0],
  [1000, 1000],
  [0, 1000],
];

function regionOf(...polygons: XY[][][]): Region {
  const region = createRegion(polygons);
  if (!region.ok) throw new Error(region.issue.code);
  return region.value;
}

function coverageOf(discs: readonly Disc[], region: Region, largest = 0): DiscCoverage {
  const column = (k: 0 | 1 | 2): Float64Array => Float64Array.from(discs, (disc) => disc[k]);
  return new DiscCoverage(column(0), column(1), column(2), region, largest);
}

/** Two circles of radius r whose centres are d apart share 2r²·acos(d/2r) − (d/2)·√(4r² − d²). */
function lens(r: number, d: number): number {
  return 2 * r * r * Math.acos(d / (2 * r)) - (d / 2) * Math.sqrt(4 * r * r - d * d);
}

describe('golden areas, worked by hand', () => {
  const square = regionOf([SQUARE]);
  const circle = Math.PI * 150 * 150;
  it.each<[string, Disc[], number]>([
    ['no disc', [], 0],
    ['one disc inside', [[500, 500, 150]], circle],
    ['a disc on an edge: half', [[0, 500, 150]], circle / 2],
    ['a disc on a corner: a quarter', [[0, 0, 150]], circle / 4],
    [
      'a disc outside that reaches in',
      [[-75, 500, 150]],
      150 * 150 * Math.acos(0.5) - 75 * Math.sqrt(150 ** 2 - 75 ** 2),
    ],
    ['a disc outside that touches the edge', [[-150, 500, 150]], 0],
    [
      'two that overlap',
      [
        [450, 500, 150],
        [550, 500, 150],
      ],
      2 * circle - lens(150, 100),
    ],
    [
      'two that touch',
      [
        [350, 500, 150],
        [650, 500, 150],
      ],
      2 * circle,
    ],
    [
      'three that coincide',
      [
        [500, 500, 150],
        [500, 500, 150],
        [500, 500, 150],
      ],
      circle,
    ],
    [
      'one within another',
      [
        [500, 500, 150],
        [520, 500, 40],
      ],
      circle,
    ],
    [
      'one that touches another from within',
      [
        [500, 500, 150],
        [600, 500, 50],
      ],
      circle,
    ],
    ['one that covers all', [[500, 500, 2000]], 1_000_000],
    [
      'one switched off',
      [
        [500, 500, 0],
        [200, 200, 150],
      ],
      circle,
    ],
  ])('%s', (_name, discs, area) => {
    expect(coverageOf(discs, square).coveredAreaM2).toBeCloseTo(area, 5);
  });

  it('leaves a ring around a disc, with its hole', () => {
    const [gap, ...others] = coverageOf([[500, 500, 150]], square).gaps(0.01);
    expect(others).toEqual([]);
    expect(gap!.rings).toHaveLength(2);
    expect(gap!.areaM2).toBeCloseTo(1_000_000 - circle, 5);
    expect(gap!.rings.reduce((sum, ring) => sum + ringArea(ring), 0)).toBeCloseTo(gap!.areaM2, -2);
  });

  it('is one gap, the district, without any disc', () => {
    const gaps = coverageOf([], square).gaps(0.5);
    expect(gaps.map(({ areaM2 }) => areaM2)).toEqual([1_000_000]);
    expect(gaps[0]!.rings[0]).toHaveLength(4);
  });

  it('knows a district with a hole and a second part', () => {
    const hole: XY[] = [
      [400, 400],
      [400, 600],
      [600, 600],
      [600, 400],
    ];
    const island: XY[] = [
      [2000, 0],
      [2300, 0],
      [2300, 300],
      [2000, 300],
    ];
    const region = regionOf([SQUARE, hole], [island]);
    expect(region.areaM2).toBe(1_000_000 - 40_000 + 90_000);
    const coverage = coverageOf(
      [
        [500, 500, 200],
        [2150, 150, 1000],
      ],
      region,
    );
    expect(coverage.coveredAreaM2).toBeCloseTo(Math.PI * 200 * 200 - 40_000 + 90_000, 5);
    expect(coverage.gaps(0.5)).toHaveLength(1);
  });

  it('tells a strip 275 m wide along a line of hydrants 120 m apart (GB 50974 spacing and radius)', () => {
    // 2·√(150² − 60²) = 274.95 m: what the spacing of the code covers without a break.
    const discs = Array.from({ length: 12 }, (_, k): Disc => [120 * k, 0, 150]);
    const half = Math.sqrt(150 ** 2 - 60 ** 2);
    const strip: XY[] = [
      [0, -half],
      [1320, -half],
      [1320, half],
      [0, half],
    ];
    expect(coverageOf(discs, regionOf([strip])).coveredAreaM2).toBeCloseTo(1320 * 2 * half, 4);
    const wider: XY[] = strip.map(([x, y]) => [x, y * 1.01]);
    expect(coverageOf(discs, regionOf([wider])).gaps(0.1).length).toBeGreaterThanOrEqual(22);
  });
});

/** Coordinates that meet often: a lattice, so that coincident, tangent, collinear and cocircular discs are common. */
const awkward = fc.tuple(
  fc.integer({ min: -2, max: 12 }).map((k) => k * 100),
  fc.integer({ min: -2, max: 12 }).map((k) => k * 100),
  fc.constantFrom(50, 100, 100 * Math.SQRT2, 150, 200, 300),
);
const anywhere = fc.tuple(
  fc.double({ min: -200, max: 1200, noNaN: true }),
  fc.double({ min: -200, max: 1200, noNaN: true }),
  fc.double({ min: 0, max: 300, noNaN: true }),
);
const discsArbitrary = fc.array(fc.oneof(awkward, anywhere), { maxLength: 25 });
const starArbitrary = fc
  .array(fc.double({ min: 150, max: 500, noNaN: true }), { minLength: 3, maxLength: 12 })
  .map((reaches) =>
    reaches.map((reach, k): XY => {
      const angle = (2 * Math.PI * k) / reaches.length;
      return [500 + reach * Math.cos(angle), 500 + reach * Math.sin(angle)];
    }),
  );
const regionArbitrary = fc.oneof<fc.Arbitrary<XY[][][]>[]>(
  fc.constant([[SQUARE]]),
  fc.constant([
    [
      SQUARE,
      [
        [300, 300],
        [300, 700],
        [700, 700],
        [700, 300],
      ] as XY[],
    ],
  ]),
  fc.constant([
    [SQUARE],
    [
      [
        [1000, 200],
        [1300, 200],
        [1300, 600],
        [1000, 600],
      ] as XY[],
    ],
  ]),
  starArbitrary.map((ring) => [[ring]]),
);

/** Area under discs by fine sampling: columns of exact intervals would be another method, a grid is the plainest. */
function sampledArea(discs: readonly Disc[], region: Region, step: number): number {
  const { minX, minY, maxX, maxY } = region.box;
  let hits = 0;
  for (let x = minX + step / 2; x < maxX; x += step)
    for (let y = minY + step / 2; y < maxY; y += step)
      if (region.contains(x, y) && discs.some(([cx, cy, r]) => (cx - x) ** 2 + (cy - y) ** 2 <= r * r)) hits++;
  return hits * step * step;
}

describe('any discs in any district', () => {
  it('has the area that dense sampling finds, within its error', () => {
    fc.assert(
      fc.property(discsArbitrary, regionArbitrary, (discs, polygons) => {
        const region = regionOf(...polygons);
        const covered = coverageOf(discs, region).coveredAreaM2;
        // The sampling error grows with the outline: at most about its length times the step, far less on average.
        expect(Math.abs(covered - sampledArea(discs, region, 10))).toBeLessThan(6_000);
      }),
      { numRuns: 150 },
    );
  });

  it('has gaps that add up to what is not covered, every ring closed', () => {
    fc.assert(
      fc.property(discsArbitrary, regionArbitrary, (discs, polygons) => {
        const coverage = coverageOf(discs, regionOf(...polygons));
        const sum = coverage.gaps(0.5).reduce((total, { areaM2 }) => total + areaM2, 0);
        expect(Math.abs(sum - (coverage.districtAreaM2 - coverage.coveredAreaM2))).toBeLessThan(0.01);
      }),
      { numRuns: 1500 },
    );
  });

  it('draws gaps whose chords enclose the exact area within the chord error', () => {
    fc.assert(
      fc.property(discsArbitrary, regionArbitrary, (discs, polygons) => {
        for (const gap of coverageOf(discs, regionOf(...polygons)).gaps(0.05)) {
          const drawn = gap.rings.reduce((sum, ring) => sum + ringArea(ring), 0);
          const outline = gap.rings.flat().length * 60;
          expect(Math.abs(drawn - gap.areaM2)).toBeLessThan(0.05 * outline + 1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('is the same after moves and switches as when built afresh', () => {
    const moves = fc.array(fc.tuple(fc.nat(), fc.oneof(awkward, anywhere)), { maxLength: 20 });
    fc.assert(
      fc.property(discsArbitrary, regionArbitrary, moves, (discs, polygons, steps) => {
        fc.pre(discs.length > 0);
        const region = regionOf(...polygons);
        const now = discs.map((disc) => [...disc] as [number, number, number]);
        const coverage = coverageOf(discs, region, 300);
        for (const [pick, [x, y, r]] of steps) {
          const i = pick % now.length;
          coverage.move(i, x, y);
          coverage.setRadius(i, pick % 3 === 0 ? 0 : r);
          now[i] = [x, y, pick % 3 === 0 ? 0 : r];
        }
        const fresh = coverageOf(now, region);
        expect(Math.abs(coverage.coveredAreaM2 - fresh.coveredAreaM2)).toBeLessThan(1e-4);
        expect(coverage.gaps(0.5).length).toBe(fresh.gaps(0.5).length);
      }),
      { numRuns: 300 },
    );
  });

  it('agrees point by point with the plain question whether a disc reaches there', () => {
    fc.assert(
      fc.property(discsArbitrary, anywhere, (discs, [x, y]) => {
        const plain = discs.some(([cx, cy, r]) => r > 0 && (cx - x) ** 2 + (cy - y) ** 2 <= r * r);
        expect(coverageOf(discs, regionOf([SQUARE])).isCovered(x, y)).toBe(plain);
      }),
    );
  });
});

it('does not drift over thousands of moves', () => {
  const region = regionOf([SQUARE]);
  const discs = Array.from({ length: 60 }, (_, k): Disc => [(k * 137) % 1000, (k * 311) % 1000, 90]);
  const coverage = coverageOf(discs, region);
  const before = coverage.coveredAreaM2;
  for (let k = 0; k < 5000; k++) coverage.move(k % 60, (k * 97) % 1100, (k * 53) % 1100);
  for (const [i, [x, y]] of discs.entries()) coverage.move(i, x, y);
  expect(Math.abs(coverage.coveredAreaM2 / before - 1)).toBeLessThan(1e-9);
});

it('returns from a move by how much the covered area grew', () => {
  const coverage = coverageOf([[0, 500, 150]], regionOf([SQUARE]));
  expect(coverage.move(0, 500, 500)).toBeCloseTo((Math.PI * 150 * 150) / 2, 5);
});

it('throws when a radius is set that is larger than announced', () => {
  const coverage = coverageOf([[0, 0, 150]], regionOf([SQUARE]));
  expect(() => coverage.setRadius(0, 151)).toThrow(/largest announced/);
});
