import type { WaterAsk } from '../worker/water-desk';
import type { AppState } from './state';

/** What the state as it is asks about hose and water. */
export function waterAsk({ settings, results: { drag, heldStation }, selection }: AppState): WaterAsk {
  const held = drag && !drag.dropped ? { id: drag.id, position: drag.position } : null;
  return { settings: settings.hose, drive: settings.drive, held, heldStation, place: selection.place };
}

/** Whether hose and water are in view. */
export function showsWater({ view, settings }: AppState): boolean {
  return view.job === 'response' && settings.metric === 'water';
}
