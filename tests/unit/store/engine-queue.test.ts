import { expect, it } from 'vitest';
import { type Change, changeOf, type PutRecord } from '../../../src/model/change/change';
import { EngineQueue, partsOf } from '../../../src/store/engine-queue';
import type { EngineApi } from '../../../src/worker/api';

function hydrants(count: number): PutRecord[] {
  return Array.from({ length: count }, (_, i) => ({
    type: 'hydrant',
    entity: { id: `H${i}`, geometry: { type: 'Point', coordinates: [118, 31] } },
  }));
}

it('splits a big change into parts of at most a thousand records and loses none', () => {
  const change = changeOf({ key: 'test' }, { put: hydrants(2500), remove: [{ type: 'hydrant', id: 'old' }] });
  const parts = partsOf(change);
  expect(parts.map(({ remove, put }) => remove.length + put.length)).toEqual([1, 1000, 1000, 500]);
  expect(parts.flatMap(({ put }) => put)).toEqual(change.put);
});

it('sends changes one after the other and marks the last part of each', async () => {
  const log: string[] = [];
  const engine = {
    applyPart: async (part: Change, last: boolean) => {
      log.push(`${part.label.key} ${last}`);
      return { ok: true, value: null };
    },
  } as unknown as EngineApi;
  const queue = new EngineQueue(engine);
  await Promise.all([
    queue.send(changeOf({ key: 'first' }, { put: hydrants(1500) })),
    queue.send(changeOf({ key: 'second' }, { put: hydrants(1) })),
  ]);
  expect(log).toEqual(['first false', 'first true', 'second true']);
  expect(queue.idle).toBe(true);
});

it('has settled as soon as a change has arrived, long before it is durable', async () => {
  let keep: () => void = () => undefined;
  const engine = {
    applyPart: () => new Promise((resolve) => (keep = () => resolve({ ok: true, value: null }))),
  } as unknown as EngineApi;
  const queue = new EngineQueue(engine);
  const sent = queue.send(changeOf({ key: 'one' }, { put: hydrants(1) }));
  await queue.settled();
  expect(queue.idle).toBe(false);
  keep();
  expect(await sent).toMatchObject({ ok: true });
  await queue.stored();
  expect(queue.idle).toBe(true);
});
