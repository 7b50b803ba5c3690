import type { CoverageSettings } from '../analysis/coverage/answer';
import { type DriveSettings, turnoutOf } from '../analysis/drive/settings';
import { HOSE_KINDS } from '../analysis/hose/friction';
import type { HoseSettings } from '../analysis/hose/settings';
import type { ResponseSettings } from '../analysis/response/answer';
import { profileById } from '../model/standards/profiles';
import type { App } from '../store/app';
import { updateSlice } from '../store/app-store';
import type { SettingsSlice } from '../store/state';

export function setCoverageSettings({ store }: App, fields: Partial<CoverageSettings>): void {
  updateSlice(store, 'settings', { coverage: { ...store.getState().settings.coverage, ...fields } });
}

export function setResponseSettings({ store }: App, fields: Partial<ResponseSettings>): void {
  updateSlice(store, 'settings', { response: { ...store.getState().settings.response, ...fields } });
}

export function setDriveSettings({ store }: App, fields: Partial<DriveSettings>): void {
  updateSlice(store, 'settings', { drive: { ...store.getState().settings.drive, ...fields } });
}

/** Another code: its clause and its turnout time. */
export function setDriveProfile(app: App, profileId: string): void {
  setDriveSettings(app, { profileId, turnoutS: turnoutOf(profileById(profileId)) });
}

export function setHoseSettings({ store }: App, fields: Partial<HoseSettings>): void {
  updateSlice(store, 'settings', { hose: { ...store.getState().settings.hose, ...fields } });
}

/** Another kind of hose; one that is not on the list changes nothing. */
export function setHoseKind(app: App, diameterMm: number): void {
  const hose = HOSE_KINDS.find((kind) => kind.diameterMm === diameterMm);
  if (hose) setHoseSettings(app, { hose });
}

/** Shows response along the roads or in straight lines, or hose and water. */
export function setMetric({ store }: App, metric: SettingsSlice['metric']): void {
  updateSlice(store, 'settings', { metric });
}

/** Compares the stations in view with another set; null ends the comparison. */
export function compareStations({ store }: App, stationIds: readonly string[] | null): void {
  updateSlice(store, 'settings', { compareStationIds: stationIds });
  if (stationIds === null) updateSlice(store, 'results', { responseCompare: null, driveCompare: null });
}
