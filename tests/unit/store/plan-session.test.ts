import { expect, it } from 'vitest';
import { changeOf } from '../../../src/model/change/change';
import type { Hydrant } from '../../../src/model/entities/hydrant';
import { runAnalyses } from '../../../src/store/analysis-runner';
import type { App } from '../../../src/store/app';
import { createAppStore } from '../../../src/store/app-store';
import { EngineQueue } from '../../../src/store/engine-queue';
import { History } from '../../../src/store/history';
import { ImportMemory } from '../../../src/store/import-memory';
import { openStoredPlan } from '../../../src/store/open-plan';
import { commitChange, undoChange } from '../../../src/store/plan-session';
import { Engine } from '../../../src/worker/engine';
import { TestShelf } from '../../support/plan-shelf';
import { planOf, point, rectangle } from '../../support/plans';

async function openApp(): Promise<App> {
  const plan = planOf({ district: [{ id: 'd', geometry: rectangle(0, 0, 100_000, 10_000) }] });
  const shelf = await TestShelf.with(plan);
  const engine = new Engine(async () => shelf);
  const app: App = {
    store: createAppStore(),
    engine,
    history: new History(),
    queue: new EngineQueue(engine),
    imports: new ImportMemory(null),
  };
  runAnalyses(app);
  await openStoredPlan(app);
  await expect.poll(() => app.store.getState().results.coverage?.covered.areaM2).toBe(0);
  return app;
}

it('answers for the whole of a change that goes to the engine in parts, and for its undoing', async () => {
  const app = await openApp();
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
}, 30_000);
