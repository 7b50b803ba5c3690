import { type Issue, issueOf } from '../base/issue';
import { fail, ok, type Result } from '../base/result';
import { applyChange } from '../model/change/apply';
import { changeOf } from '../model/change/change';
import { emptyPlan, type Plan, type PlanInfo } from '../model/plan';
import type { OpenedPlan, PutBatch } from '../worker/api';
import { DEFAULT_PLAN_SETTINGS } from '../worker/plan-settings';
import type { App } from './app';
import { updateSlice } from './app-store';
import { notify } from './notices';
import { noteStorage } from './plan-storage';

type Source = (onBatch: PutBatch) => Promise<Result<OpenedPlan>>;

/**
 * Opens the plan that this tab had last, or the last one of all, or the demonstration zone when none is kept. A plan that
 * cannot be opened is said; the demonstration zone then shows in its place and nothing of it is kept.
 */
export async function openStoredPlan(app: App, remembered: string | null = null): Promise<void> {
  await app.engine.onStoring((share) => updateSlice(app.store, 'plan', { storingShare: share }));
  const kept = await app.engine.plans();
  const key = kept.find((entry) => entry.key === remembered)?.key ?? null;
  const opened = await openFrom(app, (onBatch) => app.engine.open(key, onBatch));
  if (!opened) await openFrom(app, async (onBatch) => ok(await app.engine.newPlan('demo', false, onBatch)));
}

/** Opens another of the plans kept. */
export function openKeptPlan(app: App, key: string): Promise<boolean> {
  return openFrom(app, (onBatch) => app.engine.open(key, onBatch));
}

/** Makes a new plan beside the others and opens it. */
export function openNewPlan(app: App, to: 'demo' | PlanInfo): Promise<boolean> {
  return openFrom(app, async (onBatch) => ok(await app.engine.newPlan(to, true, onBatch)));
}

/** Opens a plan file beside the plans kept; `foreign` when it is a GeoPackage but no plan. */
export async function openPlanFile(app: App, file: File): Promise<'opened' | 'foreign' | 'failed'> {
  let foreign = false;
  const opened = await openFrom(app, async (onBatch) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const read = await app.engine.openFile(file.name, bytes, onBatch);
    foreign = !read.ok && read.issue.code === 'planFile.foreign';
    return read;
  });
  return opened ? 'opened' : foreign ? 'foreign' : 'failed';
}

/** The plan open before stays as it was when the new one cannot be opened. */
async function openFrom(app: App, source: Source): Promise<boolean> {
  const { store, queue } = app;
  await queue.stored();
  const { status } = store.getState().plan;
  updateSlice(store, 'plan', { status: 'opening', progress: 0 });
  const plan: Plan = emptyPlan({ id: '', name: '', asOf: '' });
  const opened = await source((put, progress) => {
    applyChange(plan, changeOf({ key: 'open' }, { put }));
    updateSlice(store, 'plan', { progress });
  }).catch((error: unknown) => fail<OpenedPlan>(unexpected(error)));
  if (!opened.ok) {
    updateSlice(store, 'plan', { status });
    if (opened.issue.severity !== 'note') notify(store, { tone: 'bad', issue: opened.issue });
    return false;
  }
  show(app, plan, opened.value);
  await noteStorage(app, (key) => openKeptPlan(app, key));
  return true;
}

function show({ store, history }: App, plan: Plan, { info, settings, stored, issues }: OpenedPlan): void {
  plan.info = info;
  history.clear();
  updateSlice(store, 'selection', { records: [], hovered: null, gapId: null, hoveredGapId: null, place: null });
  updateSlice(store, 'results', {
    coverage: null,
    baseline: null,
    drag: null,
    response: null,
    responseCompare: null,
    drive: null,
    water: null,
    waterIssue: null,
    driveCompare: null,
    heldStation: null,
    runTimes: null,
    losses: { progress: null, answer: null },
  });
  const { coverage, response, drive } = settings ?? DEFAULT_PLAN_SETTINGS;
  const { countPlanned } = store.getState().settings.coverage;
  updateSlice(store, 'settings', { coverage: { ...coverage, countPlanned }, response, drive, compareStationIds: null });
  const { generation, revision } = store.getState().plan;
  updateSlice(store, 'plan', {
    plan,
    status: 'ready',
    progress: 1,
    undo: null,
    redo: null,
    generation: generation + 1,
    revision: revision + 1,
    saving: stored ? 'saved' : 'saving',
  });
  if (issues.length > 0) notify(store, { tone: 'bad', key: 'notice.unread', params: { count: issues.length } });
}

function unexpected(error: unknown): Issue {
  return issueOf('planFile.unexpected', { detail: String(error).slice(0, 160) });
}
