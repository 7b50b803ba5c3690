import type { RoadSegment } from '../model/entities/road-segment';
import type { RoadGraph } from './road-graph';

/**
 * What it costs to drive each arc from end to end, in metres or seconds; `Infinity` where it may not be driven.
 * An arc is `2·edge` with the road's line and `2·edge + 1` against it.
 */
export type ArcCosts = Float64Array;

export type OneWayRule = 'respect' | 'waive';

export interface CostOptions {
  /** Fire engines on a run may be allowed against one-way streets. */
  readonly oneWay: OneWayRule;
  /** Roads that are closed besides those marked so in the plan. */
  readonly closed?: ReadonlySet<string>;
}

/** Arcs by their length. @param drivable false for roads that engines do not take */
export function lengthCosts(
  graph: RoadGraph,
  roads: readonly RoadSegment[],
  options: CostOptions,
  drivable: (road: RoadSegment) => boolean = () => true,
): ArcCosts {
  return costsOf(graph, roads, options, (road) => (drivable(road) ? 1 : Number.POSITIVE_INFINITY));
}

/** Arcs by the seconds they take. @param speedKmh of each road; 0 where engines do not drive */
export function timeCosts(
  graph: RoadGraph,
  roads: readonly RoadSegment[],
  options: CostOptions,
  speedKmh: (road: RoadSegment) => number,
): ArcCosts {
  return costsOf(graph, roads, options, (road) => 3.6 / Math.max(0, speedKmh(road)));
}

function costsOf(
  graph: RoadGraph,
  roads: readonly RoadSegment[],
  { oneWay, closed }: CostOptions,
  perMetre: (road: RoadSegment) => number,
): ArcCosts {
  const factor = Float64Array.from(roads, (road) =>
    road.closed || closed?.has(road.id) ? Number.POSITIVE_INFINITY : perMetre(road),
  );
  const costs = new Float64Array(2 * graph.from.length);
  for (let e = 0; e < graph.from.length; e++) {
    const road = graph.road[e]!;
    const cost = Number.isFinite(factor[road]!) ? graph.lengthM[e]! * factor[road]! : Number.POSITIVE_INFINITY;
    const direction = oneWay === 'respect' ? roads[road]!.oneWay : 'no';
    costs[2 * e] = direction === 'backward' ? Number.POSITIVE_INFINITY : cost;
    costs[2 * e + 1] = direction === 'forward' ? Number.POSITIVE_INFINITY : cost;
  }
  return costs;
}
