import type { App } from '../store/app';
import type { PlanSlice } from '../store/state';

/** Asks before the page is left while an edit is not stored; a field still being typed in is taken over first. */
export function listenForLeaving({ store }: App): void {
  window.addEventListener('beforeunload', (event) => {
    (document.activeElement as HTMLElement | null)?.blur();
    if (wouldLose(store.getState().plan)) event.preventDefault();
  });
}

/** Whether leaving now would lose an edit: it is on its way to the database, or the plan lives in memory alone. */
export function wouldLose({ saving, undo, redo }: Pick<PlanSlice, 'saving' | 'undo' | 'redo'>): boolean {
  return saving === 'saving' || (saving === 'memory' && (undo !== null || redo !== null));
}
