import type { LonLat } from '../base/coordinates';
import type { EntityType } from '../model/entities/registry';
import { addPoint } from '../model/operations/add-point';
import { closeRoads, openRoads } from '../model/operations/close-roads';
import { editFields } from '../model/operations/edit-fields';
import { moveRecord } from '../model/operations/move-record';
import { removeRecords } from '../model/operations/remove-records';
import { repairHydrants } from '../model/operations/repair-hydrants';
import type { App } from '../store/app';
import { updateSlice } from '../store/app-store';
import { notify } from '../store/notices';
import { commitChange, mayEdit, redoChange, undoChange } from '../store/plan-session';
import type { RecordRef } from '../store/state';

export function undo(app: App): Promise<void> {
  return undoChange(app);
}

export function redo(app: App): Promise<void> {
  return redoChange(app);
}

/** Adds a record of a point type where the pointer is and selects it. A new hydrant is a planned one. */
export async function addRecordAt(app: App, type: EntityType, position: LonLat): Promise<void> {
  const { plan } = app.store.getState().plan;
  if (!plan || !mayEdit(app)) return;
  const change = addPoint(plan, type, position);
  await Promise.all([
    commitChange(app, change),
    updateSlice(app.store, 'selection', { records: [{ type, id: change.put[0]!.entity.id }] }),
  ]);
}

/** Moves any point record. */
export async function moveRecordTo(app: App, ref: RecordRef, position: LonLat): Promise<void> {
  const { plan } = app.store.getState().plan;
  if (plan) await commitChange(app, moveRecord(plan, ref.type, ref.id, position));
}

/** Sets fields of a record; what the field does not allow is said and the record stays as it was. */
export async function setFields(app: App, ref: RecordRef, fields: Readonly<Record<string, unknown>>): Promise<boolean> {
  const { plan } = app.store.getState().plan;
  if (!plan || !mayEdit(app)) return false;
  const edit = editFields(plan, ref.type, ref.id, fields);
  if (!edit.ok) {
    notify(app.store, { tone: 'bad', issue: edit.issue });
    return false;
  }
  await commitChange(app, edit.value);
  return true;
}

export async function removeSelected(app: App): Promise<void> {
  const { plan, selection } = app.store.getState();
  if (!plan.plan || selection.records.length === 0 || !mayEdit(app)) return;
  const count = selection.records.length;
  await commitChange(app, removeRecords(plan.plan, selection.records));
  notify(app.store, { tone: 'info', key: 'notice.removed', params: { count }, undo: true });
}

/** Sets the selected hydrants that are out of service to working. */
export async function repairSelected(app: App): Promise<void> {
  const { plan, selection } = app.store.getState();
  if (!plan.plan) return;
  const ids = selection.records.filter(({ type }) => type === 'hydrant').map(({ id }) => id);
  await commitChange(app, repairHydrants(plan.plan, ids));
}

/** Closes the selected roads to engines, or opens them when all of them are closed. */
export async function toggleSelectedRoads(app: App): Promise<void> {
  const { plan, selection } = app.store.getState();
  if (!plan.plan) return;
  const ids = selection.records.filter(({ type }) => type === 'roadSegment').map(({ id }) => id);
  const allClosed = ids.every((id) => plan.plan!.records.roadSegment.get(id)?.closed);
  await commitChange(app, allClosed ? openRoads(plan.plan, ids) : closeRoads(plan.plan, ids));
}
