import type { App } from './app';
import { updateSlice } from './app-store';
import { notify } from './notices';

/**
 * Learns where the plan just opened is kept and says it when it is not. Of a plan that another tab writes, our turn is
 * awaited in the background: then it is opened anew.
 */
export async function noteStorage(app: App, reopen: (key: string) => Promise<boolean>): Promise<void> {
  const { store, engine, queue } = app;
  const { generation } = store.getState().plan;
  const { key, access, issue } = await engine.storage();
  if (store.getState().plan.generation !== generation) return;
  const saving = access === 'memory' ? 'memory' : access === 'read' ? 'readOnly' : queue.idle ? 'saved' : 'saving';
  updateSlice(store, 'plan', { key, access, saving, storingShare: null });
  if (issue) notify(store, { tone: 'bad', issue, ...(access === 'memory' ? { savePlan: true } : {}) });
  await refreshPlans(app);
  if (access === 'read' && key) void takeTurn(app, key, generation, reopen);
}

/** The list of plans anew: other tabs make and remove plans too. */
export async function refreshPlans({ store, engine }: App): Promise<void> {
  updateSlice(store, 'plan', { kept: await engine.plans() });
}

/** What was said of the other tab is no longer true. */
function forget({ store }: App, codes: readonly string[]): void {
  const { notices } = store.getState();
  store.setState({ notices: notices.filter(({ issue }) => !issue || !codes.includes(issue.code)) });
}

async function takeTurn(
  app: App,
  key: string,
  generation: number,
  reopen: (key: string) => Promise<boolean>,
): Promise<void> {
  await app.engine.whenMine();
  if (app.store.getState().plan.generation !== generation) return;
  forget(app, ['storage.otherTab', 'storage.readOnly']);
  await reopen(key);
  notify(app.store, { tone: 'good', key: 'notice.mine' });
}
