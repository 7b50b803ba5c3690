import type { AppStore } from '../store/app-store';
import type { AppState } from '../store/state';
import { addressOf } from './address';

/** Writes what is seen into the address at once, so that a reload a moment later finds it again. */
export function keepAddress(store: AppStore): void {
  write(store.getState());
  store.subscribe((now, before) => {
    const same =
      now.view.job === before.view.job &&
      now.view.camera === before.view.camera &&
      now.settings === before.settings &&
      now.selection.records === before.selection.records;
    if (!same) write(now);
  });
}

function write(state: AppState): void {
  const next = addressOf(state);
  if (next === window.location.hash) return;
  try {
    window.history.replaceState(null, '', next);
  } catch {
    // Some browsers allow only so many writes in a while; the next change writes again.
    return;
  }
}
