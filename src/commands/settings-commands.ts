import type { CoverageSettings } from '../analysis/coverage/answer';
import type { ResponseSettings } from '../analysis/response/answer';
import type { App } from '../store/app';
import { updateSlice } from '../store/app-store';

export function setCoverageSettings({ store }: App, fields: Partial<CoverageSettings>): void {
  updateSlice(store, 'settings', { coverage: { ...store.getState().settings.coverage, ...fields } });
}

export function setResponseSettings({ store }: App, fields: Partial<ResponseSettings>): void {
  updateSlice(store, 'settings', { response: { ...store.getState().settings.response, ...fields } });
}

/** Compares the stations in view with another set; null ends the comparison. */
export function compareStations({ store }: App, stationIds: readonly string[] | null): void {
  updateSlice(store, 'settings', { compareStationIds: stationIds });
  if (stationIds === null) updateSlice(store, 'results', { responseCompare: null });
}
