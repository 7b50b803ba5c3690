import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { landCells } from '../../../src/analysis/drive/land/cells';
import { dissolve } from '../../../src/analysis/drive/land/dissolve';
import { Land } from '../../../src/analysis/drive/land/land';
import { regularise } from '../../../src/analysis/drive/land/regularise';
import { samplesAlong } from '../../../src/analysis/drive/land/samples';
import { straighten } from '../../../src/analysis/drive/land/straighten';
import { roadNetwork } from '../../../src/analysis/drive/road-network';
import { DriveSession } from '../../../src/analysis/drive/session';
import { DEFAULT_DRIVE_SETTINGS } from '../../../src/analysis/drive/settings';
import type { XY } from '../../../src/base/coordinates';
import { createProjection } from '../../../src/geometry/projection';
import { createRegion, type Region } from '../../../src/geometry/region';
import { ringArea } from '../../../src/geometry/rings';
import { at, point } from '../../support/plans';
import { graphOf } from '../../support/roads';

const square = (size: number): XY[] => [
  [0, 0],
  [size, 0],
  [size, size],
  [0, size],
];
function regionOf(...rings: XY[][]): Region {
  const region = createRegion([rings]);
  if (!region.ok) throw new Error(region.issue.code);
  return region.value;
}
/** Streets every 200 m both ways across 1,000 m. */
const GRID = graphOf(
  Array.from({ length: 12 }, (_, k): [number, number][] => {
    const line = (k % 6) * 200;
    return k < 6
      ? [
          [0, line],
          [1000, line],
        ]
      : [
          [line, 0],
          [line, 1000],
        ];
  }),
  { join: 'crossing' },
);
const everywhere = (): boolean => true;
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);

describe('the land along the roads', () => {
  it('shares out the whole district where roads are near, holes left out', () => {
    const hole: XY[] = [
      [310, 310],
      [310, 450],
      [470, 450],
      [470, 310],
    ];
    const cells = landCells(samplesAlong(GRID, everywhere)!, regionOf(square(1000), hole), 400);
    expect(sum(cells.areaM2)).toBeCloseTo(1e6 - 160 * 140, 1);
    expect(Math.min(...cells.areaM2)).toBeGreaterThanOrEqual(0);
  });

  it('claims no land farther from a road than the frontage', () => {
    const road = graphOf([
      [
        [0, 0],
        [400, 0],
      ],
    ]);
    const cells = landCells(samplesAlong(road, everywhere)!, null, 100);
    // A strip of 2 × 100 m and a half circle at either end, less what the chords and the gaps between places lose.
    const most = 400 * 200 + Math.PI * 100 ** 2;
    expect(sum(cells.areaM2)).toBeLessThan(most);
    expect(sum(cells.areaM2)).toBeGreaterThan(0.9 * most);
  });

  it('dissolves to borders that hold just the cells’ area, whoever has them', () => {
    const cells = landCells(samplesAlong(GRID, everywhere)!, regionOf(square(1000)), 400);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1, max: 2 }), { minLength: 1, maxLength: 60 }), (pattern) => {
        const groups = Int32Array.from(cells.areaM2, (_, i) => pattern[i % pattern.length]!);
        const rings = dissolve(cells, groups);
        for (const group of [0, 1, 2]) {
          const drawn = rings
            .filter((ring) => ring.group === group)
            .reduce(
              (area, { corners }) => area + ringArea(corners.map((c): XY => [cells.cornerX[c]!, cells.cornerY[c]!])),
              0,
            );
          const own = cells.areaM2.reduce((area, each, i) => area + (groups[i] === group ? each : 0), 0);
          expect(drawn).toBeCloseTo(own, 0);
        }
      }),
      { numRuns: 50 },
    );
  });

  it('straightens a border the same way from both sides', () => {
    const cells = landCells(samplesAlong(GRID, everywhere)!, regionOf(square(1000)), 400);
    const groups = Int32Array.from(cells.samples.x, (x, i) => (x + 0.6 * cells.samples.y[i]! < 800 ? 0 : 1));
    const [one, other] = dissolve(cells, groups).map((ring) =>
      straighten(cells, ring, 60).flatMap(({ corners }) => corners.slice(0, -1)),
    );
    const area = [one!, other!].map((corners) =>
      ringArea(corners.map((c): XY => [cells.cornerX[c]!, cells.cornerY[c]!])),
    );
    expect(area[0]! + area[1]!).toBeCloseTo(1e6, 0);
  });

  it('keeps streets whole and gives islands to whoever surrounds them', () => {
    const cells = landCells(samplesAlong(GRID, everywhere)!, regionOf(square(1000)), 400);
    const west = Int32Array.from(cells.samples.x, (x) => (x < 520 ? 0 : 1));
    // One far street of the east falls to the west.
    const island = west.map((station, i) => (cells.samples.edge[i] === cells.samples.edge.at(-1) ? 0 : station));
    const result = regularise(cells, island, GRID.lengthM);
    const perEdge = new Map<number, Set<number>>();
    for (const [i, edge] of cells.samples.edge.entries())
      perEdge.set(edge, (perEdge.get(edge) ?? new Set()).add(result[i]!));
    expect([...perEdge.values()].every((stations) => stations.size === 1)).toBe(true);
    expect(result.at(-1)).toBe(1);
    expect(result[0]).toBe(0);
  });

  it('gives each station its land, bands theirs, and leaves out what no road reaches', () => {
    const projection = createProjection([120, 30]);
    const line = (id: string, from: [number, number], to: [number, number]) => ({
      id,
      class: 'tertiary' as const,
      geometry: { type: 'LineString' as const, coordinates: [at(...from), at(...to)] },
    });
    const roads = [line('street', [0, 0], [4000, 0]), line('island', [0, 900], [400, 900])];
    const network = roadNetwork(roads, projection, DEFAULT_DRIVE_SETTINGS.build);
    const stations = [
      { id: 'west', geometry: point(0, 0) },
      { id: 'east', geometry: point(4000, 0) },
    ];
    const search = new DriveSession(network, {}).search(stations, DEFAULT_DRIVE_SETTINGS);
    if (!search.ok) throw new Error(search.issue.code);
    const land = Land.along(network, null, 100)!;
    const { areaM2, servedM2, layer } = land.answer(search.value, 2, 'station', []);
    expect(areaM2[0]! / areaM2[1]!).toBeCloseTo(1, 1);
    expect(servedM2).toBeCloseTo(areaM2[0]! + areaM2[1]!, 6);
    expect(servedM2 / (4000 * 200)).toBeGreaterThan(0.95);
    expect(servedM2 / (4000 * 200)).toBeLessThan(1.05);
    const { features } = JSON.parse(new TextDecoder().decode(layer)) as GeoJSON.FeatureCollection;
    expect(features.map(({ properties }) => properties!.group ?? 'border')).toEqual([0, 1, 'border']);
    const bands = land.answer(search.value, 2, 'time', [90, 120]);
    const found = JSON.parse(new TextDecoder().decode(bands.layer)) as GeoJSON.FeatureCollection;
    expect(found.features.map(({ properties }) => properties!.group ?? 'border')).toEqual([0, 1, 2, 'border']);
  });
});
