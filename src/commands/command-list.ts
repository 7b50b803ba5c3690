import type { App } from '../store/app';
import type { AppState } from '../store/state';
import { cancelDrag } from './drag-commands';
import { openExport } from './export-commands';
import { redo, removeSelected, repairSelected, toggleSelectedRoads, undo } from './plan-commands';
import { openDemoZone, savePlanAs } from './plan-file-commands';
import { clearSelection } from './selection-commands';
import { setCoverageSettings } from './settings-commands';
import { cancelStationDrag } from './station-drag-commands';
import {
  frameDistrict,
  openHelp,
  openJob,
  openPalette,
  setLanguage,
  setTheme,
  setTool,
  toggleLegend,
  togglePanel,
} from './view-commands';

/**
 * One user action. Menu, palette, help and shortcuts read the same list; the label stands in the catalogues
 * under `command.<id>`.
 */
export interface Command {
  readonly id: string;
  /** Name of the icon, drawn by the panels. */
  readonly icon: string;
  /** E.g. `mod+z`; `mod` is Ctrl or ⌘. */
  readonly shortcut?: string;
  enabled(state: AppState): boolean;
  run(app: App): void | Promise<void>;
}

const always = (): boolean => true;
const ready = ({ plan }: AppState): boolean => plan.status === 'ready';
const anySelected = ({ selection }: AppState): boolean => selection.records.length > 0;
const anyRecord = ({ plan }: AppState): boolean =>
  plan.status === 'ready' && Object.values(plan.plan?.records ?? {}).some(({ size }) => size > 0);
const roadsSelected = ({ selection }: AppState): boolean =>
  selection.records.some(({ type }) => type === 'roadSegment');
const hydrantsSelected = ({ selection }: AppState): boolean => selection.records.some(({ type }) => type === 'hydrant');

export const COMMANDS: readonly Command[] = [
  { id: 'undo', icon: 'undo', shortcut: 'mod+z', enabled: ({ plan }) => plan.undo !== null, run: undo },
  { id: 'redo', icon: 'redo', shortcut: 'mod+shift+z', enabled: ({ plan }) => plan.redo !== null, run: redo },
  { id: 'browse', icon: 'pointer', shortcut: 'v', enabled: always, run: (app) => setTool(app, 'browse') },
  { id: 'boxSelect', icon: 'box', shortcut: 'b', enabled: ready, run: (app) => setTool(app, 'boxSelect') },
  { id: 'lassoSelect', icon: 'lasso', shortcut: 'l', enabled: ready, run: (app) => setTool(app, 'lassoSelect') },
  { id: 'measure', icon: 'ruler', shortcut: 'm', enabled: always, run: (app) => setTool(app, 'measure') },
  { id: 'addHydrant', icon: 'hydrant', shortcut: 'h', enabled: ready, run: (app) => setTool(app, 'add', 'hydrant') },
  { id: 'addStation', icon: 'station', enabled: ready, run: (app) => setTool(app, 'add', 'fireStation') },
  { id: 'addMicroStation', icon: 'microStation', enabled: ready, run: (app) => setTool(app, 'add', 'microStation') },
  { id: 'addKeyUnit', icon: 'keyUnit', enabled: ready, run: (app) => setTool(app, 'add', 'keyUnit') },
  { id: 'removeSelected', icon: 'trash', shortcut: 'delete', enabled: anySelected, run: removeSelected },
  { id: 'repairSelected', icon: 'wrench', enabled: hydrantsSelected, run: repairSelected },
  { id: 'toggleRoads', icon: 'barrier', shortcut: 'x', enabled: roadsSelected, run: toggleSelectedRoads },
  { id: 'clearSelection', icon: 'close', shortcut: 'escape', enabled: always, run: stepBack },
  { id: 'frameDistrict', icon: 'frame', shortcut: 'f', enabled: ready, run: frameDistrict },
  { id: 'jobCoverage', icon: 'coverage', shortcut: '1', enabled: always, run: (app) => openJob(app, 'coverage') },
  { id: 'jobResponse', icon: 'response', shortcut: '2', enabled: always, run: (app) => openJob(app, 'response') },
  { id: 'jobRegisters', icon: 'registers', shortcut: '3', enabled: always, run: (app) => openJob(app, 'registers') },
  { id: 'jobData', icon: 'data', shortcut: '4', enabled: always, run: (app) => openJob(app, 'data') },
  { id: 'exportRecords', icon: 'export', shortcut: 'mod+shift+e', enabled: anyRecord, run: openExport },
  { id: 'countPlanned', icon: 'planned', shortcut: 'p', enabled: ready, run: toggleCountPlanned },
  { id: 'togglePanel', icon: 'panel', shortcut: ']', enabled: always, run: togglePanel },
  { id: 'toggleLegend', icon: 'legend', shortcut: 'g', enabled: always, run: toggleLegend },
  { id: 'themeLight', icon: 'sun', enabled: always, run: (app) => setTheme(app, 'light') },
  { id: 'themeDark', icon: 'moon', enabled: always, run: (app) => setTheme(app, 'dark') },
  { id: 'themeContrast', icon: 'contrast', enabled: always, run: (app) => setTheme(app, 'contrast') },
  { id: 'languageZh', icon: 'language', enabled: always, run: (app) => setLanguage(app, 'zh-CN') },
  { id: 'languageEn', icon: 'language', enabled: always, run: (app) => setLanguage(app, 'en') },
  { id: 'palette', icon: 'search', shortcut: 'mod+k', enabled: always, run: (app) => openPalette(app, true) },
  { id: 'help', icon: 'help', shortcut: '?', enabled: always, run: (app) => openHelp(app, true) },
  { id: 'savePlanAs', icon: 'save', shortcut: 'mod+s', enabled: ready, run: savePlanAs },
  { id: 'openDemoZone', icon: 'demo', enabled: always, run: openDemoZone },
];

function toggleCountPlanned(app: App): void {
  setCoverageSettings(app, { countPlanned: !app.store.getState().settings.coverage.countPlanned });
}

/** Escape goes back one step: drag, tool, selection. */
function stepBack(app: App): void {
  const { results, tool } = app.store.getState();
  if (results.drag && !results.drag.dropped) cancelDrag(app);
  else if (results.heldStation) cancelStationDrag(app);
  else if (tool.active !== 'browse') setTool(app, 'browse');
  else clearSelection(app);
}
