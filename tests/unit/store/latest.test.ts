import { expect, it } from 'vitest';
import { Latest } from '../../../src/store/latest';

it('runs one job at a time and skips all but the newest request', async () => {
  const started: number[] = [];
  const finish: (() => void)[] = [];
  const latest = new Latest<number>((input) => {
    started.push(input);
    return new Promise((resolve) => finish.push(resolve));
  });
  for (const input of [1, 2, 3, 4]) latest.request(input);
  expect(started).toEqual([1]);
  finish.shift()!();
  await new Promise((resolve) => setTimeout(resolve));
  expect(started).toEqual([1, 4]);
});

it('forgets a cancelled request', async () => {
  const started: number[] = [];
  let finish = (): void => undefined;
  const latest = new Latest<number>((input) => {
    started.push(input);
    return new Promise((resolve) => {
      finish = resolve;
    });
  });
  latest.request(1);
  latest.request(2);
  latest.cancel();
  finish();
  await new Promise((resolve) => setTimeout(resolve));
  expect(started).toEqual([1]);
});
