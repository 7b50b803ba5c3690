import { applyChange } from '../model/change/apply';
import { type Change, isEmptyChange } from '../model/change/change';
import type { App } from './app';
import { updateSlice } from './app-store';
import { notify } from './notices';

/** Applies an edit to the open plan, notes it in the history and makes it durable. */
export function commitChange(app: App, change: Change): Promise<void> {
  const plan = app.store.getState().plan.plan;
  if (!plan || isEmptyChange(change)) return Promise.resolve();
  const reverse = applyChange(plan, change);
  app.history.push(change, reverse);
  return afterEdit(app, change);
}

export function undoChange(app: App): Promise<void> {
  return step(app, app.history.back());
}

export function redoChange(app: App): Promise<void> {
  return step(app, app.history.again());
}

function step(app: App, change: Change | null): Promise<void> {
  const plan = app.store.getState().plan.plan;
  if (!plan || !change) return Promise.resolve();
  applyChange(plan, change);
  return afterEdit(app, change);
}

async function afterEdit(app: App, change: Change): Promise<void> {
  const { store, history, queue } = app;
  const { revision, saving } = store.getState().plan;
  // Sent before anybody hears of it: an analysis asked for by the new revision waits for what is on its way.
  const sent = queue.send(change);
  updateSlice(store, 'plan', {
    revision: revision + 1,
    undo: history.undoLabel,
    redo: history.redoLabel,
    saving: saving === 'memory' ? 'memory' : 'saving',
  });
  dropMissingSelection(app);
  const stored = await sent;
  if (!stored && store.getState().plan.saving !== 'memory') notify(store, { tone: 'bad', key: 'notice.storageFailed' });
  if (!stored) updateSlice(store, 'plan', { saving: 'memory' });
  else if (queue.idle && store.getState().plan.saving === 'saving') updateSlice(store, 'plan', { saving: 'saved' });
}

/** Records that an edit took away can stay neither selected nor hovered. */
function dropMissingSelection({ store }: App): void {
  const { plan, selection } = store.getState();
  const there = (ref: { type: keyof NonNullable<typeof plan.plan>['records']; id: string }): boolean =>
    plan.plan?.records[ref.type].has(ref.id) ?? false;
  const records = selection.records.filter(there);
  const hovered = selection.hovered && there(selection.hovered) ? selection.hovered : null;
  if (records.length !== selection.records.length || hovered !== selection.hovered)
    updateSlice(store, 'selection', { records, hovered });
}
