const GPM = 3.785411784 / 60;
const FT = 0.3048;

/** How a country's code says whether enough water reaches a building. Lengths are of hose along streets. */
export interface WaterMeasure {
  /** `sum`: flows add up · `bands`: each hydrant is credited up to what its distance allows · `single`: one hydrant must do. */
  readonly kind: 'sum' | 'bands' | 'single';
  readonly clause: string;
  readonly verified: boolean;
  /** Hydrants farther than this do not count, metres. */
  readonly withinM: number;
  /** The first one must be within this, metres. */
  readonly firstWithinM?: number;
  /** A building with a footprint over this (m²) needs the first one within this (m). */
  readonly largeFootprint?: { readonly overM2: number; readonly withinM: number };
  /** Hydrants with less do not count, L/s. */
  readonly leastFlowLps: number;
  /** For `bands`, nearest first: up to `withinM` a hydrant counts with at most `creditLps`. */
  readonly bands?: readonly { readonly withinM: number; readonly creditLps: number }[];
  /** What a hydrant whose flow nobody knows is taken to give where the settings say so, L/s: the code's least. */
  readonly assumedFlowLps: number;
  /** What a new hydrant is planned to give, L/s. */
  readonly newFlowLps: number;
}

/** By profile id. Figures are the codes' own; `verified` false = from memory or derived. */
const MEASURES: Readonly<Record<string, WaterMeasure>> = {
  // Hydrants within the protection radius, their flows together against the building's outdoor design flow.
  cn: {
    kind: 'sum',
    clause: 'GB 50974-2014 7.2.5, 3.3.2',
    verified: true,
    withinM: 150,
    leastFlowLps: 0,
    assumedFlowLps: 15,
    newFlowLps: 15,
  },
  // All outlets within 300 m together; single ones from 24 m³/h; the first within 75 m on foot. The sheet draws a circle
  // that railways and motorways cut; along streets the same 300 m are never kinder than it.
  dvgw: {
    kind: 'sum',
    clause: 'DVGW W 405',
    verified: true,
    withinM: 300,
    firstWithinM: 75,
    leastFlowLps: 24 / 3.6,
    assumedFlowLps: 24 / 3.6,
    newFlowLps: 48 / 3.6,
  },
  // "Measured as hose can be laid by apparatus."
  'nfpa-iso': {
    kind: 'bands',
    clause: 'ISO FSRS 614',
    verified: true,
    withinM: 1000 * FT,
    leastFlowLps: 0,
    bands: [
      { withinM: 300 * FT, creditLps: 1000 * GPM },
      { withinM: 600 * FT, creditLps: 670 * GPM },
      { withinM: 1000 * FT, creditLps: 250 * GPM },
    ],
    assumedFlowLps: 250 * GPM,
    newFlowLps: 1000 * GPM,
  },
  // Hydrants 180–210 m apart leave no frontage farther than half of that from one; large buildings within 100 m.
  uk: {
    kind: 'single',
    clause: 'UK National Guidance; BS 9990',
    verified: true,
    withinM: 105,
    largeFootprint: { overM2: 280, withinM: 100 },
    leastFlowLps: 0,
    assumedFlowLps: 8,
    newFlowLps: 2000 / 60,
  },
};

/** The measure of a profile; one that is not known here is measured as the Chinese one. */
export function measureOf(profileId: string): WaterMeasure {
  return MEASURES[profileId] ?? MEASURES.cn!;
}
