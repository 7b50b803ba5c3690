import type { AppStore } from '../store/app-store';

/**
 * Asks the browser once, after the first edit, not to clear what it keeps here when it runs out of room: before there is an
 * edit there is nothing to keep, and some browsers ask the person.
 */
export function askToPersist(store: AppStore): void {
  const stop = store.subscribe(({ plan: { undo, access } }) => {
    if (undo === null || access !== 'write') return;
    stop();
    void navigator.storage?.persist?.().catch(() => false);
  });
}
