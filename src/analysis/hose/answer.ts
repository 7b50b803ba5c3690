import type { LonLat } from '../../base/coordinates';
import type { Fix } from './fix';
import type { Water, WaterVerdict } from './judge';
import type { WaterMeasure } from './measures';
import type { NeededFlow } from './needed-flow';
import type { HoseSettings } from './settings';

/** One hydrant as a source for one building. */
export interface HoseSource {
  readonly hydrantId: string;
  /** Set-back of the hydrant, way along the streets, set-back of the building; metres. */
  readonly layM: number;
  readonly lengths: number;
  /** Absent: nobody measured it. */
  readonly flowLps?: number;
  /** What one line carries of it, L/s. */
  readonly lineLps: number;
  readonly frictionMpa: number;
  /** Pumps on the line besides the engine at the fire. */
  readonly pumps: number;
}

export interface BuildingWater extends Water {
  readonly id: string;
  readonly name?: string;
  /** Where the engine stands; null without a street. */
  readonly frontage: { readonly roadId: string; readonly position: LonLat; readonly setBackM: number } | null;
  readonly needed: NeededFlow;
  /** The nearest counted hydrants by hose, at most three; the first also where it lies beyond every limit. */
  readonly sources: readonly HoseSource[];
  /** Counted hydrants within each lay of the settings, and their known flows together. */
  readonly within: readonly { readonly withinM: number; readonly hydrants: number; readonly flowLps: number }[];
  /** An engine's own hose reaches from the nearest counted hydrant. */
  readonly inCarried: boolean;
  /** From the middle of the building to the nearest counted hydrant as the crow flies; absent without any. */
  readonly crowM?: number;
  /** Within the protection radius as the crow flies, beyond it by hose. */
  readonly crowOnly: boolean;
  /** Clause that the verdict rests on. */
  readonly clause: string;
  /** Null when it passes, or when no street is near. */
  readonly fix: Fix | null;
}

/** Counts of buildings; what follows the pointer while a hydrant is dragged. */
export interface HoseTotals {
  readonly total: number;
  readonly inCarried: number;
  /** Within the protection radius as the crow flies, and of these by no hose of that length. */
  readonly crow: number;
  readonly crowOnly: number;
  readonly byVerdict: Readonly<Record<WaterVerdict, number>>;
  /** For each lay of the settings: buildings with a counted hydrant within it. */
  readonly within: readonly { readonly withinM: number; readonly buildings: number }[];
}

/** The figures of all buildings together. */
export interface HoseSummary {
  readonly settings: HoseSettings;
  readonly measure: WaterMeasure;
  /** The protection radius that the crow's figure uses, metres. */
  readonly radiusM: number;
  readonly hydrants: {
    readonly total: number;
    readonly counted: number;
    /** Counted, but farther from any street than the settings allow: no hose is laid from them. */
    readonly offStreet: readonly string[];
    /** Counted, but nobody measured the flow. */
    readonly withoutFlow: readonly string[];
  };
  /** Streets within the hose that an engine carries from a counted hydrant's place on them. */
  readonly streets: { readonly lengthM: number; readonly reachedM: number };
  readonly totals: HoseTotals;
  /** Buildings whose need rests on a guess. */
  readonly dataGaps: { readonly withoutUse: number; readonly withoutSize: number };
}

export interface HoseAnswer extends HoseSummary {
  /** In the order of the plan. */
  readonly buildings: readonly BuildingWater[];
}
