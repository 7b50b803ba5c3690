import type { WaterMeasure } from './measures';

/**
 * `passes` · `distance`: no hydrant near enough · `first`: enough, but the first is too far · `flow`: too little ·
 * `flowUnknown`: too little is known, and with the code's least for the unmeasured ones it would do ·
 * `noFrontage`: no street near the building.
 */
export const WATER_VERDICTS = ['passes', 'flowUnknown', 'flow', 'first', 'distance', 'noFrontage'] as const;
export type WaterVerdict = (typeof WATER_VERDICTS)[number];

/** A hydrant within reach of a building. `flowLps` NaN = nobody knows. */
export interface Supply {
  readonly layM: number;
  readonly flowLps: number;
}

export interface Water {
  readonly verdict: WaterVerdict;
  /** What counts of the flows known (and assumed, where the settings say so), L/s. */
  readonly availableLps: number;
  /** Hydrants that count. */
  readonly hydrants: number;
  /** Of these, how many nobody measured. */
  readonly unmeasured: number;
}

export interface Need {
  readonly flowLps: number;
  readonly footprintM2: number;
}

/** Holds what is in reach against the measure. @param supplies nearest first @param assumeFlow count unmeasured ones with the code's least */
export function judgeWater(measure: WaterMeasure, need: Need, supplies: readonly Supply[], assumeFlow: boolean): Water {
  const near = supplies.filter(({ layM }) => layM <= measure.withinM);
  const unmeasured = near.filter(({ flowLps }) => Number.isNaN(flowLps)).length;
  const assumed = availableOf(measure, near, measure.assumedFlowLps);
  const availableLps = assumeFlow ? assumed : availableOf(measure, near, 0);
  const water = { availableLps, hydrants: near.length, unmeasured };
  if (near.length === 0) return { ...water, verdict: 'distance' };
  if (!enough(availableLps, need)) return { ...water, verdict: enough(assumed, need) ? 'flowUnknown' : 'flow' };
  return { ...water, verdict: near[0]!.layM <= firstLimit(measure, need) ? 'passes' : 'first' };
}

function availableOf(measure: WaterMeasure, near: readonly Supply[], unknownLps: number): number {
  const credits = near.map((supply) => creditOf(measure, supply, unknownLps));
  return measure.kind === 'single'
    ? credits.reduce((most, credit) => Math.max(most, credit), 0)
    : credits.reduce((sum, credit) => sum + credit, 0);
}

/** What one hydrant counts with, L/s. */
export function creditOf(measure: WaterMeasure, { layM, flowLps }: Supply, unknownLps: number): number {
  const flow = Number.isNaN(flowLps) ? unknownLps : flowLps;
  if (flow < measure.leastFlowLps) return 0;
  if (!measure.bands) return flow;
  return Math.min(flow, measure.bands.find(({ withinM }) => layM <= withinM)?.creditLps ?? 0);
}

/** Sums of decimal fractions may fall short of a round need by a rounding. */
function enough(availableLps: number, { flowLps }: Need): boolean {
  return availableLps >= flowLps - 1e-6;
}

function firstLimit({ withinM, firstWithinM = withinM, largeFootprint }: WaterMeasure, need: Need): number {
  const large = largeFootprint && need.footprintM2 > largeFootprint.overM2 ? largeFootprint.withinM : withinM;
  return Math.min(firstWithinM, large);
}
