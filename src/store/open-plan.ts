import { applyChange } from '../model/change/apply';
import { changeOf } from '../model/change/change';
import { emptyPlan, type Plan, type PlanInfo } from '../model/plan';
import type { PutBatch } from '../worker/api';
import type { App } from './app';
import { updateSlice } from './app-store';
import { notify } from './notices';

type Source = (onBatch: PutBatch) => Promise<{ info: PlanInfo; issue: import('../base/issue').Issue | null }>;

/** Opens the stored plan, or the demonstration zone when there is none. */
export function openStoredPlan(app: App): Promise<void> {
  return openFrom(app, (onBatch) => app.engine.open(onBatch));
}

/** Replaces the open plan by the demonstration zone or an empty one. */
export async function resetPlan(app: App, to: 'demo' | 'empty', info: PlanInfo | null): Promise<void> {
  await app.queue.settled();
  return openFrom(app, (onBatch) => app.engine.reset(to, info, onBatch));
}

async function openFrom({ store, history }: App, source: Source): Promise<void> {
  history.clear();
  updateSlice(store, 'plan', { status: 'opening', progress: 0, undo: null, redo: null });
  updateSlice(store, 'selection', { records: [], hovered: null, gapId: null, hoveredGapId: null, place: null });
  updateSlice(store, 'results', {
    coverage: null,
    baseline: null,
    drag: null,
    response: null,
    responseCompare: null,
    drive: null,
    driveCompare: null,
    heldStation: null,
  });
  const plan: Plan = emptyPlan({ id: '', name: '', asOf: '' });
  const { info, issue } = await source((put, progress) => {
    applyChange(plan, changeOf({ key: 'open' }, { put }));
    updateSlice(store, 'plan', { progress });
  });
  plan.info = info;
  const { generation, revision } = store.getState().plan;
  updateSlice(store, 'plan', {
    plan,
    status: 'ready',
    progress: 1,
    generation: generation + 1,
    revision: revision + 1,
    saving: issue ? 'memory' : 'saved',
  });
  if (issue) notify(store, { tone: 'bad', issue });
}
