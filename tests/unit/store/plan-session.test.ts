import { expect, it } from 'vitest';
import { changeOf } from '../../../src/model/change/change';
import type { Hydrant } from '../../../src/model/entities/hydrant';
import { commitChange, undoChange } from '../../../src/store/plan-session';
import { openApp } from '../../support/open-app';
import { planOf, point, rectangle } from '../../support/plans';

const PLAN = { district: [{ id: 'd', geometry: rectangle(0, 0, 100_000, 10_000) }] };

it('answers for the whole of a change that goes to the engine in parts, and for its undoing', async () => {
  const app = await openApp(planOf(PLAN));
  await expect.poll(() => app.store.getState().results.coverage?.covered.areaM2).toBe(0);
  const hydrants = Array.from(
    { length: 2500 },
    (_, k): Hydrant => ({
      id: `h${k}`,
      status: 'working',
      geometry: point(200 + (k % 300) * 320, 200 + 320 * Math.floor(k / 300)),
    }),
  );
  await commitChange(
    app,
    changeOf({ key: 'import' }, { put: hydrants.map((entity) => ({ type: 'hydrant', entity })) }),
  );
  await expect.poll(() => app.store.getState().results.coverage?.hydrants.counted).toBe(2500);
  expect(app.store.getState().plan).toMatchObject({ saving: 'saved', undo: { key: 'import' }, redo: null });
  await undoChange(app);
  await expect.poll(() => app.store.getState().results.coverage?.hydrants.counted).toBe(0);
  expect(app.store.getState().plan).toMatchObject({ undo: null, redo: { key: 'import' } });
});

it('makes a small edit and says that it is being stored before anybody can ask', async () => {
  const app = await openApp(planOf(PLAN));
  const hydrant: Hydrant = { id: 'h', geometry: point(10, 10) };
  const committed = commitChange(app, changeOf({ key: 'add' }, { put: [{ type: 'hydrant', entity: hydrant }] }));
  expect(app.store.getState().plan).toMatchObject({ saving: 'saving', undo: { key: 'add' } });
  await committed;
  expect(app.store.getState().plan.saving).toBe('saved');
});
