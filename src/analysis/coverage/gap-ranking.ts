/**
 * What a gap weighs in the ranking "by what it contains". A building counts one; the rest says how many buildings
 * it is worth. The weights are ours, open to discussion, and shown in the panel's help.
 */
export const GAP_WEIGHTS = {
  building: 1,
  incident: 1,
  keyUnit: 10,
  /** On top of the key unit itself. */
  highRiskUnit: 20,
  /** So that among empty gaps the larger comes first. */
  hectare: 0.1,
} as const;

export interface GapContents {
  readonly areaM2: number;
  readonly buildings: number;
  readonly keyUnits: number;
  readonly highRiskUnits: number;
  readonly incidents: number;
}

/** What a gap weighs, in buildings. */
export function gapScore(gap: GapContents): number {
  return (
    gap.buildings * GAP_WEIGHTS.building +
    gap.incidents * GAP_WEIGHTS.incident +
    gap.keyUnits * GAP_WEIGHTS.keyUnit +
    gap.highRiskUnits * GAP_WEIGHTS.highRiskUnit +
    (gap.areaM2 / 10_000) * GAP_WEIGHTS.hectare
  );
}
