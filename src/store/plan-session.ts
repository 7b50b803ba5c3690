import { issueOf } from '../base/issue';
import { applyChange } from '../model/change/apply';
import { type Change, isEmptyChange, joinChanges } from '../model/change/change';
import type { Plan } from '../model/plan';
import type { App } from './app';
import { type AppStore, updateSlice } from './app-store';
import { partsOf, pause } from './engine-queue';
import { notify } from './notices';

/** Changes still being applied, per store: a big one takes many tasks, and the next waits for it. */
const underWay = new WeakMap<AppStore, Promise<Change>>();

/** Applies an edit to the open plan, notes it in the history and makes it durable. */
export async function commitChange(app: App, change: Change): Promise<void> {
  // Without anything under way the edit is made at once: whoever asks a moment later sees it and that it is being stored.
  if (underWay.has(app.store)) await underWay.get(app.store);
  if (!mayEdit(app) || isEmptyChange(change)) return;
  const reverse = apply(app, change);
  app.history.push(change, reverse instanceof Promise ? await reverse : reverse);
  return afterEdit(app, change);
}

export function undoChange(app: App): Promise<void> {
  return step(app, () => app.history.back());
}

export function redoChange(app: App): Promise<void> {
  return step(app, () => app.history.again());
}

async function step(app: App, next: () => Change | null): Promise<void> {
  if (underWay.has(app.store)) await underWay.get(app.store);
  const change = mayEdit(app) ? next() : null;
  if (!change) return;
  await apply(app, change);
  return afterEdit(app, change);
}

/** Not while another plan is being opened, and not what another tab has open for writing: that is said. */
export function mayEdit({ store }: App): boolean {
  const { plan, status, access } = store.getState().plan;
  if (!plan || status !== 'ready') return false;
  if (access === 'read') notify(store, { tone: 'bad', issue: issueOf('storage.readOnly', {}, 'warning') });
  return access !== 'read';
}

/** A small change at once; a big one in parts with a pause between, so that the screen goes on answering. */
function apply({ store }: App, change: Change): Change | Promise<Change> {
  const plan = store.getState().plan.plan!;
  const parts = partsOf(change);
  if (parts.length === 1) return applyChange(plan, change);
  const applied = applyParts(plan, change, parts).finally(() => underWay.delete(store));
  underWay.set(store, applied);
  return applied;
}

async function applyParts(plan: Plan, { label }: Change, parts: readonly Change[]): Promise<Change> {
  const reverses: Change[] = [];
  for (const part of parts) {
    reverses.unshift(applyChange(plan, part));
    await pause();
  }
  return joinChanges(label, reverses);
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
  if (!stored.ok && store.getState().plan.saving !== 'memory')
    notify(store, { tone: 'bad', issue: stored.issue, savePlan: true });
  if (!stored.ok) updateSlice(store, 'plan', { saving: 'memory', access: 'memory', key: null, storingShare: null });
  else if (queue.idle && store.getState().plan.saving === 'saving')
    updateSlice(store, 'plan', { saving: 'saved', storingShare: null });
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
