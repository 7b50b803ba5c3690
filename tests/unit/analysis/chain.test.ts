import { describe, expect, it } from 'vitest';
import { chainTo } from '../../../src/analysis/drive/chain';
import { EdgeLines } from '../../../src/analysis/drive/edge-lines';
import { roadNetwork } from '../../../src/analysis/drive/road-network';
import { DriveSession } from '../../../src/analysis/drive/session';
import { DEFAULT_DRIVE_SETTINGS, type DriveSettings } from '../../../src/analysis/drive/settings';
import { createProjection } from '../../../src/geometry/projection';
import { at, point } from '../../support/plans';

const projection = createProjection([120, 30]);
const line = (id: string, ...points: [number, number][]) => ({
  id,
  name: id,
  class: 'tertiary' as const,
  geometry: { type: 'LineString' as const, coordinates: points.map(([x, y]) => at(x, y)) },
});
/** 36 km/h: ten metres a second. */
const SETTINGS: DriveSettings = {
  ...DEFAULT_DRIVE_SETTINGS,
  speedKmh: { ...DEFAULT_DRIVE_SETTINGS.speedKmh, tertiary: 36 },
};
const STATIONS = [
  { id: 'west', name: 'West', geometry: point(0, 0) },
  { id: 'east', geometry: point(4000, 0) },
];
const network = roadNetwork(
  [line('street', [0, 0], [4000, 0]), line('lane', [1000, 0], [1000, 600])],
  projection,
  SETTINGS.build,
);

function chainAt(x: number, y: number, settings = SETTINGS) {
  const search = new DriveSession(network, {}).search(STATIONS, settings);
  if (!search.ok) throw new Error(search.issue.code);
  return chainTo(search.value, STATIONS, settings, new EdgeLines(network), at(x, y));
}

describe('the chain of times to a place', () => {
  it('tells who comes first and second, step by step, which way, and whether the code is met', () => {
    const chain = chainAt(1020, 400);
    expect(chain.road).toEqual({ name: 'lane', snapM: expect.closeTo(20, 1) });
    expect(chain.first).toMatchObject({ stationId: 'west', name: 'West', turnoutS: 60 });
    expect(chain.first!.lengthM).toBeCloseTo(1400, 0);
    expect(chain.first!.travelS).toBeCloseTo(140, 1);
    expect(chain.first!.arrival).toBeCloseTo(200 / 60, 3);
    expect(chain.second).toMatchObject({ stationId: 'east', name: 'east' });
    expect(chain.second!.travelS).toBeCloseTo(340, 1);
    expect(chain.limit).toMatchObject({ minutes: 5, passed: true });
    const near = (x: number, y: number) => at(x, y).map((value) => expect.closeTo(value, 5));
    expect(chain.first!.line[0]).toEqual(near(0, 0));
    expect(chain.first!.line).toContainEqual(near(1000, 0));
    expect(chain.first!.line.at(-1)).toEqual(near(1000, 400));
  });

  it('adds the way off the road when asked to, and fails the clause when late', () => {
    expect(chainAt(1020, 400, { ...SETTINGS, addSnap: true }).first!.travelS).toBeCloseTo(142, 1);
    expect(chainAt(1020, 400, { ...SETTINGS, turnoutS: 200 }).limit?.passed).toBe(false);
  });

  it('says that no road is near, and leaves the clause unmet', () => {
    expect(chainAt(1000, 2000)).toMatchObject({ road: null, first: null, second: null, limit: { passed: false } });
  });

  it('measures by metres without times', () => {
    const chain = chainAt(1000, 600, { ...SETTINGS, by: 'metres', thresholds: [2000] });
    expect(chain.first).toMatchObject({ travelS: null, turnoutS: 0 });
    expect(chain.first!.arrival).toBeCloseTo(1600, 0);
    expect(chain.limit).toBeNull();
  });
});
