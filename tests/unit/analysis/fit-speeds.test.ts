import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { roadNetwork } from '../../../src/analysis/drive/road-network';
import { DEFAULT_DRIVE_SETTINGS } from '../../../src/analysis/drive/settings';
import { fitSpeeds, type KnownRun, qualityOf, travelIn } from '../../../src/analysis/drive/times/fit-speeds';
import { boundedLeastSquares } from '../../../src/analysis/drive/times/least-squares';
import { performanceOf } from '../../../src/analysis/drive/times/performance';
import { fractile, runTimesOf } from '../../../src/analysis/drive/times/run-times';
import { fitFromIncidents } from '../../../src/analysis/drive/times/speed-fit';
import { createRandom } from '../../../src/base/random';
import { createProjection } from '../../../src/geometry/projection';
import type { Incident } from '../../../src/model/entities/incident';
import { ROAD_CLASSES, type RoadClass, type RoadSegment } from '../../../src/model/entities/road-segment';
import { at, point } from '../../support/plans';

const PRESENT = DEFAULT_DRIVE_SETTINGS.speedKmh;
const speed = fc.integer({ min: 12, max: 80 });

describe('fitSpeeds', () => {
  it('finds the speeds and the fixed time that made the runs', () => {
    fc.assert(
      fc.property(
        speed,
        speed,
        speed,
        fc.integer({ min: 0, max: 90 }),
        fc.nat(),
        (primary, tertiary, local, fixedS, seed) => {
          const random = createRandom(seed);
          const truth = { speedKmh: { ...PRESENT, primary, tertiary, local }, fixedS };
          const runs = Array.from({ length: 200 }, (): KnownRun => {
            const metres = new Float64Array(ROAD_CLASSES.length);
            for (const each of ['primary', 'tertiary', 'local'] as const)
              metres[ROAD_CLASSES.indexOf(each)] = random.between(0, 3000);
            return { metres, travelS: travelIn(truth, metres) };
          });
          const model = fitSpeeds(runs, PRESENT);
          expect(model.fitted).toEqual(['primary', 'tertiary', 'local']);
          for (const each of model.fitted) expect(model.speedKmh[each] / truth.speedKmh[each]).toBeCloseTo(1, 1);
          expect(Math.abs(model.fixedS - fixedS)).toBeLessThan(4);
          expect(qualityOf(runs, model).r2).toBeGreaterThan(0.995);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('leaves a class that no run drives in proportion to the others', () => {
    const runs = Array.from({ length: 50 }, (_, k): KnownRun => {
      const metres = new Float64Array(ROAD_CLASSES.length);
      metres[ROAD_CLASSES.indexOf('tertiary')] = 500 + 100 * k;
      return { metres, travelS: (metres[ROAD_CLASSES.indexOf('tertiary')]! * 3.6) / 17.5 };
    });
    const { speedKmh } = fitSpeeds(runs, PRESENT);
    // Half of the 35 km/h taken for granted.
    expect(speedKmh.tertiary).toBeCloseTo(17.5, 0);
    expect(speedKmh.primary).toBeCloseTo(PRESENT.primary / 2, 0);
    expect(speedKmh.path).toBe(0);
  });
});

it('bounded least squares stay within their bounds', () => {
  const weights = boundedLeastSquares({
    rows: Float64Array.from([1, 0, 0, 1, 1, 1]),
    target: Float64Array.from([5, -3, 2]),
    low: Float64Array.from([0, 0]),
    high: Float64Array.from([4, 4]),
    prior: Float64Array.from([1, 1]),
    pull: 0,
  });
  expect([...weights]).toEqual([expect.closeTo(3.5, 6), 0]);
});

const incident = (id: string, x: number, y: number, fields: Partial<Incident>): Incident => ({
  id,
  geometry: point(x, y),
  ...fields,
});
const clock = (s: number): string => new Date(Date.UTC(2025, 4, 1, 8) + 1000 * s).toISOString().slice(0, 19);

describe('recorded times', () => {
  it('count only when they are whole, in order and sane', () => {
    const times = { calledAt: clock(0), turnedOutAt: clock(50), arrivedAt: clock(290) };
    expect(runTimesOf(incident('a', 0, 0, times))).toEqual({
      turnoutS: 50,
      travelS: 240,
      totalS: 290,
      hour: 8,
      month: '2025-05',
    });
    expect(runTimesOf(incident('a', 0, 0, { ...times, arrivedAt: clock(40) }))).toBeNull();
    expect(runTimesOf(incident('a', 0, 0, { calledAt: clock(0), arrivedAt: clock(40) }))).toBeNull();
    expect(runTimesOf(incident('a', 0, 0, { ...times, arrivedAt: 'soon' }))).toBeNull();
    expect([fractile([5, 1, 4, 2, 3], 0.9), fractile([1, 2], 0.5), fractile([], 0.5)]).toEqual([5, 1, Number.NaN]);
  });

  it('give shares within 4, 5 and 8 minutes and the 90th percentile, by subdistrict, hour and month', () => {
    const list = [200, 250, 290, 400, 900].map((s, k) =>
      incident(`i${k}`, k, 0, {
        calledAt: clock(3600 * k),
        turnedOutAt: clock(3600 * k + 30),
        arrivedAt: clock(3600 * k + s),
      }),
    );
    const answer = performanceOf([...list, incident('none', 0, 0, {})], ({ id }) =>
      id === 'i0' ? { id: 'old', name: 'Old town' } : null,
    );
    expect(answer.all).toEqual({ runs: 5, within: [0.2, 0.6, 0.8], p90S: 900 });
    expect(answer).toMatchObject({ withoutTimes: 1, medianTurnoutS: 30 });
    expect(answer.bySubdistrict).toEqual([{ id: 'old', name: 'Old town', runs: 1, within: [1, 1, 1], p90S: 200 }]);
    expect(answer.byHour.map(({ hour }) => hour)).toEqual([8, 9, 10, 11, 12]);
    expect(answer.byMonth.map(({ month, runs }) => [month, runs])).toEqual([['2025-05', 5]]);
    expect(performanceOf([], () => null).all).toBeNull();
  });
});

describe('fitFromIncidents', () => {
  const line = (id: string, roadClass: RoadClass, ...points: [number, number][]): RoadSegment => ({
    id,
    class: roadClass,
    geometry: { type: 'LineString', coordinates: points.map(([x, y]) => at(x, y)) },
  });
  // A fast way around and a slow way through: the way depends on the speeds.
  const roads = [
    line('ring', 'primary', [0, 0], [0, 1000], [3000, 1000], [3000, 0]),
    line('street', 'local', [0, 0], [3000, 0]),
    line('end', 'local', [3000, 0], [6000, 0]),
  ];
  const network = roadNetwork(roads, createProjection([120, 30]), DEFAULT_DRIVE_SETTINGS.build);
  const stations = [{ id: 's', geometry: point(0, 0) }];

  it('finds ways and speeds together', () => {
    // The truth: 60 km/h on the ring, 20 km/h in the streets, half a minute besides.
    const list = Array.from({ length: 120 }, (_, k) => {
      const x = 100 + 48 * k;
      const around = 5000 / (60 / 3.6) + Math.abs(3000 - x) / (20 / 3.6);
      const travel = 30 + Math.min(x / (20 / 3.6), around);
      return incident(`i${k}`, x, 5, {
        calledAt: clock(0),
        turnedOutAt: clock(45),
        arrivedAt: clock(Math.round(45 + travel)),
      });
    });
    const fit = fitFromIncidents(network, stations, [...list, incident('x', 100, 0, {})], DEFAULT_DRIVE_SETTINGS);
    if (!fit.ok) throw new Error(fit.issue.code);
    expect(fit.value.speedKmh.local).toBeCloseTo(20, 0);
    expect(fit.value.speedKmh.primary).toBeGreaterThan(55);
    expect(fit.value.speedKmh.primary).toBeLessThan(65);
    expect(fit.value).toMatchObject({ used: 120, left: 1, medianTurnoutS: 45, fitted: ['primary', 'local'] });
    expect(fit.value.r2).toBeGreaterThan(0.98);
    expect(fit.value.r2).toBeGreaterThan(fit.value.present.r2);
    expect(fit.value.byHour).toEqual([{ hour: 8, runs: 120, factor: expect.closeTo(1, 1) }]);
  });

  it('says when too few runs have times', () => {
    const fit = fitFromIncidents(network, stations, [incident('x', 100, 0, {})], DEFAULT_DRIVE_SETTINGS);
    expect(fit).toMatchObject({ ok: false, issue: { code: 'drive.fewTimes', params: { usable: 0, total: 1 } } });
  });
});
