import type { Places } from '../places';
import type { Arrivals } from './arrivals';
import type { Frontages } from './frontage';

/** What arrival is asked for besides roads; kinds left out are not counted. */
export interface DriveTargets {
  readonly buildings?: Places<unknown>;
  readonly keyUnits?: Places<unknown>;
  readonly incidents?: Places<unknown>;
}
export const DRIVE_TARGETS = ['buildings', 'keyUnits', 'incidents'] as const;
export type TargetKind = (typeof DRIVE_TARGETS)[number];

/** Where one kind of target is and when the first and second station come there. */
export interface TargetArrivals {
  readonly kind: TargetKind;
  readonly places: Places<unknown>;
  readonly frontages: Frontages;
  readonly first: Arrivals;
  readonly secondCost: Float64Array;
}
