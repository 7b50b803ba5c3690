import './theme/tokens.css';
import './theme/controls.css';
import './theme/layout.css';
import './theme/response.css';
import { createRoot } from 'react-dom/client';
import { ENTITY_TYPES } from '../model/entities/registry';
import { runAnalyses } from '../store/analysis-runner';
import type { App } from '../store/app';
import { createAppStore, updateSlice } from '../store/app-store';
import { EngineQueue } from '../store/engine-queue';
import { History } from '../store/history';
import { ImportMemory } from '../store/import-memory';
import { keepSettings } from '../store/keep-settings';
import { openStoredPlan } from '../store/open-plan';
import { createEngine } from '../worker/client';
import { type Address, readAddress } from './address';
import { askToPersist } from './ask-to-persist';
import { listenForFiles } from './file-drop';
import { Frame } from './frame';
import { changeLanguage, startLanguage } from './i18n';
import { keepAddress } from './keep-address';
import { listenForLeaving } from './leaving';
import { browserStorage, loadPreferences, savePreferences } from './preferences';
import { rememberedPlan, rememberPlan } from './remembered-plan';
import { listenForShortcuts } from './shortcuts';

// Only machines without a Chinese font need it, so it never holds up the first paint.
void import('./theme/fonts.css');

// The map is heavy: its chunk starts loading before anything else runs.
const mapChunk = import('../map/create-map');

const store = createAppStore();
const engine = createEngine();
const app: App = {
  store,
  engine,
  history: new History(),
  queue: new EngineQueue(engine),
  imports: new ImportMemory(browserStorage()),
};

updateSlice(store, 'view', {
  ...loadPreferences(),
  ...(window.matchMedia('(max-width: 760px)').matches ? { legendOpen: false } : {}),
});
openAddress(readAddress(window.location.hash));

startLanguage(store.getState().view.language);
applyLook();
store.subscribe((now, before) => {
  if (now.view !== before.view) {
    applyLook();
    savePreferences(now.view);
    if (now.view.language !== before.view.language) changeLanguage(now.view.language);
  }
});

runAnalyses(app);
keepSettings(app);
rememberPlan(store);
askToPersist(store);
listenForShortcuts(app);
listenForFiles(app);
createRoot(document.getElementById('root')!).render(<Frame app={app} mapChunk={mapChunk} />);
const first = readAddress(window.location.hash);
// Until the plan is open its selection cannot be: the address keeps what it says.
void openStoredPlan(app, rememberedPlan()).then(() => {
  selectFrom(first);
  keepAddress(store);
});
// A link pasted into the open window loads nothing anew: it only turns the view.
window.addEventListener('hashchange', ({ newURL }) => {
  const next = readAddress(new URL(newURL).hash);
  openAddress(next);
  selectFrom(next);
});
listenForLeaving(app);

function openAddress({ job, camera, planned = false }: Address): void {
  const { settings } = store.getState();
  updateSlice(store, 'view', { ...(job ? { job, panelOpen: true } : {}), ...(camera ? { camera } : {}) });
  updateSlice(store, 'settings', { coverage: { ...settings.coverage, countPlanned: planned } });
}

function selectFrom({ selected }: Address): void {
  const type = ENTITY_TYPES.find((each) => each === selected?.type);
  if (type && store.getState().plan.plan?.records[type].has(selected!.id))
    updateSlice(store, 'selection', { records: [{ type, id: selected!.id }] });
}

function applyLook(): void {
  const { theme, language } = store.getState().view;
  document.documentElement.dataset.theme = theme;
  document.documentElement.lang = language;
}
