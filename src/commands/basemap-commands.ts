import type { Issue } from '../base/issue';
import type { Result } from '../base/result';
import type { OnlineBasemap } from '../io/basemap/basemap';
import type { WmtsCatalogue } from '../io/basemap/wmts-capabilities';
import { entityBounds } from '../model/lookups/bounds';
import type { App } from '../store/app';
import { updateSlice } from '../store/app-store';
import { notify } from '../store/notices';
import type { BasemapChoice, Bounds } from '../store/state';
import { tileDesk } from '../worker/tiles/client';
import { flyTo } from './view-commands';

const MOST_ADDRESSES = 8;

/** Draws an online map from now on; only now is its address asked for anything. It is kept for the next time. */
export function showOnlineBasemap({ store }: App, basemap: OnlineBasemap): void {
  const others = store.getState().view.addresses.filter(({ address }) => !sameAddress(address, basemap.address));
  updateSlice(store, 'view', { basemap, addresses: [basemap, ...others].slice(0, MOST_ADDRESSES) });
}

/** Back to the plan's own roads, water and buildings. */
export function showPlanBasemap({ store }: App): void {
  updateSlice(store, 'view', { basemap: { kind: 'plan' } });
}

/** The user says whether the map in use is one in GCJ-02. */
export function setBasemapShift(app: App, gcj02: boolean): void {
  const { basemap } = app.store.getState().view;
  if (basemap.kind === 'online') showOnlineBasemap(app, { ...basemap, gcj02 });
  else if (basemap.kind === 'pmtiles') updateSlice(app.store, 'view', { basemap: { ...basemap, gcj02 } });
}

/** Takes an address out of those kept. */
export function forgetAddress({ store }: App, forgotten: OnlineBasemap): void {
  const { addresses } = store.getState().view;
  updateSlice(store, 'view', { addresses: addresses.filter((one) => one !== forgotten) });
}

/** Draws a PMTiles file; one that cannot be drawn is said, and the map stays as it was. */
export async function showBasemapFile(app: App, file: File): Promise<void> {
  const described = await tileDesk().describeFile(file);
  if (!described.ok) {
    notify(app.store, { tone: 'bad', issue: described.issue });
    return;
  }
  const about = described.value;
  updateSlice(app.store, 'view', { basemap: { kind: 'pmtiles', file, about, gcj02: false } });
  const district = app.store.getState().plan.plan?.records.district.values().next().value;
  const elsewhere = district !== undefined && !meet(entityBounds(district.geometry), about.bounds);
  if (!district) flyTo(app, about.bounds);
  notify(app.store, {
    tone: elsewhere ? 'info' : 'good',
    key: elsewhere ? 'notice.basemapElsewhere' : 'notice.basemapFile',
    params: { name: file.name },
  });
}

/** The layers of a WMTS; asks the server for its list, because the user asked to read it. */
export function readWmts(url: string): Promise<Result<WmtsCatalogue>> {
  return tileDesk().capabilities(url);
}

/** The map tells that a basemap does not come: the plan's own returns and the reason is said. */
export function basemapFailed(app: App, failed: BasemapChoice, issue: Issue): void {
  if (app.store.getState().view.basemap !== failed) return;
  showPlanBasemap(app);
  notify(app.store, { tone: 'bad', issue });
}

function sameAddress(a: OnlineBasemap['address'], b: OnlineBasemap['address']): boolean {
  return a.template === b.template;
}

function meet(a: Bounds, b: Bounds): boolean {
  return a[0] <= b[2] && b[0] <= a[2] && a[1] <= b[3] && b[1] <= a[3];
}
