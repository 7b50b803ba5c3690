import { expect, it } from 'vitest';
import { issueOf } from '../../../../src/base/issue';
import { checkOf, failedCheck } from '../../../../src/io/mapping/check';
import { planOf, point } from '../../../support/plans';

const counts = { records: 5000, values: 0, mended: 0 };

it('is small however large the file, and one slipped row does not widen where it lies', () => {
  const records = Array.from({ length: 5000 }, (_, k) => ({
    id: `h${k}`,
    geometry: k === 0 ? point(9e6, 0) : point(k, k),
  }));
  const rejections = Array.from({ length: 5000 }, (_, row) => ({ row, issue: issueOf('import.zeros'), whole: true }));
  const check = checkOf({ entity: 'hydrant', records, madeUp: new Set(), rejections, counts, unknown: [] }, planOf({}));
  expect(check.usable).toBe(5000);
  expect(check.rejections.length).toBeLessThanOrEqual(2000);
  expect(check.counts).toEqual(counts);
  expect(check.places.length).toBeLessThanOrEqual(1600);
  expect(check.bounds![2] - check.bounds![0]).toBeLessThan(0.06);
});

it('of choices that cannot be computed says why', () => {
  expect(failedCheck(issueOf('crs.unknown', { value: 'x' }))).toMatchObject({
    usable: 0,
    issue: { code: 'crs.unknown' },
  });
});
