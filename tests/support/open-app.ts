import type { Plan } from '../../src/model/plan';
import { runAnalyses } from '../../src/store/analysis-runner';
import type { App } from '../../src/store/app';
import { createAppStore } from '../../src/store/app-store';
import { EngineQueue } from '../../src/store/engine-queue';
import { History } from '../../src/store/history';
import { ImportMemory } from '../../src/store/import-memory';
import { openStoredPlan } from '../../src/store/open-plan';
import { Engine } from '../../src/worker/engine';
import { TestShelf } from './plan-shelf';

/** The app without a screen: this plan open, the engine in place, the analyses running. */
export async function openApp(plan: Plan): Promise<App> {
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
  return app;
}
