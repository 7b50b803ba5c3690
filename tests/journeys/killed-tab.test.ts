import { expect, inject, it } from 'vitest';
import { killRounds } from '../support/kill-rounds';

it('loses no edit that the screen called saved when the browser is killed while somebody edits', async () => {
  const { kills, saved, faults } = await killRounds(inject('appUrl'), 3, 2026);
  expect(faults).toEqual([]);
  expect(kills).toBe(3);
  expect(saved).toBeGreaterThan(0);
}, 120_000);
