import { describe, expect, it } from 'vitest';
import { analyseDrive } from '../../../src/analysis/drive/analyse';
import { reachFeatures } from '../../../src/analysis/drive/reach-features';
import { type RoadNetwork, roadNetwork } from '../../../src/analysis/drive/road-network';
import { DEFAULT_DRIVE_SETTINGS, type DriveSettings } from '../../../src/analysis/drive/settings';
import type { DriveTargets } from '../../../src/analysis/drive/targets';
import { placesOf } from '../../../src/analysis/places';
import { createProjection } from '../../../src/geometry/projection';
import type { FireStation } from '../../../src/model/entities/fire-station';
import type { RoadSegment } from '../../../src/model/entities/road-segment';
import { at, point } from '../../support/plans';

const projection = createProjection([120, 30]);

function road(
  id: string,
  from: [number, number],
  to: [number, number],
  fields: Partial<RoadSegment> = {},
): RoadSegment {
  return { id, geometry: { type: 'LineString', coordinates: [at(...from), at(...to)] }, ...fields };
}
function station(id: string, eastM: number, northM: number): FireStation {
  return { id, name: id, geometry: point(eastM, northM) };
}
function units(...places: [number, number][]): DriveTargets {
  const records = places.map(([x, y], i) => ({ id: `u${i}`, geometry: point(x, y) }));
  return { keyUnits: placesOf<'keyUnit'>(records, projection) };
}

/** A street of 3 km at 36 km/h (10 m/s). */
const street = [road('a', [0, 0], [1500, 0], { speedKmh: 36 }), road('b', [1500, 0], [3000, 0], { speedKmh: 36 })];
const network = (roads: readonly RoadSegment[]): RoadNetwork =>
  roadNetwork(roads, projection, DEFAULT_DRIVE_SETTINGS.build);
const settings = (fields: Partial<DriveSettings> = {}): DriveSettings => ({
  ...DEFAULT_DRIVE_SETTINGS,
  roadSpeeds: true,
  ...fields,
});

function answerOf(...args: Parameters<typeof analyseDrive>) {
  const answer = analyseDrive(...args);
  if (!answer.ok) throw new Error(answer.issue.code);
  return answer.value;
}

