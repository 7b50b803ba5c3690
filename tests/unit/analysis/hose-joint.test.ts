import { describe, expect, it } from 'vitest';
import type { BuildingWater } from '../../../src/analysis/hose/answer';
import { jointAnswer, jointTotals } from '../../../src/analysis/hose/joint';

const building = (id: string, verdict: BuildingWater['verdict'], fix: BuildingWater['fix'] = null): BuildingWater => ({
  id,
  verdict,
  fix,
  availableLps: verdict === 'passes' ? 15 : 0,
  hydrants: 1,
  unmeasured: 0,
  frontage: null,
  needed: { flowLps: 15, clause: 'n', verified: true, missing: [] },
  sources: [],
  within: [],
  inCarried: false,
  crowOnly: false,
  clause: 'water clause',
});
const limit = { limitS: 300, clause: 'engine clause' };

describe('the joint answer', () => {
  it('passes only with an engine in time and enough water, and says which side fails', () => {
    const fix = { kind: 'repair', hydrantIds: ['h'] } as const;
    const list = [
      building('good', 'passes'),
      building('dry', 'flow', fix),
      building('late', 'passes'),
      building('worst', 'distance'),
      building('alone', 'passes'),
    ];
    const joint = jointAnswer(list, Float64Array.of(300, 200, 301, Number.POSITIVE_INFINITY, Number.NaN), limit);
    expect(joint.map(({ fails }) => fails)).toEqual(['none', 'water', 'engine', 'both', 'engine']);
    expect(joint.map(({ clauses }) => clauses)).toEqual([
      [],
      ['water clause'],
      ['engine clause'],
      ['engine clause', 'water clause'],
      ['engine clause'],
    ]);
    expect(joint.map(({ lateS }) => lateS)).toEqual([null, null, 1, null, null]);
    expect(joint.map(({ engine }) => engine.arrivalS)).toEqual([300, 200, 301, null, null]);
    expect(joint[1]!.waterFix).toEqual(fix);
    expect(jointTotals(joint)).toEqual({ none: 1, water: 1, engine: 2, both: 1 });
  });

  it('refuses times that belong to other buildings', () => {
    expect(() => jointAnswer([building('a', 'passes')], new Float64Array(2), limit)).toThrow(/2 arrival times for 1/);
  });
});
