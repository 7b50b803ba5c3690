import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CoverageSettings } from '../../../src/analysis/coverage/answer';
import { CoverageSession } from '../../../src/analysis/coverage/session';
import { DEFAULT_COVERAGE_SETTINGS } from '../../../src/analysis/coverage/settings';
import type { Hydrant } from '../../../src/model/entities/hydrant';
import type { Plan } from '../../../src/model/plan';
import { profileById } from '../../../src/model/standards/profiles';
import { at, planOf, point, rectangle } from '../../support/plans';

const DISTRICT = { id: 'd', geometry: rectangle(0, 0, 1000, 1000) };
const DISC_150 = Math.PI * 150 ** 2;

function sessionOf(plan: Plan, fields: Partial<CoverageSettings> = {}): CoverageSession {
  const settings = { ...DEFAULT_COVERAGE_SETTINGS, ...fields };
  const made = CoverageSession.create(plan, settings, profileById(settings.profileId));
  if (!made.ok) throw new Error(made.issue.code);
  return made.value;
}

const answerOf = (plan: Plan, fields: Partial<CoverageSettings> = {}) => sessionOf(plan, fields).answer();

function hydrant(id: string, x: number, y: number, fields: Partial<Hydrant> = {}): Hydrant {
  return { id, geometry: point(x, y), status: 'working', ...fields };
}