describe('analyseDrive', () => {
  it('reaches along the street what turnout and driving leave time for', () => {
    // 4 min − 1 min turnout = 180 s = 1,800 m from the west end.
    const answer = answerOf(network(street), [station('s', 0, 20)], {}, settings({ thresholds: [4, 8] }));
    expect(answer.reach[0]!.roadLengthM).toBeCloseTo(1800, 2);
    expect(answer.reach[0]!.share).toBeCloseTo(0.6, 5);
    expect(answer.reach[1]!.roadLengthM).toBeCloseTo(3000, 2);
    expect(answer.stations[0]!.snapM).toBeCloseTo(20, 2);
  });

  it('shares the street between two stations where they come at the same moment, and counts second due', () => {
    const targets = units([100, 30], [1400, 30], [2900, 30]);
    const two = [station('west', 0, 0), station('east', 3000, 0)];
    const answer = answerOf(network(street), two, targets, settings({ thresholds: [4, 5] }));
    expect(answer.firstDue.map(({ roadLengthM }) => Math.round(roadLengthM))).toEqual([1500, 1500]);
    expect(answer.firstDue.map(({ keyUnits }) => keyUnits)).toEqual([2, 1]);
    // 1,400 m from the west: 200 s; from the east 1,600 m: 220 s. Both come within 4 min, no other place has two.
    expect(answer.reach[0]!.keyUnits).toMatchObject({ total: 3, within: 3 });
    expect(answer.reach[0]!.second.keyUnits).toMatchObject({ total: 3, within: 1 });
  });

  it('counts the way off the road only when asked to', () => {
    const targets = units([1700, 200]);
    const asked = (addSnap: boolean) =>
      answerOf(network(street), [station('s', 0, 0)], targets, settings({ thresholds: [4], addSnap })).reach[0]!
        .keyUnits!.within;
    expect([asked(false), asked(true)]).toEqual([1, 0]);
  });

  it('leads no engine over closed roads, paths, or against one-way streets', () => {
    const reach = (fields: Partial<RoadSegment>, more: Partial<DriveSettings> = {}): number => {
      const roads = [street[0]!, { ...street[1]!, ...fields }];
      const { reach: found } = answerOf(
        network(roads),
        [station('s', 0, 0)],
        {},
        settings({ thresholds: [8], ...more }),
      );
      return Math.round(found[0]!.roadLengthM);
    };
    expect(reach({})).toBe(3000);
    expect(reach({ closed: true })).toBe(1500);
    expect(reach({}, { closedRoadIds: ['b'] })).toBe(1500);
    expect(reach({ class: 'path' })).toBe(1500);
    expect(reach({ oneWay: 'backward' })).toBe(1500);
    expect(reach({ oneWay: 'backward' }, { oneWay: 'waive' })).toBe(3000);
  });

  it('says which station stands on no road or on roads apart, and works on with the others', () => {
    const roads = [...street, road('island', [0, 2000], [500, 2000])];
    const stations = [station('far', 0, 9000), station('apart', 100, 2150), station('good', 0, 0)];
    const answer = answerOf(network(roads), stations, {}, settings());
    expect(answer.issues.map(({ code, params }) => [code, params.station])).toEqual([
      ['drive.stationOffRoad', 'far'],
      ['drive.stationFar', 'apart'],
      ['drive.stationApart', 'apart'],
    ]);
    expect(answer.network).toMatchObject({ components: 2, droppedLengthM: expect.closeTo(500, 0) });
    expect(answer.firstDue[2]!.roadLengthM).toBeCloseTo(3000, 2);
  });

  it('measures detour and mean speed on the network', () => {
    // Around two sides of a square: 2,000 m of road for 1,414 m of air.
    const corner = [
      road('a', [0, 0], [1000, 0], { speedKmh: 36 }),
      road('b', [1000, 0], [1000, 1000], { speedKmh: 36 }),
    ];
    const answer = answerOf(network(corner), [station('s', 0, 0)], units([1010, 1000]), settings());
    expect(answer.detourFactor).toBeCloseTo(Math.SQRT2, 4);
    expect(answer.meanSpeedKmh).toBeCloseTo(36, 4);
  });

  it('names the places that the engine reaches last, well apart', () => {
    const answer = answerOf(network(street), [station('s', 0, 0)], {}, settings());
    // 3,000 m at 10 m/s and a minute of turnout: 6 min.
    expect(answer.worst[0]!.arrival).toBeCloseTo(6, 4);
    expect(answer.worst[0]!.position[0]).toBeCloseTo(at(3000, 0)[0], 6);
  });

  it('fails with the reason where nothing can be asked', () => {
    const code = (...args: Parameters<typeof analyseDrive>): string => {
      const answer = analyseDrive(...args);
      return answer.ok ? '' : answer.issue.code;
    };
    expect(code(network([]), [station('s', 0, 0)], {}, settings())).toBe('drive.noRoads');
    expect(code(network(street), [], {}, settings())).toBe('response.noStation');
    expect(code(network(street), [station('s', 0, 5000)], {}, settings())).toBe('drive.stationsOffRoad');
    const slow = { ...DEFAULT_DRIVE_SETTINGS.speedKmh, local: -1 };
    expect(code(network(street), [station('s', 0, 0)], {}, settings({ speedKmh: slow }))).toBe('drive.settings');
  });
});

describe('reachFeatures', () => {
  it('cuts the roads where the thresholds fall', () => {
    const { features } = reachFeatures(network(street), [station('s', 0, 0)], settings({ thresholds: [2, 4] }));
    expect(features.map(({ properties }) => properties!.threshold)).toEqual([2, 4, 4]);
    const ends = features.map(({ geometry }) => geometry.coordinates.at(-1)![0]!);
    // 60 s and 180 s of driving at 10 m/s.
    expect(ends).toEqual([600, 1500, 1800].map((x) => expect.closeTo(at(x, 0)[0], 6)));
  });
});
