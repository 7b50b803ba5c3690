import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ResilienceAnswer, rankLosses } from '../../../src/analysis/drive/resilience';
import { roadNetwork } from '../../../src/analysis/drive/road-network';
import { DriveSession } from '../../../src/analysis/drive/session';
import { DEFAULT_DRIVE_SETTINGS, type DriveSettings } from '../../../src/analysis/drive/settings';
import { placesOf } from '../../../src/analysis/places';
import type { Result } from '../../../src/base/result';
import { createProjection } from '../../../src/geometry/projection';
import type { FireStation } from '../../../src/model/entities/fire-station';
import type { RoadSegment } from '../../../src/model/entities/road-segment';
import { at, point } from '../../support/plans';

const projection = createProjection([120, 30]);
const SETTINGS: DriveSettings = { ...DEFAULT_DRIVE_SETTINGS, by: 'metres', thresholds: [900] };

/** 4 × 4 crossings, 250 m apart; some streets are missing. */
function townWithout(missing: readonly number[]): RoadSegment[] {
  const all = Array.from({ length: 24 }, (_, k): RoadSegment => {
    const [line, step] = [Math.floor((k % 12) / 3), k % 3];
    const ends: [number, number][] = [
      [step * 250, line * 250],
      [(step + 1) * 250, line * 250],
    ];
    const coordinates = (k < 12 ? ends : ends.map(([x, y]): [number, number] => [y, x])).map(([x, y]) => at(x, y));
    return { id: `r${k}`, bridge: k === 13, geometry: { type: 'LineString', coordinates } };
  });
  return all.filter((_, k) => !missing.includes(k));
}
const UNITS = placesOf<'keyUnit'>(
  Array.from({ length: 50 }, (_, i) => ({ id: `u${i}`, geometry: point((i * 149) % 760, (i * 263) % 760) })),
  projection,
);
const sessionOf = (roads: readonly RoadSegment[]) =>
  new DriveSession(roadNetwork(roads, projection, SETTINGS.build), { keyUnits: UNITS });

function ranked(session: DriveSession, stations: readonly FireStation[]): Result<ResilienceAnswer> {
  const steps = rankLosses(session, stations, SETTINGS);
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

describe('rankLosses', () => {
  it('names the losses that trying every road and station finds', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.nat(23), { maxLength: 6 }),
        fc.array(fc.tuple(fc.nat(750), fc.nat(750)), { minLength: 1, maxLength: 2 }),
        (missing, places) => {
          const roads = townWithout(missing);
          const stations = places.map(([x, y], i): FireStation => ({ id: `s${i}`, geometry: point(x, y) }));
          const session = sessionOf(roads);
          const answer = ranked(session, stations);
          if (!answer.ok) throw new Error(answer.issue.code);
          const within = (closed: string[], left: readonly FireStation[]): number => {
            const found = session.answer(left, { ...SETTINGS, closedRoadIds: closed });
            return found.ok ? found.value.reach[0]!.keyUnits!.within : 0;
          };
          const all = within([], stations);
          expect(answer.value.within).toBe(all);
          // A road cut can put a place onto another road that is reached: what is counted are those lost.
          const truth = roads.map(({ id }) => all - within([id], stations)).sort((a, b) => b - a);
          const found = answer.value.losses.filter(({ type }) => type === 'roadSegment').map(({ lost }) => lost);
          for (const [k, lost] of truth.slice(0, 10).entries())
            if (lost > 0) expect(found[k]).toBeGreaterThanOrEqual(lost);
          for (const { type, id, lost } of answer.value.losses)
            if (type === 'fireStation')
              expect(lost).toBe(
                all -
                  within(
                    [],
                    stations.filter((station) => station.id !== id),
                  ),
              );
        },
      ),
      { numRuns: 12 },
    );
  });

  it('says what it has to be told about', () => {
    const session = new DriveSession(roadNetwork(townWithout([]), projection, SETTINGS.build), {});
    expect(ranked(session, [{ id: 's', geometry: point(0, 0) }])).toMatchObject({
      ok: false,
      issue: { code: 'drive.noTargets' },
    });
    expect(ranked(session, [])).toMatchObject({ ok: false, issue: { code: 'response.noStation' } });
  });
});
