import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { XY } from '../../../src/base/coordinates';
import { createRegion, type Region } from '../../../src/geometry/region';
import { polygonContains, ringArea } from '../../../src/geometry/rings';

const SQUARE: XY[] = [
  [0, 0],
  [10, 0],
  [10, 10],
  [0, 10],
];

function issueOf(polygons: XY[][][]): string {
  const region = createRegion(polygons);
  return region.ok ? 'fine' : region.issue.code;
}

describe('createRegion', () => {
  it.each<[string, XY[][][], string]>([
    ['a square', [[SQUARE]], 'fine'],
    ['a closed clockwise ring', [[[...SQUARE, SQUARE[0]!].reverse()]], 'fine'],
    [
      'repeated points',
      [
        [
          [
            [0, 0],
            [0, 0],
            [10, 0],
            [10, 10],
            [10, 10],
          ],
        ],
      ],
      'fine',
    ],
    [
      'a hole that touches the outer ring in a point',
      [
        [
          SQUARE,
          [
            [0, 0],
            [4, 2],
            [2, 4],
          ],
        ],
      ],
      'fine',
    ],
    [
      'parts that share a border',
      [
        [SQUARE],
        [
          [
            [10, 0],
            [20, 0],
            [20, 10],
            [10, 10],
          ],
        ],
      ],
      'fine',
    ],
    [
      'a figure of eight',
      [
        [
          [
            [0, 0],
            [10, 10],
            [10, 0],
            [0, 12],
          ],
        ],
      ],
      'region.crossing',
    ],
    [
      'parts that cross',
      [
        [SQUARE],
        [
          [
            [5, 5],
            [15, 5],
            [15, 8],
            [5, 8],
          ],
        ],
      ],
      'region.crossing',
    ],
    [
      'a part within a part',
      [
        [SQUARE],
        [
          [
            [2, 2],
            [3, 2],
            [3, 3],
            [2, 3],
          ],
        ],
      ],
      'region.overlap',
    ],
    [
      'an island in a hole',
      [
        [
          SQUARE,
          [
            [1, 1],
            [9, 1],
            [9, 9],
            [1, 9],
          ],
        ],
        [
          [
            [2, 2],
            [3, 2],
            [3, 3],
            [2, 3],
          ],
        ],
      ],
      'fine',
    ],
    [
      'two points',
      [
        [
          [
            [0, 0],
            [10, 0],
          ],
        ],
      ],
      'region.ring',
    ],
    [
      'a line there and back',
      [
        [
          [
            [0, 0],
            [10, 0],
            [20, 0],
          ],
        ],
      ],
      'region.noArea',
    ],
    ['nothing', [], 'region.noArea'],
    [
      'NaN',
      [
        [
          [
            [0, 0],
            [Number.NaN, 0],
            [10, 10],
          ],
        ],
      ],
      'region.number',
    ],
  ])('%s', (_name, polygons, code) => {
    expect(issueOf(polygons)).toBe(code);
  });

  it('says where the district crosses itself', () => {
    const region = createRegion([
      [
        [
          [0, 0],
          [10, 10],
          [10, 0],
          [0, 10],
          [-5, 5],
        ],
      ],
    ]);
    expect(region.ok ? null : region.issue.params).toEqual({ x: 5, y: 5 });
  });
});

describe('Region', () => {
  const star = fc
    .array(fc.double({ min: 100, max: 500, noNaN: true }), { minLength: 3, maxLength: 40 })
    .map((reaches) =>
      reaches.map((reach, k): XY => {
        const angle = (2 * Math.PI * k) / reaches.length;
        return [reach * Math.cos(angle), reach * Math.sin(angle)];
      }),
    );
  const point = fc.double({ min: -600, max: 600, noNaN: true });
  const made = (rings: XY[][]): Region => {
    const region = createRegion([rings]);
    if (!region.ok) throw new Error(region.issue.code);
    return region.value;
  };

  it('contains exactly what the crossing number says', () => {
    fc.assert(
      fc.property(star, point, point, (ring, x, y) => {
        expect(made([ring]).contains(x, y)).toBe(polygonContains([ring], x, y));
      }),
    );
  });

  it('has the area of its rings and edges that close', () => {
    fc.assert(
      fc.property(star, (ring) => {
        const region = made([ring]);
        expect(region.areaM2).toBeCloseTo(Math.abs(ringArea(ring)), 3);
        for (let e = 0; e < region.edgeCount; e++) {
          expect(region.bx[e]).toBe(region.ax[region.next[e]!]);
          expect(region.by[e]).toBe(region.ay[region.next[e]!]);
        }
      }),
    );
  });

  it('never calls a box inside or outside when a sampled point of it says otherwise', () => {
    fc.assert(
      fc.property(star, point, point, fc.double({ min: 1, max: 200, noNaN: true }), (ring, x, y, size) => {
        const region = made([ring]);
        const verdict = region.classify(x, y, x + size, y + size);
        if (verdict === 'boundary') return;
        for (let k = 0; k < 25; k++) {
          const at = polygonContains([ring], x + ((k % 5) * size) / 4, y + (Math.floor(k / 5) * size) / 4);
          expect(at).toBe(verdict === 'inside');
        }
      }),
      { numRuns: 300 },
    );
  });
});
