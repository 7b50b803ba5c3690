import type { LonLat } from '../base/coordinates';
import type { App } from '../store/app';
import { updateSlice } from '../store/app-store';
import type { RecordRef } from '../store/state';
import { flyTo } from './view-commands';

export type SelectMode = 'replace' | 'add' | 'toggle';

export function selectRecords({ store }: App, refs: readonly RecordRef[], mode: SelectMode = 'replace'): void {
  const { records } = store.getState().selection;
  updateSlice(store, 'selection', { records: combined(records, refs, mode), gapId: null });
}

export function clearSelection({ store }: App): void {
  updateSlice(store, 'selection', { records: [], gapId: null, place: null });
}

/** Asks who comes to a place, when and which way. */
export function askPlace({ store }: App, place: LonLat | null): void {
  updateSlice(store, 'selection', { place });
}

export function hoverRecord({ store }: App, ref: RecordRef | null): void {
  const { hovered } = store.getState().selection;
  if (hovered?.id === ref?.id && hovered?.type === ref?.type) return;
  updateSlice(store, 'selection', { hovered: ref });
}

/** Picks a gap from the list or the map; `fly` frames it. */
export function selectGap(app: App, gapId: string | null, fly = false): void {
  updateSlice(app.store, 'selection', { gapId, records: [] });
  const gap = app.store.getState().results.coverage?.gaps.find(({ id }) => id === gapId);
  if (!gap || !fly) return;
  const points = gap.geometry.coordinates.flat(2);
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  flyTo(app, [min(lons), min(lats), max(lons), max(lats)]);
}

export function hoverGap({ store }: App, gapId: string | null): void {
  if (store.getState().selection.hoveredGapId !== gapId) updateSlice(store, 'selection', { hoveredGapId: gapId });
}

function combined(before: readonly RecordRef[], refs: readonly RecordRef[], mode: SelectMode): readonly RecordRef[] {
  if (mode === 'replace') return refs;
  const key = ({ type, id }: RecordRef): string => `${type}/${id}`;
  const old = new Set(before.map(key));
  if (mode === 'add') return [...before, ...refs.filter((ref) => !old.has(key(ref)))];
  const toggled = new Set(refs.map(key));
  return [...before.filter((ref) => !toggled.has(key(ref))), ...refs.filter((ref) => !old.has(key(ref)))];
}

function min(values: readonly number[]): number {
  return values.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

function max(values: readonly number[]): number {
  return values.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}
