import type { Hydrant, HydrantStatus } from '../../model/entities/hydrant';
import type { CoverageSettings } from './answer';

const STANDING: readonly HydrantStatus[] = ['working', 'damaged', 'blocked', 'outOfWater'];

/**
 * Whether a hydrant gives water in this scenario: working ones, and those not built yet when the settings count them.
 * Without a status nobody knows, so it does not count.
 */
export function isCounted({ status }: Hydrant, settings: Pick<CoverageSettings, 'countPlanned'>): boolean {
  if (status === 'working') return true;
  return settings.countPlanned && (status === 'planned' || status === 'underConstruction');
}

/** Standing in the street, in whatever state; without a status it was seen there and counts as standing. */
export function isStanding({ status }: Hydrant): boolean {
  return status === undefined || STANDING.includes(status);
}

/** Standing but without water for the brigade until somebody repairs it. */
export function needsRepair({ status }: Hydrant): boolean {
  return status === 'damaged' || status === 'blocked' || status === 'outOfWater';
}

/** The radius it protects in metres: its own where it has one and own radii count, the common one otherwise. */
export function radiusOf(hydrant: Hydrant, settings: CoverageSettings): number {
  return settings.ownRadii && hydrant.radiusM !== undefined ? hydrant.radiusM : settings.radiusM;
}
