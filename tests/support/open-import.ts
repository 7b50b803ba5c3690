import type { Plan } from '../../src/model/plan';
import type { App } from '../../src/store/app';
import { createAppStore } from '../../src/store/app-store';
import { EngineQueue } from '../../src/store/engine-queue';
import { History } from '../../src/store/history';
import { ImportMemory } from '../../src/store/import-memory';
import { openStoredPlan } from '../../src/store/open-plan';
import { Engine } from '../../src/worker/engine';
import { TestShelf } from './plan-shelf';

/** The app without screen and map over a plan, its engine in place; `drawer` is the browser's storage. */
export async function openImportApp(plan: Plan): Promise<App> {
  const shelf = await TestShelf.with(plan);
  const engine = new Engine(async () => shelf);
  const kept = new Map<string, string>();
  const drawer = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  const app: App = {
    store: createAppStore(),
    engine,
    history: new History(),
    queue: new EngineQueue(engine),
    imports: new ImportMemory(drawer),
  };
  await openStoredPlan(app);
  return app;
}
