import { expect, it } from 'vitest';
import { isWithin, monthsBefore } from '../../../src/analysis/dates';

it('goes back whole months and stays in a month that is shorter', () => {
  expect(monthsBefore('2026-01-15', 36)).toBe('2023-01-15');
  expect(monthsBefore('2026-03-31', 1)).toBe('2026-02-28');
  expect(monthsBefore('2024-03-31', 1)).toBe('2024-02-29');
});

it('takes the last day in and leaves the first day out', () => {
  expect(isWithin('2026-01-01T23:00:00', '2023-01-01', '2026-01-01')).toBe(true);
  expect(isWithin('2023-01-01', '2023-01-01', '2026-01-01')).toBe(false);
  expect(isWithin(undefined, '2023-01-01', '2026-01-01')).toBe(false);
});
