import type { App } from './app';
import type { AppState } from './state';

/** Long enough to gather the steps of a slider, short enough to lose none of them. */
const GATHER_MS = 400;

/** Writes the settings that belong to the plan into its file whenever somebody changes them. */
export function keepSettings({ store, engine }: App): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  store.subscribe((now, before) => {
    // A plan just opened brings its own.
    if (now.plan.generation !== before.plan.generation || now.plan.status !== 'ready') clearTimeout(timer);
    else if (changed(now, before) && now.plan.access === 'write') {
      clearTimeout(timer);
      const { coverage, response, drive, hose } = now.settings;
      timer = setTimeout(() => void engine.saveSettings({ coverage, response, drive, hose }), GATHER_MS);
    }
  });
}

function changed({ settings: now }: AppState, { settings: before }: AppState): boolean {
  return (['coverage', 'response', 'drive', 'hose'] as const).some((each) => now[each] !== before[each]);
}
