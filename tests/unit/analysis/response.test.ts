import { area } from '@turf/turf';
import { describe, expect, it } from 'vitest';
import { analyseResponse, reachM } from '../../../src/analysis/response/analyse';
import type { ResponseSettings } from '../../../src/analysis/response/answer';
import { DEFAULT_RESPONSE_SETTINGS } from '../../../src/analysis/response/settings';
import type { Plan } from '../../../src/model/plan';
import { profileById } from '../../../src/model/standards/profiles';
import { planOf, point, rectangle } from '../../support/plans';

const DISTRICT = { id: 'd', geometry: rectangle(0, 0, 10_000, 10_000) };
const TWO = [
  { id: 'west', name: 'West', geometry: point(2500, 5000) },
  { id: 'east', name: 'East', geometry: point(7500, 5000) },
];

function answerOf(plan: Plan, fields: Partial<ResponseSettings> = {}) {
  const settings = { ...DEFAULT_RESPONSE_SETTINGS, ...fields };
  const answer = analyseResponse(plan, settings, profileById('cn'));
  if (!answer.ok) throw new Error(answer.issue.code);
  return answer.value;
}

describe('station response', () => {
  it('reaches speed · minutes / detour factor: 4 min at 60 km/h and λ = 1.4 are 2,857 m', () => {
    const settings = { ...DEFAULT_RESPONSE_SETTINGS, by: 'minutes', speedKmh: 60, detourFactor: 1.4 } as const;
    expect(reachM(4, settings)).toBeCloseTo(2857.14, 2);
    expect(reachM(1500, { ...settings, by: 'metres' })).toBe(1500);
  });

  it('has rings of one disc per station, and the share of units within', () => {
    const plan = planOf({
      district: [DISTRICT],
      fireStation: TWO,
      keyUnit: [
        { id: 'near', geometry: point(3000, 5000) },
        { id: 'far', geometry: point(5000, 9500) },
      ],
    });
    const { rings } = answerOf(plan, { by: 'metres', thresholds: [1000, 2000] });
    expect(rings[0]!.areaM2 / (2 * Math.PI * 1000 ** 2)).toBeCloseTo(1, 4);
    expect(rings[1]!.keyUnits).toEqual({ total: 2, within: 1, share: 0.5 });
  });

  it('parts the district into bands that do not lie on each other, and what no ring reaches', () => {
    const plan = planOf({ district: [DISTRICT], fireStation: TWO });
    const { rings, unreached, district } = answerOf(plan, { by: 'metres', thresholds: [1000, 2000] });
    const [near, next] = rings.map(({ band }) => area({ type: 'Feature', properties: {}, geometry: band as never }));
    expect(near! / rings[0]!.areaM2).toBeCloseTo(1, 2);
    expect(next! / (rings[1]!.areaM2 - rings[0]!.areaM2)).toBeCloseTo(1, 2);
    const beyond = area({ type: 'Feature', properties: {}, geometry: unreached as never });
    expect(beyond / (district.areaM2 - rings[1]!.areaM2)).toBeCloseTo(1, 2);
  });

  it('gives every station the land nearest to it: half each, together the district', () => {
    const { partition, district } = answerOf(planOf({ district: [DISTRICT], fireStation: TWO }));
    const areas = partition.map(({ areaM2 }) => areaM2);
    expect(areas[0]! / areas[1]!).toBeCloseTo(1, 3);
    expect((areas[0]! + areas[1]!) / district.areaM2).toBeCloseTo(1, 6);
  });

  it('counts planned stations only when asked, and a chosen set alone', () => {
    const plan = planOf({
      district: [DISTRICT],
      fireStation: [TWO[0]!, { ...TWO[1]!, stage: 'planned' }],
    });
    expect(answerOf(plan).partition).toHaveLength(1);
    expect(answerOf(plan, { countPlanned: true }).partition).toHaveLength(2);
    expect(answerOf(plan, { stationIds: ['east'] }).partition.map(({ stationId }) => stationId)).toEqual(['east']);
  });

  it('holds each area against the limit of the station’s class', () => {
    const { findings } = answerOf(planOf({ district: [DISTRICT], fireStation: [TWO[0]!] }));
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ passed: false, limit: { max: 7 } });
    expect(findings[0]!.measured).toBeCloseTo(100, 1);
  });

  it.each([
    ['response.noStation', {}, []],
    ['response.settings', { thresholds: [0] }, TWO],
    ['response.settings', { speedKmh: -5 }, TWO],
    ['response.settings', { detourFactor: 0.5 }, TWO],
  ])('refuses with %s', (code, fields, fireStation) => {
    const settings = { ...DEFAULT_RESPONSE_SETTINGS, ...fields };
    const answer = analyseResponse(planOf({ district: [DISTRICT], fireStation }), settings, profileById('cn'));
    expect(answer).toMatchObject({ ok: false, issue: { code } });
  });
});