describe('coverage', () => {
  it('covers one disc of π·150² in the middle of a square kilometre and leaves one gap', () => {
    const { district, covered, gaps } = answerOf(planOf({ district: [DISTRICT], hydrant: [hydrant('a', 500, 500)] }));
    // Meridians converge: at 30° N the northern side of the square is 9 cm shorter.
    expect(district.areaM2).toBeCloseTo(1e6 - 45, -1);
    expect(covered.areaM2).toBeCloseTo(DISC_150, 0);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]!.areaM2 + covered.areaM2).toBeCloseTo(district.areaM2, 4);
    // The farthest corner: 500·√2 from the hydrant.
    expect(gaps[0]!.mostRemote!.distanceM).toBeCloseTo(Math.hypot(500, 500), -0.5);
  });

  it('counts half a disc for a hydrant on the boundary and the part inside for one outside', () => {
    const onEdge = answerOf(planOf({ district: [DISTRICT], hydrant: [hydrant('a', 0, 500)] }));
    expect(onEdge.covered.areaM2).toBeCloseTo(DISC_150 / 2, -1);
    const outside = answerOf(planOf({ district: [DISTRICT], hydrant: [hydrant('a', -75, 500)] }));
    // Segment of a circle beyond a chord at r/2: r²(π/3 − √3/4).
    expect(outside.covered.areaM2).toBeCloseTo(150 ** 2 * (Math.PI / 3 - Math.sqrt(3) / 4), -1);
    expect(outside.hydrants.outsideDistrict).toBe(1);
  });

  it('counts only working hydrants, planned ones when the scenario says so, and coincident ones once', () => {
    const plan = planOf({
      district: [DISTRICT],
      hydrant: [
        hydrant('a', 200, 200),
        hydrant('a2', 200, 200),
        hydrant('b', 200, 800, { status: 'damaged' }),
        hydrant('c', 800, 800, { status: 'planned' }),
        { id: 'd', geometry: point(800, 200) },
      ],
    });
    const now = answerOf(plan);
    expect(now.hydrants).toMatchObject({ total: 5, counted: 2 });
    expect(now.hydrants.byStatus).toMatchObject({ working: 2, damaged: 1, planned: 1, unknown: 1 });
    expect(now.covered.areaM2).toBeCloseTo(DISC_150, 0);
    expect(answerOf(plan, { countPlanned: true }).covered.areaM2).toBeCloseTo(2 * DISC_150, 0);
  });

  it('uses own radii only when asked', () => {
    const plan = planOf({ district: [DISTRICT], hydrant: [hydrant('a', 500, 500, { radiusM: 100 })] });
    expect(answerOf(plan, { ownRadii: false }).covered.areaM2).toBeCloseTo(DISC_150, 0);
    expect(answerOf(plan, { ownRadii: true }).covered.areaM2).toBeCloseTo(Math.PI * 1e4, 0);
  });

  it('shows what is not known apart from what is not covered', () => {
    const plan = planOf({
      district: [DISTRICT],
      hydrant: [
        { id: 'unknown', geometry: point(500, 500), flowLps: 20, lastInspection: '2025-12-01' },
        hydrant('old', 200, 200, { flowLps: 20, lastInspection: '2020-01-01' }),
        hydrant('dry', 800, 200, { lastInspection: '2025-12-01' }),
      ],
      roadSegment: [
        { id: 'seen', class: 'local', surveyedOn: '2025-01-01', geometry: line(0, 0, 100, 0) },
        { id: 'unseen', class: 'local', geometry: line(0, 500, 300, 500) },
        { id: 'path', class: 'path', geometry: line(0, 600, 300, 600) },
      ],
    });
    const { dataGaps } = answerOf(plan);
    expect(dataGaps.hydrantsWithoutStatus).toEqual(['unknown']);
    expect(dataGaps.hydrantsWithoutFlow).toEqual(['dry']);
    expect(dataGaps.hydrantsNotInspected).toEqual(['old']);
    expect(dataGaps.roadsNotSurveyed.ids).toEqual(['unseen']);
    expect(dataGaps.roadsNotSurveyed.lengthM).toBeCloseTo(300, 0);
    expect(dataGaps.unknownStatusAreaM2).toBeCloseTo(DISC_150, 0);
  });

  it('ranks the gap that holds more first and says what stands in it', () => {
    const wall = Array.from({ length: 11 }, (_, k) => hydrant(`w${k}`, 500, k * 100));
    const plan = planOf({
      district: [DISTRICT],
      hydrant: wall,
      keyUnit: [{ id: 'mall', highRisk: true, geometry: point(900, 500) }],
      building: [
        { id: 'b1', geometry: rectangle(890, 490, 910, 510) },
        { id: 'b2', geometry: rectangle(490, 490, 510, 510) },
      ],
      incident: [
        { id: 'recent', calledAt: '2025-06-01T08:00:00', geometry: point(850, 300) },
        { id: 'long ago', calledAt: '2019-06-01T08:00:00', geometry: point(850, 300) },
      ],
    });
    const { gaps, buildings, keyUnits } = answerOf(plan);
    expect(gaps).toHaveLength(2);
    expect(gaps[0]).toMatchObject({ rank: 1, buildings: 1, keyUnits: 1, highRiskUnits: 1, incidents: 1 });
    expect(gaps[1]).toMatchObject({ rank: 2, buildings: 0, keyUnits: 0, incidents: 0 });
    expect(buildings).toEqual({ total: 2, covered: 1, share: 0.5 });
    expect(keyUnits).toEqual({ total: 1, covered: 0, share: 0 });
  });

  it('splits the district by subdistricts, whose areas add up', () => {
    const plan = planOf({
      district: [DISTRICT],
      subdistrict: [
        { id: 'w', name: 'West', geometry: rectangle(0, 0, 500, 1000) },
        { id: 'e', name: 'East', geometry: rectangle(500, 0, 1000, 1000) },
      ],
      hydrant: [hydrant('a', 450, 500), hydrant('b', 800, 500, { status: 'damaged' })],
      // The code asks for one hydrant per 120 m on each side of none but wide roads: 480 m → 4.
      roadSegment: [{ id: 'r', class: 'secondary', geometry: line(10, 500, 490, 500) }],
    });
    const { subdistricts, covered, debt } = answerOf(plan);
    const [west, east] = subdistricts;
    expect(west!.coveredM2 + east!.coveredM2).toBeCloseTo(covered.areaM2, 2);
    expect(west).toMatchObject({ name: 'West', built: 1, working: 1, asked: 4, owed: 3, toRepair: 0 });
    expect(east).toMatchObject({ name: 'East', built: 1, working: 0, asked: 0, owed: 0, toRepair: 1 });
    expect(debt).toEqual({ asked: 4, built: 2, owed: 3, toRepair: 1 });
  });

  it('answers a preview as if the hydrant stood there, and is as before afterwards', () => {
    const metres = fc.integer({ min: -100, max: 1100 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(metres, metres), { minLength: 1, maxLength: 12 }),
        fc.tuple(metres, metres),
        (places, target) => {
          const hydrants = places.map(([x, y], k) => hydrant(`h${k}`, x, y));
          const session = sessionOf(planOf({ district: [DISTRICT], hydrant: hydrants }));
          const before = session.answer();
          const live = session.preview({ id: 'h0', position: at(...target) });
          const moved = answerOf(
            planOf({ district: [DISTRICT], hydrant: [hydrant('h0', ...target), ...hydrants.slice(1)] }),
          );
          session.endPreview();
          expect(live.coveredM2).toBeCloseTo(moved.covered.areaM2, 2);
          expect(session.answer().covered.areaM2).toBeCloseTo(before.covered.areaM2, 4);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('names clause, value and limit of what breaks a rule', () => {
    const plan = planOf({
      district: [DISTRICT],
      hydrant: [hydrant('a', 300, 500, { flowLps: 10 }), hydrant('b', 700, 500, { flowLps: 20 })],
    });
    const { findings } = answerOf(plan);
    const flow = findings.find(({ ruleId }) => ruleId === 'hydrant.flow')!;
    expect(flow).toMatchObject({ passed: false, broken: 1, checked: 2, measured: 10, limit: { min: 15 } });
    expect(flow.clause).toMatch(/GB/);
    expect(flow.records).toEqual({ type: 'hydrant', ids: ['a'] });
    const spacing = findings.find(({ ruleId }) => ruleId === 'hydrant.spacing')!;
    expect(spacing.measured).toBeCloseTo(400, 0);
  });

  it.each([
    ['coverage.noDistrict', {}, {}],
    ['coverage.radius', { district: [DISTRICT] }, { radiusM: 0 }],
    ['coverage.radius', { district: [DISTRICT] }, { radiusM: Number.NaN }],
    ['coverage.hydrantPosition', { district: [DISTRICT], hydrant: [nowhere()] }, {}],
    ['region.crossing', { district: [bowTie()] }, {}],
  ])('refuses with %s', (code, records, fields) => {
    const settings = { ...DEFAULT_COVERAGE_SETTINGS, ...fields };
    const made = CoverageSession.create(planOf(records), settings, profileById('cn'));
    expect(made).toMatchObject({ ok: false, issue: { code } });
  });

  it('answers a district without any hydrant: nothing covered, one gap, no most remote point', () => {
    const { covered, gaps } = answerOf(planOf({ district: [DISTRICT] }));
    expect(covered.share).toBe(0);
    expect(gaps).toHaveLength(1);
    expect(gaps[0]!.mostRemote).toBeNull();
  });
});

function line(x0: number, y0: number, x1: number, y1: number) {
  return { type: 'LineString', coordinates: [at(x0, y0), at(x1, y1)] } as const;
}

function nowhere(): Hydrant {
  return { id: 'x', status: 'working', geometry: { type: 'Point', coordinates: [120, Number.NaN] } };
}

function bowTie() {
  const ring = [at(0, 0), at(1000, 1000), at(1000, 0), at(0, 900), at(0, 0)];
  return { id: 'd', geometry: { type: 'MultiPolygon', coordinates: [[ring]] } as const };
}
