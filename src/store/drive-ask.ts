import type { DriveAsk } from '../worker/drive-desk';
import type { AppState } from './state';

/** What the state as it is asks along the roads. */
export function driveAsk({ settings, view, results, selection }: AppState): DriveAsk {
  return { settings: settings.drive, landBy: view.landBy, held: results.heldStation, place: selection.place };
}
