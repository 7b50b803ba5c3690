import fc from 'fast-check';
import { expect, it } from 'vitest';
import { HOSE_KINDS } from '../../../src/analysis/hose/friction';
import { DEFAULT_PLAN_SETTINGS, planSettingsOf } from '../../../src/worker/plan-settings';

it('gives settings back as they were written', () => {
  const settings = {
    ...DEFAULT_PLAN_SETTINGS,
    coverage: { ...DEFAULT_PLAN_SETTINGS.coverage, radiusM: 120, profileId: 'uk', ownRadii: false },
    response: { ...DEFAULT_PLAN_SETTINGS.response, thresholds: [5, 10], by: 'metres' as const, speedKmh: 40 },
    drive: {
      ...DEFAULT_PLAN_SETTINGS.drive,
      turnoutS: 0,
      oneWay: 'waive' as const,
      speedKmh: { ...DEFAULT_PLAN_SETTINGS.drive.speedKmh, path: 5 },
    },
    hose: { ...DEFAULT_PLAN_SETTINGS.hose, profileId: 'dvgw', carriedM: 240, hose: HOSE_KINDS[0]!, assumeFlow: true },
  };
  expect(planSettingsOf(JSON.stringify(settings))).toEqual(settings);
});

it('takes the usual value for whatever a file says wrongly', () => {
  const text = JSON.stringify({
    coverage: { radiusM: -3, profileId: 'mars', ownRadii: 'yes', more: 1 },
    response: [],
    drive: { turnoutS: -1, oneWay: 'never', speedKmh: { local: 900 } },
    hose: { carriedM: 9999 },
  });
  expect(planSettingsOf(text)).toEqual(DEFAULT_PLAN_SETTINGS);
  expect(planSettingsOf('{')).toEqual(DEFAULT_PLAN_SETTINGS);
  expect(planSettingsOf(undefined)).toEqual(DEFAULT_PLAN_SETTINGS);
});

it('never gives a setting of another kind, whatever the file holds', () => {
  fc.assert(
    fc.property(fc.json(), fc.json(), (coverage, response) => {
      const found = planSettingsOf(`{"coverage":${coverage},"response":${response}}`);
      expect(found.coverage.radiusM).toBeGreaterThan(0);
      expect(Object.keys(found.response)).toEqual(Object.keys(DEFAULT_PLAN_SETTINGS.response));
    }),
  );
});
