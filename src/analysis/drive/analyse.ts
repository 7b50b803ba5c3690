import type { Result } from '../../base/result';
import type { FireStation } from '../../model/entities/fire-station';
import type { DriveAnswer } from './answer';
import type { RoadNetwork } from './road-network';
import { DriveSession } from './session';
import type { DriveSettings } from './settings';
import type { DriveTargets } from './targets';

/**
 * Reach of stations along the roads: length, targets and first-due shares within thresholds; edges count to the metre.
 * For a single question; who asks again keeps a `DriveSession`. Issues: those of `DriveSession.answer`.
 */
export function analyseDrive(
  network: RoadNetwork,
  stations: readonly FireStation[],
  targets: DriveTargets,
  settings: DriveSettings,
): Result<DriveAnswer> {
  return new DriveSession(network, targets).answer(stations, settings);
}
