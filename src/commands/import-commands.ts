import { tooLarge } from '../io/readers/limits';
import { type Change, joinChanges } from '../model/change/change';
import type { App } from '../store/app';
import { updateSlice } from '../store/app-store';
import { notify } from '../store/notices';
import { commitChange, mayEdit } from '../store/plan-session';
import type { Bounds, ImportLayer } from '../store/state';
import { checkLayers, layerOf } from './import-layers';
import { flyTo } from './view-commands';

/** A file is held over the window, or no longer. */
export function hoverFile({ store }: App, hovering: boolean): void {
  if (store.getState().importing.hovering !== hovering) updateSlice(store, 'importing', { hovering });
}

/** Counts readings, so that what comes back for one that was cancelled is dropped. */
const readings = new WeakMap<App, number>();

/** Reads files and opens the import sheet; what cannot be read is said, the plan stays as it was. */
export async function readFiles(app: App, files: readonly File[]): Promise<void> {
  if (files.length === 0) return;
  const { store, engine } = app;
  const closed = cancelImport(app);
  const reading = readings.get(app);
  const cancelled = (): boolean => readings.get(app) !== reading;
  updateSlice(store, 'importing', { phase: 'reading', fileName: files[0]!.name, progress: 0, hovering: false });
  await closed;
  const sources = [];
  for (const file of files) {
    // So large a file is not even taken into memory.
    const issue = tooLarge(file.name, file.size);
    if (issue) notify(store, { tone: 'bad', issue });
    else sources.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
  }
  if (cancelled()) return;
  const read = await engine.readFiles(sources, (progress, fileName) => {
    if (!cancelled()) updateSlice(store, 'importing', { progress, fileName });
  });
  if (cancelled()) return;
  const layers: ImportLayer[] = [];
  for (const file of read) {
    if ('issue' in file) notify(store, { tone: 'bad', issue: file.issue });
    else
      for (const [index, proposal] of file.proposals.entries())
        layers.push(await layerOf(app, { token: file.token, index }, proposal));
  }
  if (cancelled()) return;
  const selected = Math.max(
    0,
    layers.findIndex(({ ticked }) => ticked),
  );
  updateSlice(store, 'importing', { phase: layers.length > 0 ? 'choosing' : 'idle', layers, selected });
  void checkLayers(app);
}

/** Does the import of all ticked tables as one undoable step. */
export async function confirmImport(app: App): Promise<void> {
  const { store, engine } = app;
  const ticked = store.getState().importing.layers.filter((layer) => layer.ticked);
  if (ticked.length === 0 || !mayEdit(app)) return;
  updateSlice(store, 'importing', { phase: 'importing', progress: 0 });
  const parts: Change[] = [];
  const picks = ticked.map(({ ref, choices }) => ({ ...ref, choices }));
  const going = (): boolean => store.getState().importing.phase === 'importing';
  const built = await engine
    .buildImport(picks, (part, progress) => {
      parts.push(part);
      if (going()) updateSlice(store, 'importing', { progress });
    })
    .catch((error) => {
      // Closing the sheet takes the files away from under the work.
      if (going()) throw error;
    });
  if (!built || !going()) return;
  if (!built.ok) {
    updateSlice(store, 'importing', { phase: 'choosing' });
    notify(store, { tone: 'bad', issue: built.issue });
    return;
  }
  for (const { proposal, choices } of ticked) app.imports.keep(proposal.columns, choices);
  const change = joinChanges(parts[0]?.label ?? { key: 'import' }, parts);
  await cancelImport(app);
  // The map goes there at once: who has begun to work is not carried off when a long write ends.
  const bounds = joined(ticked.flatMap(({ check }) => (check?.bounds ? [check.bounds] : [])));
  if (bounds) flyTo(app, bounds);
  await commitChange(app, change);
  updateSlice(store, 'results', { baseline: null });
  const count = change.put.length + change.patch.length;
  const left = built.value.records + built.value.values;
  notify(store, { tone: 'good', key: 'notice.imported', params: { count, left }, undo: true });
}

/** Stops reading, or closes the sheet; nothing of the files stays. */
export async function cancelImport(app: App): Promise<void> {
  const { store, engine } = app;
  readings.set(app, (readings.get(app) ?? 0) + 1);
  const { phase } = store.getState().importing;
  updateSlice(store, 'importing', { phase: 'idle', layers: [], selected: 0, progress: 0 });
  if (phase === 'reading') await engine.cancelReading();
  if (phase !== 'idle') await engine.forgetFiles();
}

/** The list of what stays outside, as a CSV file to keep. */
export async function saveLeftOut({
  store,
  engine,
}: App): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const { importing, view } = store.getState();
  const ticked = importing.layers.filter((layer) => layer.ticked);
  const picks = ticked.map(({ ref, choices }) => ({ ...ref, choices }));
  const name = ticked[0]?.proposal.fileName ?? importing.fileName;
  return { name: `${name}.csv`, bytes: await engine.rejectionsFile(picks, view.language) };
}

function joined(boxes: readonly Bounds[]): Bounds | null {
  if (boxes.length === 0) return null;
  const edge = (k: 0 | 1 | 2 | 3, pick: (...values: number[]) => number): number => pick(...boxes.map((box) => box[k]));
  return [edge(0, Math.min), edge(1, Math.min), edge(2, Math.max), edge(3, Math.max)];
}
