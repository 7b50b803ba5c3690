import type { Result } from '../base/result';
import type { PlanInfo } from '../model/plan';
import type { App } from '../store/app';
import { updateSlice } from '../store/app-store';
import { notify } from '../store/notices';
import { openKeptPlan, openNewPlan, openPlanFile } from '../store/open-plan';
import { refreshPlans } from '../store/plan-storage';

/** First bytes of every SQLite file, and so of every GeoPackage. */
const SIGNATURE = 'SQLite format 3';

export async function openDemoZone(app: App): Promise<void> {
  await openNewPlan(app, 'demo');
}

export async function newPlan(app: App, info: PlanInfo): Promise<void> {
  await openNewPlan(app, info);
}

export async function openPlan(app: App, key: string): Promise<void> {
  await openKeptPlan(app, key);
}

/** Opens the file when it is a plan; false for any other file, which is then to be imported. */
export async function openIfPlan(app: App, file: File): Promise<boolean> {
  if ((await file.slice(0, SIGNATURE.length).text()) !== SIGNATURE) return false;
  const outcome = await openPlanFile(app, file);
  if (outcome === 'opened') notify(app.store, { tone: 'good', key: 'notice.planOpened', params: { file: file.name } });
  return outcome !== 'foreign';
}

export async function renamePlan(app: App, key: string, name: string): Promise<void> {
  if (!told(app, await app.engine.renamePlan(key, name))) return;
  const { key: open, plan, revision } = app.store.getState().plan;
  if (key === open && plan) {
    plan.info = { ...plan.info, name };
    updateSlice(app.store, 'plan', { revision: revision + 1 });
  }
  await refreshPlans(app);
}

export async function duplicatePlan(app: App, key: string): Promise<void> {
  await app.queue.stored();
  told(app, await app.engine.duplicatePlan(key));
  await refreshPlans(app);
}

/** Removes a plan for good; where it is the open one, the next takes its place, or the demonstration zone. */
export async function removePlan(app: App, key: string): Promise<void> {
  const { key: open, kept } = app.store.getState().plan;
  if (key === open) {
    const next = kept.find((entry) => entry.key !== key && !entry.openElsewhere);
    if (!(await (next ? openKeptPlan(app, next.key) : openNewPlan(app, 'demo')))) return;
  }
  told(app, await app.engine.removePlan(key));
  await refreshPlans(app);
}

/** Hands the open plan out as a GeoPackage. */
export async function savePlanAs({ store, engine, queue }: App): Promise<void> {
  const { plan, settings } = store.getState();
  if (!plan.plan) return;
  await queue.stored();
  const { coverage, response, drive, hose } = settings;
  const bytes = await engine.planFile({ coverage, response, drive, hose });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/geopackage+sqlite3' }));
  link.download = `${fileNameOf(plan.plan.info.name)}.gpkg`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

/** Without what file systems forbid in a name. */
function fileNameOf(name: string): string {
  return name.replace(/[\\/:*?"<>|\u0000-\u001f]/g, '_').trim() || 'plan';
}

function told(app: App, result: Result<null>): boolean {
  if (!result.ok) notify(app.store, { tone: 'bad', issue: result.issue });
  return result.ok;
}
