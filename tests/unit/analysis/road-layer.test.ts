import { describe, expect, it } from 'vitest';
import { EdgeLines } from '../../../src/analysis/drive/edge-lines';
import { impliedSpeedKmh } from '../../../src/analysis/drive/implied-speed';
import { bandsOf, roadLayer } from '../../../src/analysis/drive/road-layer';
import { roadNetwork } from '../../../src/analysis/drive/road-network';
import { DriveSession } from '../../../src/analysis/drive/session';
import { DEFAULT_DRIVE_SETTINGS } from '../../../src/analysis/drive/settings';
import { createProjection } from '../../../src/geometry/projection';
import type { RoadSegment } from '../../../src/model/entities/road-segment';
import { at, point } from '../../support/plans';

const projection = createProjection([120, 30]);
const road = (id: string, points: [number, number][], fields: Partial<RoadSegment> = {}): RoadSegment => ({
  id,
  geometry: { type: 'LineString', coordinates: points.map(([x, y]) => at(x, y)) },
  ...fields,
});

describe('the layer of roads by their first engine', () => {
  it('cuts roads at the limits, tells late from unreached and leaves out what nobody may drive', () => {
    const roads = [
      road(
        'street',
        [
          [0, 0],
          [700, 0],
          [2000, 0],
        ],
        { class: 'tertiary' },
      ),
      road(
        'island',
        [
          [0, 900],
          [500, 900],
        ],
        { class: 'local' },
      ),
      road(
        'path',
        [
          [2000, 0],
          [2000, 500],
        ],
        { class: 'path' },
      ),
    ];
    const network = roadNetwork(roads, projection, DEFAULT_DRIVE_SETTINGS.build);
    const settings = { ...DEFAULT_DRIVE_SETTINGS, speedKmh: { ...DEFAULT_DRIVE_SETTINGS.speedKmh, tertiary: 36 } };
    const search = new DriveSession(network, {}).search([{ id: 's', geometry: point(0, 10) }], settings);
    if (!search.ok) throw new Error(search.issue.code);
    // 10 m/s after a minute: 600 m in 2 min, 1,200 m in 3 min.
    const bytes = roadLayer(search.value, new EdgeLines(network), [120, 180]);
    const { features } = JSON.parse(
      new TextDecoder().decode(bytes),
    ) as GeoJSON.FeatureCollection<GeoJSON.MultiLineString>;
    const ends = Object.fromEntries(
      features.map(({ properties, geometry }) => [
        `${properties!.class} ${properties!.step}`,
        geometry.coordinates.map((line) => [line[0]![0]!, line.at(-1)![0]!]),
      ]),
    );
    const east = (x: number) => expect.closeTo(at(x, 0)[0], 6);
    expect(ends).toEqual({
      'tertiary 0': [[east(0), east(600)]],
      'tertiary 1': [[east(600), east(1200)]],
      'tertiary 2': [[east(1200), east(2000)]],
      'local -1': [[east(0), east(500)]],
      'local -2': [[east(0), east(500)]],
    });
  });

  it('joins stretches of one band, whoever comes first there', () => {
    const stretch = (fromAt: number, toAt: number, fromCost: number, toCost: number, source: number) =>
      ({ fromAt, toAt, fromCost, toCost, source }) as const;
    expect(bandsOf([stretch(0, 0.4, 10, 50, 0), stretch(0.4, 0.8, 50, 20, 1)], [60])).toEqual([
      { step: 0, fromAt: 0, toAt: 0.8 },
      { step: -1, fromAt: 0.8, toAt: 1 },
    ]);
  });

  it('writes parts of a bent edge point by point, and backwards', () => {
    const network = roadNetwork(
      [
        road('a', [
          [0, 0],
          [100, 0],
          [100, 100],
        ]),
      ],
      projection,
      DEFAULT_DRIVE_SETTINGS.build,
    );
    const lines = new EdgeLines(network);
    const there = lines.part(0, 0.25, 0.75);
    const near = ([x, y]: [number, number]) => at(x, y).map((value) => expect.closeTo(value, 6));
    expect(there).toEqual([near([50, 0]), near([100, 0]), near([100, 50])]);
    expect(lines.part(0, 0.75, 0.25)).toEqual([...there].reverse());
    expect(JSON.parse(lines.text(0, 0, 1))).toHaveLength(3);
  });
});

it('the area limits of 建标152-2017 take 19.5 to 61.6 km/h for granted', () => {
  expect(impliedSpeedKmh(2e6, 1.3, 4)).toBeCloseTo(19.5, 1);
  expect(impliedSpeedKmh(15e6, 1.5, 4)).toBeCloseTo(61.6, 1);
});
