import { createStore, type StoreApi } from 'zustand/vanilla';
import { DEFAULT_COVERAGE_SETTINGS } from '../analysis/coverage/settings';
import { DEFAULT_DRIVE_SETTINGS } from '../analysis/drive/settings';
import { DEFAULT_HOSE_SETTINGS } from '../analysis/hose/settings';
import { DEFAULT_RESPONSE_SETTINGS } from '../analysis/response/settings';
import { DEFAULT_LAYERS } from './layers';
import type { AppState } from './state';

export type AppStore = StoreApi<AppState>;

export function initialState(): AppState {
  return {
    plan: {
      plan: null,
      revision: 0,
      generation: 0,
      status: 'opening',
      progress: 0,
      saving: 'saved',
      storingShare: null,
      key: null,
      access: 'write',
      kept: [],
      undo: null,
      redo: null,
    },
    view: {
      job: 'coverage',
      panelOpen: true,
      panelWidth: 400,
      theme: 'light',
      language: 'zh-CN',
      layers: DEFAULT_LAYERS,
      legendOpen: true,
      paletteOpen: false,
      helpOpen: false,
      camera: null,
      flight: null,
      dragHint: true,
      basemap: { kind: 'plan' },
      addresses: [],
      landBy: 'time',
      showApart: false,
    },
    tool: { active: 'browse', addType: 'hydrant' },
    selection: { records: [], hovered: null, gapId: null, hoveredGapId: null, place: null },
    results: {
      coverage: null,
      coverageIssue: null,
      coverageBusy: false,
      baseline: null,
      drag: null,
      discs: null,
      response: null,
      responseCompare: null,
      responseIssue: null,
      responseBusy: false,
      drive: null,
      driveCompare: null,
      driveIssue: null,
      heldStation: null,
      runTimes: null,
      losses: { progress: null, answer: null },
      water: null,
      waterIssue: null,
    },
    settings: {
      coverage: DEFAULT_COVERAGE_SETTINGS,
      response: DEFAULT_RESPONSE_SETTINGS,
      drive: DEFAULT_DRIVE_SETTINGS,
      hose: DEFAULT_HOSE_SETTINGS,
      metric: 'auto',
      compareStationIds: null,
    },
    importing: {
      phase: 'idle',
      fileName: '',
      progress: 0,
      layers: [],
      selected: 0,
      hovering: false,
    },
    exporting: { phase: 'idle', progress: 0, systems: [], issues: [] },
    notices: [],
  };
}

export function createAppStore(): AppStore {
  return createStore<AppState>()(() => initialState());
}

/** Replaces some fields of one slice; the other slices keep their identity. */
export function updateSlice<S extends Exclude<keyof AppState, 'notices'>>(
  store: AppStore,
  slice: S,
  fields: Partial<AppState[S]>,
): void {
  store.setState((state) => ({ [slice]: { ...state[slice], ...fields } }) as Partial<AppState>);
}
