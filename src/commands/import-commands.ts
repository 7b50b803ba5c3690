import { choicesOf } from '../io/mapping/choices';
import type { ImportChoices } from '../io/mapping/import-plan';
import { type Change, joinChanges } from '../model/change/change';
import type { EntityType } from '../model/entities/registry';
import type { App } from '../store/app';
import { updateSlice } from '../store/app-store';
import { Latest } from '../store/latest';
import { notify } from '../store/notices';
import { commitChange } from '../store/plan-session';
import { openIfPlan } from './plan-file-commands';
import { flyTo } from './view-commands';

/** A file is held over the window, or no longer. */
export function hoverFile({ store }: App, hovering: boolean): void {
  if (store.getState().importing.hovering !== hovering) updateSlice(store, 'importing', { hovering });
}

/** Reads a dropped file and opens the import sheet; a file that cannot be read is said, the plan stays as it was. */
export async function readDroppedFile(app: App, file: File): Promise<void> {
  const { store, engine } = app;
  await cancelImport(app);
  if (await openIfPlan(app, file)) return;
  updateSlice(store, 'importing', { phase: 'reading', fileName: file.name, progress: 0, hovering: false });
  const bytes = new Uint8Array(await file.arrayBuffer());
  const read = await engine.readFile(file.name, bytes, (progress) => updateSlice(store, 'importing', { progress }));
  if (!read.ok) {
    updateSlice(store, 'importing', { phase: 'idle' });
    notify(store, { tone: 'bad', issue: read.issue });
    return;
  }
  updateSlice(store, 'importing', { phase: 'choosing', token: read.value.token, proposals: read.value.proposals });
  chooseProposal(app, 0);
}

/** Takes up one table of the file (a file may hold several) with the choices proposed for it. */
export function chooseProposal(app: App, index: number): void {
  const proposal = app.store.getState().importing.proposals[index];
  if (!proposal) return;
  updateSlice(app.store, 'importing', { index });
  setChoices(app, choicesOf(proposal));
}

/** The user says what the records are: the columns are matched anew. */
export async function proposeEntity(app: App, entity: EntityType): Promise<void> {
  const { token, index, choices, proposals } = app.store.getState().importing;
  if (!token || !choices) return;
  const proposal = await app.engine.proposeAs(token, index, entity);
  updateSlice(app.store, 'importing', { proposals: proposals.map((old, k) => (k === index ? proposal : old)) });
  setChoices(app, { ...choicesOf(proposal), mode: choices.mode });
}

/** Changes what the sheet will do; what it would leave out is worked out again. */
export function changeChoices(app: App, fields: Partial<ImportChoices>): void {
  const { choices } = app.store.getState().importing;
  if (choices) setChoices(app, { ...choices, ...fields });
}

/** Does the import as one undoable step. */
export async function confirmImport(app: App): Promise<void> {
  const { store, engine } = app;
  const { token, index, choices } = store.getState().importing;
  if (!token || !choices) return;
  updateSlice(store, 'importing', { phase: 'importing', progress: 0 });
  const parts: Change[] = [];
  const built = await engine.buildImport(token, index, choices, (part, progress) => {
    parts.push(part);
    updateSlice(store, 'importing', { progress });
  });
  if (!built.ok) {
    updateSlice(store, 'importing', { phase: 'choosing' });
    notify(store, { tone: 'bad', issue: built.issue });
    return;
  }
  const change = joinChanges(parts[0]?.label ?? { key: 'import' }, parts);
  const { bounds } = store.getState().importing.check ?? { bounds: null };
  const count = change.put.length + change.patch.length;
  await cancelImport(app);
  await commitChange(app, change);
  updateSlice(store, 'results', { baseline: null });
  if (bounds) flyTo(app, bounds);
  notify(store, {
    tone: 'good',
    key: 'notice.imported',
    params: { count, left: built.value.rejections.length },
    undo: true,
  });
}

export async function cancelImport({ store, engine }: App): Promise<void> {
  const { token } = store.getState().importing;
  updateSlice(store, 'importing', { phase: 'idle', token: null, proposals: [], index: 0, choices: null, check: null });
  if (token) await engine.forgetFile(token);
}

let checker: { readonly app: App; readonly latest: Latest<ImportChoices> } | null = null;

function setChoices(app: App, choices: ImportChoices): void {
  updateSlice(app.store, 'importing', { choices, check: null });
  if (checker?.app !== app) checker = { app, latest: new Latest((input) => check(app, input)) };
  checker.latest.request(choices);
}

async function check({ store, engine }: App, choices: ImportChoices): Promise<void> {
  const { token, index } = store.getState().importing;
  if (!token) return;
  const result = await engine.checkImport(token, index, choices);
  if (store.getState().importing.choices === choices) updateSlice(store, 'importing', { check: result });
}
