import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { analyseDrive } from '../../../src/analysis/drive/analyse';
import { roadNetwork } from '../../../src/analysis/drive/road-network';
import { DriveSession } from '../../../src/analysis/drive/session';
import { DEFAULT_DRIVE_SETTINGS, type DriveSettings } from '../../../src/analysis/drive/settings';
import { placesOf } from '../../../src/analysis/places';
import { createProjection } from '../../../src/geometry/projection';
import type { FireStation } from '../../../src/model/entities/fire-station';
import type { RoadSegment } from '../../../src/model/entities/road-segment';
import { at, point } from '../../support/plans';

const projection = createProjection([120, 30]);
const CLASSES = ['primary', 'tertiary', 'local', 'service'] as const;

/** A town of 5 × 5 crossings, 300 m apart. */
const TOWN: readonly RoadSegment[] = Array.from({ length: 40 }, (_, k) => {
  const [line, step] = [Math.floor((k % 20) / 4), k % 4];
  const ends: [number, number][] = [
    [step * 300, line * 300],
    [(step + 1) * 300, line * 300],
  ];
  const coordinates = (k < 20 ? ends : ends.map(([x, y]): [number, number] => [y, x])).map(([x, y]) => at(x, y));
  return { id: `r${k}`, class: CLASSES[k % 4]!, geometry: { type: 'LineString', coordinates } };
});
const UNITS = placesOf<'keyUnit'>(
  Array.from({ length: 60 }, (_, i) => ({ id: `u${i}`, geometry: point((i * 197) % 1250, (i * 331) % 1250) })),
  projection,
);

function withClosed(closed: readonly number[]): RoadSegment[] {
  return TOWN.map((road, i) => (closed.includes(i) ? { ...road, closed: true } : road));
}

describe('DriveSession', () => {
  it('answers after moves, closures and other speeds what a fresh analysis answers', () => {
    const base = roadNetwork(TOWN, projection, DEFAULT_DRIVE_SETTINGS.build);
    const session = new DriveSession(base, { keyUnits: UNITS });
    const step = fc.record({
      stations: fc.array(fc.tuple(fc.nat(1200), fc.nat(1200)), { minLength: 1, maxLength: 3 }),
      closed: fc.uniqueArray(fc.nat(39), { maxLength: 8 }),
      speed: fc.constantFrom(20, 35),
      oneWay: fc.constantFrom('respect', 'waive'),
    });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 6 }), (steps) => {
        for (const { stations, closed, speed, oneWay } of steps) {
          const roads = withClosed(closed);
          const settings: DriveSettings = {
            ...DEFAULT_DRIVE_SETTINGS,
            thresholds: [2, 3],
            oneWay: oneWay as 'respect',
            speedKmh: { ...DEFAULT_DRIVE_SETTINGS.speedKmh, local: speed },
          };
          const placed = stations.map(([x, y], i): FireStation => ({ id: `s${i}`, geometry: point(x, y) }));
          session.update({ ...base, roads }, { keyUnits: UNITS });
          const fresh = roadNetwork(roads, projection, DEFAULT_DRIVE_SETTINGS.build);
          expect(session.answer(placed, settings)).toEqual(analyseDrive(fresh, placed, { keyUnits: UNITS }, settings));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('counts only the roads that it is told to', () => {
    const network = roadNetwork(TOWN, projection, DEFAULT_DRIVE_SETTINGS.build);
    // The streets along the southern edge.
    const counted = Uint8Array.from(network.graph.from, (_, e) => (network.graph.road[e]! < 4 ? 1 : 0));
    const answer = new DriveSession(network, {}, counted).answer([{ id: 's', geometry: point(0, 0) }], {
      ...DEFAULT_DRIVE_SETTINGS,
      by: 'metres',
      thresholds: [600],
    });
    if (!answer.ok) throw new Error(answer.issue.code);
    expect(answer.value.drivableM).toBeCloseTo(1200, 0);
    expect(answer.value.reach[0]!.share).toBeCloseTo(0.5, 3);
    for (const { position } of answer.value.worst) expect(position[1]).toBeCloseTo(30, 5);
  });

  it('refuses another graph', () => {
    const of = (roads: readonly RoadSegment[]) => roadNetwork(roads, projection, DEFAULT_DRIVE_SETTINGS.build);
    expect(() => new DriveSession(of(TOWN), {}).update(of(TOWN), {})).toThrow('another graph');
  });

  it('holds reach against the time that the profile has', () => {
    const session = new DriveSession(roadNetwork(TOWN, projection, DEFAULT_DRIVE_SETTINGS.build), { keyUnits: UNITS });
    const limitOf = (profileId: string) => {
      const answer = session.answer([{ id: 's', geometry: point(0, 0) }], { ...DEFAULT_DRIVE_SETTINGS, profileId });
      return answer.ok ? answer.value.limit : null;
    };
    expect(limitOf('cn')).toMatchObject({ minutes: 5, clause: expect.stringContaining('GB 51080') });
    // 80 s of turnout and 240 s of travel.
    expect(limitOf('nfpa-iso')?.minutes).toBeCloseTo(16 / 3, 2);
    expect(limitOf('dvgw')).toBeNull();
  });
});
