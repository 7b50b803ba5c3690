import type { LonLat } from '../../base/coordinates';
import type { EntityType } from '../../model/entities/registry';
import type { StandardRule } from '../../model/standards/profile';
import type { BuildOptions } from '../../network/build-graph';

/** Where hydrants stand against the code, and what of their records is missing. */
export const HYDRANT_CHECKS = [
  'spacing',
  'streetWithoutHydrant',
  'bothSides',
  'kerbDistance',
  'wallDistance',
  'bridgeHead',
  'pumpConnection',
  'flow',
  'staticPressure',
  'residualPressure',
  'craneFlow',
  'craneMain',
  'craneSpacing',
  'offStreet',
  'samePlace',
  'noStatus',
  'noFlow',
] as const;

/** What of the roads would mislead a search along them. */
export const ROAD_CHECKS = [
  'noLength',
  'drawnTwice',
  'island',
  'looseEnd',
  'crossing',
  'selfLoop',
  'oneWayTrap',
  'wrongSpeed',
  'noSpeed',
  'noWidth',
  'noName',
] as const;

export type AuditCheck = (typeof HYDRANT_CHECKS)[number] | (typeof ROAD_CHECKS)[number];

/** One thing found, at one place where it has one. */
export interface AuditFinding {
  readonly check: AuditCheck;
  /** Absent: no clause asks for it, it is a matter of data quality. */
  readonly clause?: string;
  readonly force?: StandardRule['force'];
  readonly verified?: boolean;
  readonly measured?: number;
  readonly limit?: { readonly min?: number; readonly max?: number };
  readonly unit?: StandardRule['unit'] | 'km/h';
  readonly records: readonly { readonly type: EntityType; readonly ids: readonly string[] }[];
  readonly position?: LonLat;
}

export interface AuditSummary {
  readonly check: AuditCheck;
  /** Records or places looked at. */
  readonly checked: number;
  /** Records or places found wanting. */
  readonly found: number;
}

export interface AuditSettings {
  readonly profileId: string;
  readonly build: BuildOptions;
  /** A loose end so near to another road was probably meant to meet it, metres. */
  readonly looseWithinM: number;
  /** Two hydrants nearer than this are most likely one drawn twice, metres. */
  readonly samePlaceM: number;
  /** A hydrant farther than this from any street is asked about, metres. */
  readonly hydrantMaxM: number;
}

/** Why a rule could not be looked into: the plan has no such records, or none of them has the field. */
export interface NotChecked {
  readonly check: AuditCheck;
  readonly clause?: string;
  readonly reason: 'noRecordType' | 'noRecords' | 'noValues' | 'noRule';
}

export interface AuditAnswer {
  readonly settings: AuditSettings;
  readonly network: {
    readonly nodes: number;
    readonly edges: number;
    readonly lengthM: number;
    readonly components: number;
    readonly outsideLargestM: number;
  };
  /** Of every check that was made, also where nothing was found. */
  readonly summary: readonly AuditSummary[];
  readonly notChecked: readonly NotChecked[];
  /** In the order of the checks; worst first within each. */
  readonly findings: readonly AuditFinding[];
}

/** What one check gives. */
export interface Checked {
  readonly check: AuditCheck;
  readonly checked: number;
  readonly findings: readonly AuditFinding[];
  readonly notChecked?: NotChecked['reason'];
  readonly clause?: string;
}
