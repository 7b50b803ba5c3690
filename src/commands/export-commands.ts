import type { App } from '../store/app';
import { updateSlice } from '../store/app-store';
import { notify } from '../store/notices';
import { modelWord } from '../text/speak';
import type { ExportRequest } from '../worker/jobs/export-records';
import { saveFile } from './save-file';

/** Opens the export sheet, with the coordinate systems that suit the plan's place. */
export async function openExport({ store, engine }: App): Promise<void> {
  updateSlice(store, 'exporting', { phase: 'choosing', progress: 0, issues: [] });
  updateSlice(store, 'exporting', { systems: await engine.exportSystems() });
}

/** Closes the sheet; what is being written is stopped. */
export async function closeExport(app: App): Promise<void> {
  await stopExport(app);
  updateSlice(app.store, 'exporting', { phase: 'idle' });
}

/** Stops the writing and leaves the sheet open. */
export async function stopExport({ store, engine }: App): Promise<void> {
  if (store.getState().exporting.phase === 'writing') await engine.stopExport();
}

/** Writes the file and hands it out; what it could not hold stays on the sheet to be read. */
export async function runExport(app: App, request: ExportRequest): Promise<void> {
  const { store, engine, queue } = app;
  updateSlice(store, 'exporting', { phase: 'writing', progress: 0, issues: [] });
  await queue.settled();
  const file = await engine.exportRecords(request, (progress) => updateSlice(store, 'exporting', { progress }));
  if (store.getState().exporting.phase !== 'writing') return;
  if (!file.ok) return updateSlice(store, 'exporting', { phase: 'choosing', issues: [file.issue] });
  if (file.value === null) return updateSlice(store, 'exporting', { phase: 'choosing' });
  const { bytes, ending, mime, count, issues } = file.value;
  const name = `${fileStem(app, request)}.${ending}`;
  saveFile(name, bytes, mime);
  updateSlice(store, 'exporting', { phase: issues.length > 0 ? 'choosing' : 'idle', issues });
  notify(store, { tone: 'good', key: 'notice.exported', params: { count, file: name } });
}

/** The plan's name, and the record type where there is one alone. */
function fileStem({ store }: App, { types }: ExportRequest): string {
  const { plan, view } = store.getState();
  const name = plan.plan?.info.name || 'shuantu';
  const words = types.length === 1 ? [name, modelWord(`${types[0]}.label`, view.language)] : [name];
  return words
    .join('-')
    .replace(/[\\/:*?"<>|\u0000-\u001f]+/g, ' ')
    .trim();
}
