import type { LonLat } from '../../base/coordinates';
import type { AreaGeometry } from '../../model/entities/spec';
import type { Finding } from '../../model/standards/profile';

/** How reach is measured. Only `radius` exists so far; the road network gets its own kind. */
export interface ResponseSettings {
  readonly profileId: string;
  readonly metric: { readonly kind: 'radius' };
  readonly by: 'metres' | 'minutes';
  /** Ascending. Straight-line metres when `by` is metres; minutes of driving when `by` is minutes. */
  readonly thresholds: readonly number[];
  /** Mean driving speed, km/h, for `minutes`. */
  readonly speedKmh: number;
  /** λ: road distance / straight-line distance; reach radius = speed · minutes / λ. */
  readonly detourFactor: number;
  /** Stations that take part; absent = every station in service. */
  readonly stationIds?: readonly string[];
  readonly countPlanned: boolean;
  readonly incidentMonths: number;
}

export interface ReachRing {
  readonly threshold: number;
  readonly radiusM: number;
  readonly areaM2: number;
  readonly areaShare: number;
  readonly buildings: ReachShare;
  readonly keyUnits: ReachShare;
  readonly incidents: ReachShare;
  /** Union of the circles within the district. */
  readonly geometry: AreaGeometry;
  /** What this ring reaches and the one before it does not: rings painted as bands do not lie on each other. */
  readonly band: AreaGeometry;
}

export interface ReachShare {
  readonly total: number;
  readonly within: number;
  readonly share: number;
}

/** Land nearer (straight line) to this station than to any other. */
export interface StationPartition {
  readonly stationId: string;
  readonly name: string;
  readonly position: LonLat;
  readonly areaM2: number;
  readonly buildings: number;
  readonly keyUnits: number;
  readonly incidents: number;
  readonly farthest: { readonly position: LonLat; readonly distanceM: number };
  /** A = 2·(S/λ)², S = the distance driven in the code's travel time at `speedKmh`; km² in the code, m² here. */
  readonly codeAreaM2: number;
  /** Limit of the class (7/4/2/15 km²), where the profile has one. */
  readonly limitAreaM2?: number;
  readonly geometry: AreaGeometry;
}

export interface ResponseAnswer {
  readonly settings: ResponseSettings;
  readonly district: { readonly areaM2: number };
  readonly rings: readonly ReachRing[];
  /** The part of the district beyond the last ring. */
  readonly unreached: AreaGeometry;
  readonly partition: readonly StationPartition[];
  readonly findings: readonly Finding[];
}
