import type { LonLat } from '../../base/coordinates';
import type { Issue } from '../../base/issue';
import type { ReachShare } from '../response/answer';
import type { ArrivalLimit } from './limit';
import type { DriveSettings } from './settings';

/** What is driven on, and what of it hangs apart. */
export interface NetworkReport {
  readonly nodes: number;
  readonly edges: number;
  readonly lengthM: number;
  readonly components: number;
  /** Length outside the longest component. */
  readonly droppedLengthM: number;
  readonly withoutLength: number;
  readonly duplicates: number;
}

export interface DriveStation {
  readonly id: string;
  readonly name: string;
  /** From the station to the road, as the crow flies; null when there is none near. */
  readonly snapM: number | null;
}

/** Targets of each kind that are within a threshold; only kinds that there are. */
export interface TargetShares {
  readonly buildings?: ReachShare;
  readonly keyUnits?: ReachShare;
  readonly incidents?: ReachShare;
}

export interface DriveReach extends TargetShares {
  /** Minutes or metres, as the settings say. */
  readonly threshold: number;
  readonly roadLengthM: number;
  /** Of the roads that engines may drive (in the district, where there is one). */
  readonly share: number;
  /** Reached within the threshold by a second station too. */
  readonly second: TargetShares;
}

/** What a station reaches before all others. */
export interface FirstDueShare {
  readonly stationId: string;
  readonly name: string;
  readonly roadLengthM: number;
  readonly buildings?: number;
  readonly keyUnits?: number;
  readonly incidents?: number;
  /** Who lives or works in its buildings, where the plan knows of any. */
  readonly people?: number;
  /** The farthest place of its own, minutes or metres. */
  readonly latest: number | null;
}

/** A place on the network where the first engine comes late. */
export interface LatePlace {
  readonly position: LonLat;
  /** Minutes or metres, as the settings say. */
  readonly arrival: number;
  readonly stationId: string;
  readonly road?: string;
  readonly roadEn?: string;
}

export interface DriveAnswer {
  readonly settings: DriveSettings;
  readonly network: NetworkReport;
  readonly stations: readonly DriveStation[];
  readonly reach: readonly DriveReach[];
  /** Reach within the time that the profile's clause allows; null by metres or where the profile has none. */
  readonly limit: (ArrivalLimit & { readonly reach: DriveReach }) | null;
  readonly firstDue: readonly FirstDueShare[];
  /** Roads that engines may drive at least one way (in the district, where there is one), metres. */
  readonly drivableM: number;
  /** What of them no station reaches, metres. */
  readonly unreachedM: number;
  /** Targets that an engine reaches at all, however late. */
  readonly reached: TargetShares;
  readonly worst: readonly LatePlace[];
  /** Measured on this network: Σ road / Σ straight distance between stations and what they reach first; null without targets. */
  readonly detourFactor: number | null;
  /** Σ road length / Σ driving time to the targets, km/h; null when measured in metres or without targets. */
  readonly meanSpeedKmh: number | null;
  readonly issues: readonly Issue[];
}
