import type { EntityType } from '../model/entities/registry';
import { entityBounds } from '../model/lookups/bounds';
import type { App } from '../store/app';
import { updateSlice } from '../store/app-store';
import type { LayerId } from '../store/layers';
import { dismissNotice } from '../store/notices';
import type { Bounds, Camera, JobId, LanguageId, RecordRef, ThemeId, ToolId, ViewSlice } from '../store/state';

/** Opens a job; for the job that is open already, shuts or opens its panel. */
export function openJob({ store }: App, job: JobId): void {
  const { view } = store.getState();
  updateSlice(store, 'view', { job, panelOpen: view.job === job ? !view.panelOpen : true });
}

export function togglePanel({ store }: App): void {
  updateSlice(store, 'view', { panelOpen: !store.getState().view.panelOpen });
}

/** The panel keeps between 320 and 720 px. */
export function resizePanel({ store }: App, widthPx: number): void {
  updateSlice(store, 'view', { panelWidth: Math.round(Math.min(720, Math.max(320, widthPx))) });
}

export function setTheme({ store }: App, theme: ThemeId): void {
  updateSlice(store, 'view', { theme });
}

export function setLanguage({ store }: App, language: LanguageId): void {
  updateSlice(store, 'view', { language });
}

export function toggleLayer({ store }: App, layer: LayerId): void {
  const { layers } = store.getState().view;
  updateSlice(store, 'view', { layers: { ...layers, [layer]: !layers[layer] } });
}

export function toggleLegend({ store }: App): void {
  updateSlice(store, 'view', { legendOpen: !store.getState().view.legendOpen });
}

export function openPalette({ store }: App, open: boolean): void {
  updateSlice(store, 'view', { paletteOpen: open });
}

export function openHelp({ store }: App, open: boolean): void {
  updateSlice(store, 'view', { helpOpen: open });
}

export function dismissDragHint({ store }: App): void {
  updateSlice(store, 'view', { dragHint: false });
}

/** The map tells where it stands; nothing flies. */
export function noteCamera({ store }: App, camera: Camera): void {
  updateSlice(store, 'view', { camera });
}

let flights = 0;

/** Asks the map to frame a box, once. */
export function flyTo({ store }: App, bounds: Bounds): void {
  updateSlice(store, 'view', { flight: { nonce: ++flights, bounds } });
}

export function flyToRecord(app: App, ref: RecordRef): void {
  const { plan } = app.store.getState().plan;
  const record = plan?.records[ref.type].get(ref.id);
  if (record) flyTo(app, entityBounds(record.geometry));
}

/** Frames the whole district, or all that the plan holds when it has none. */
export function frameDistrict(app: App): void {
  const { plan } = app.store.getState().plan;
  const district = plan?.records.district.values().next().value;
  if (district) flyTo(app, entityBounds(district.geometry));
}

/** Tells the land along the roads apart by arrival time or by station. */
export function setLandBy({ store }: App, landBy: ViewSlice['landBy']): void {
  updateSlice(store, 'view', { landBy });
}

/** Marks roads that hang together with nothing else. */
export function toggleApart({ store }: App): void {
  updateSlice(store, 'view', { showApart: !store.getState().view.showApart });
}

export function setTool({ store }: App, active: ToolId, addType?: EntityType): void {
  updateSlice(store, 'tool', addType ? { active, addType } : { active });
}

export function closeNotice({ store }: App, id: number): void {
  dismissNotice(store, id);
}
