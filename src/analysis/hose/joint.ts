import type { BuildingWater } from './answer';
import type { Fix } from './fix';
import type { WaterVerdict } from './judge';

/** When an engine has to be there. */
export interface EngineLimit {
  readonly limitS: number;
  readonly clause: string;
}

/** Whether a building is served at all: an engine in time and enough water. */
export interface JointBuilding {
  readonly id: string;
  readonly engine: {
    /** Null: no engine reaches it. */
    readonly arrivalS: number | null;
    readonly passes: boolean;
    readonly clause: string;
  };
  readonly water: {
    readonly verdict: WaterVerdict;
    readonly availableLps: number;
    readonly neededLps: number;
    readonly passes: boolean;
    readonly clause: string;
  };
  readonly fails: 'engine' | 'water' | 'both' | 'none';
  /** Clauses that are not met. */
  readonly clauses: readonly string[];
  /** The cheapest thing that gives it water; null where water passes or nothing of the list does. */
  readonly waterFix: Fix | null;
  /** How much too late the engine is, seconds; null where it is in time or never comes. */
  readonly lateS: number | null;
}

export type JointTotals = Readonly<Record<JointBuilding['fails'], number>>;

/** @param arrivalS per building in the same order, seconds after the order; NaN or Infinity = no engine comes */
export function jointAnswer(
  buildings: readonly BuildingWater[],
  arrivalS: Float64Array,
  limit: EngineLimit,
): JointBuilding[] {
  if (arrivalS.length !== buildings.length)
    throw new Error(`${arrivalS.length} arrival times for ${buildings.length} buildings`);
  return buildings.map((building, i) => joint(building, arrivalS[i]!, limit));
}

/** Which side fails. @param arrivalS NaN or Infinity = no engine comes */
export function failingSide(arrivalS: number, limitS: number, verdict: WaterVerdict): JointBuilding['fails'] {
  const inTime = arrivalS <= limitS;
  if (verdict === 'passes') return inTime ? 'none' : 'engine';
  return inTime ? 'water' : 'both';
}

export function jointTotals(buildings: readonly Pick<JointBuilding, 'fails'>[]): JointTotals {
  const totals = { engine: 0, water: 0, both: 0, none: 0 };
  for (const { fails } of buildings) totals[fails]++;
  return totals;
}

/** One building by both sides. @param arrival NaN or Infinity = no engine comes */
export function joint(building: BuildingWater, arrival: number, { limitS, clause }: EngineLimit): JointBuilding {
  const comes = Number.isFinite(arrival);
  const inTime = comes && arrival <= limitS;
  const hasWater = building.verdict === 'passes';
  return {
    id: building.id,
    engine: { arrivalS: comes ? arrival : null, passes: inTime, clause },
    water: {
      verdict: building.verdict,
      availableLps: building.availableLps,
      neededLps: building.needed.flowLps,
      passes: hasWater,
      clause: building.clause,
    },
    fails: failingSide(arrival, limitS, building.verdict),
    clauses: [...(inTime ? [] : [clause]), ...(hasWater ? [] : [building.clause])],
    waterFix: building.fix,
    lateS: comes && !inTime ? arrival - limitS : null,
  };
}
