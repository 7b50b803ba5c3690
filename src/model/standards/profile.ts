/** Rule ids that analyses read. A profile may leave a rule out: what depends on it is then not checked, and said so. */
export type RuleId =
  | 'hydrant.radius'
  | 'hydrant.spacing'
  | 'hydrant.bothSidesWidth'
  | 'hydrant.kerbDistance'
  | 'hydrant.wallDistance'
  | 'hydrant.flow'
  | 'hydrant.staticPressure'
  | 'hydrant.residualPressure'
  | 'hydrant.craneFlow'
  | 'hydrant.craneSpacing'
  | 'hydrant.craneMain'
  | 'hydrant.pumpConnection'
  | 'hydrant.bridgeHead'
  | 'hydrant.buildingDistance'
  | 'hydrant.areaFlow'
  | 'source.radius'
  | 'source.drawHeight'
  | 'station.travelTime'
  | 'station.turnout'
  | 'station.arrival'
  | 'station.roadDistance'
  | 'station.areaFirst'
  | 'station.areaSecond'
  | 'station.areaSmall'
  | 'station.areaSuburb'
  | 'station.detourFactor'
  | 'station.exitDistance'
  | 'station.hazardDistance'
  | 'station.setback'
  | 'microStation.arrival'
  | 'microStation.crew';

/** One number of a code. Limits are in the unit named; `min` and `max` may both be there (a range). */
export interface StandardRule {
  readonly id: RuleId;
  /** E.g. `GB 50974-2014 7.2.5`. */
  readonly clause: string;
  readonly unit: 'm' | 'km²' | 'L/s' | 'MPa' | 'min' | 's' | 'mm' | 'people' | 'ratio';
  readonly min?: number;
  readonly max?: number;
  readonly force: 'mandatory' | 'recommended';
  /** False = from memory, shown as such in the rule sheet until somebody checks it. */
  readonly verified: boolean;
  readonly wording: { readonly zh: string; readonly en: string };
}

/** The numbers of one country's codes, as data. Users copy a profile and edit it. */
export interface StandardProfile {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly rules: readonly StandardRule[];
}

/** A rule broken (or met) at a place, with what was measured. */
export interface Finding {
  readonly ruleId: RuleId;
  readonly clause: string;
  readonly force: StandardRule['force'];
  readonly verified: boolean;
  readonly unit: StandardRule['unit'];
  readonly limit: { readonly min?: number; readonly max?: number };
  /** Worst value measured; absent when the finding only counts. */
  readonly measured?: number;
  readonly passed: boolean;
  /** How many records or places break the rule, of how many checked. */
  readonly broken: number;
  readonly checked: number;
  /** Ids of the records concerned (at most the first 200) and what type they are. */
  readonly records?: { readonly type: string; readonly ids: readonly string[] };
}

/** A rule of the profile; undefined where the code has none such. */
export function ruleOf(profile: StandardProfile, id: RuleId): StandardRule | undefined {
  return profile.rules.find((rule) => rule.id === id);
}
