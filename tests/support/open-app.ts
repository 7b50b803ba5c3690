import type { Plan } from '../../src/model/plan';
import { runAnalyses } from '../../src/store/analysis-runner';
import type { App } from '../../src/store/app';
import { createAppStore } from '../../src/store/app-store';
import { EngineQueue } from '../../src/store/engine-queue';
import { History } from '../../src/store/history';
import { ImportMemory } from '../../src/store/import-memory';
import { openStoredPlan } from '../../src/store/open-plan';
import type { PlanShelf } from '../../src/worker/database/plan-shelf';
import { Engine } from '../../src/worker/engine';
import { TestShelf } from './plan-shelf';

/** The app without a screen over a shelf of plans, its engine in place; no plan is open yet. */
function appOn(shelf: PlanShelf): App {
  const engine = new Engine(async () => shelf);
  const kept = new Map<string, string>();
  const drawer = {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  return {
    store: createAppStore(),
    engine,
    history: new History(),
    queue: new EngineQueue(engine),
    imports: new ImportMemory(drawer),
  };
}

/** The plan opened last is open, and nothing is analysed. */
export async function openAppOn(shelf: PlanShelf): Promise<App> {
  const app = appOn(shelf);
  await openStoredPlan(app);
  return app;
}

/** The app without a screen: this plan open, the analyses running. */
export async function openApp(plan: Plan): Promise<App> {
  const app = appOn(await TestShelf.with(plan));
  runAnalyses(app);
  await openStoredPlan(app);
  return app;
}
