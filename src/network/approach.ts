import type { ArcCosts } from './costs';
import type { Labels, Seed } from './first-due';
import type { RoadGraph } from './road-graph';

/** A part of an edge in the direction of driving: from one share of its length to another. */
export interface Leg {
  readonly edge: number;
  readonly fromAt: number;
  readonly toAt: number;
}

/** A way onto the place: the last leg, and the node where it begins (−1: the source itself). */
export interface Approach {
  readonly cost: number;
  readonly source: number;
  readonly node: number;
  readonly leg: Leg;
}

/** The cheapest way onto a place of an edge, of equal costs the lower source's; null where nobody comes. */
export function bestApproach(
  graph: RoadGraph,
  costs: ArcCosts,
  labels: Labels,
  seedsHere: readonly Seed[],
  edge: number,
  at: number,
): Approach | null {
  const { cost, source, node, fromAt } = cheapestWay(graph, costs, labels, seedsHere, edge, at, { ...NO_WAY });
  return source < 0 ? null : { cost, source, node, leg: { edge, fromAt, toAt: at } };
}

/** What `cheapestWay` writes its answer into, so that asking for many places makes no garbage. */
export interface Way {
  cost: number;
  /** −1 where nobody comes. */
  source: number;
  /** The node where the last leg begins, −1 for the source itself. */
  node: number;
  /** Where on the edge the last leg begins, 0…1. */
  fromAt: number;
}

export const NO_WAY: Way = { cost: Number.POSITIVE_INFINITY, source: -1, node: -1, fromAt: 0 };

/** As `bestApproach`, written into `way`. */
export function cheapestWay(
  { from, to }: RoadGraph,
  costs: ArcCosts,
  { cost, source }: Labels,
  seedsHere: readonly Seed[] | undefined,
  edge: number,
  at: number,
  way: Way,
): Way {
  way.cost = Number.POSITIVE_INFINITY;
  way.source = -1;
  const [ahead, back] = [costs[2 * edge]!, costs[2 * edge + 1]!];
  const [u, v] = [from[edge]!, to[edge]!];
  if (source[u]! >= 0) offer(way, cost[u]!, ahead, 0, source[u]!, u, at);
  if (source[v]! >= 0) offer(way, cost[v]!, back, 1, source[v]!, v, at);
  if (seedsHere)
    for (const seed of seedsHere) offer(way, seed.offset, at >= seed.at ? ahead : back, seed.at, seed.source, -1, at);
  return way;
}

function offer(way: Way, base: number, whole: number, fromAt: number, by: number, node: number, at: number): void {
  const share = Math.abs(at - fromAt);
  // A part of nothing costs nothing, even where the arc may not be driven.
  const value = share > 0 ? base + whole * share : base;
  if (!(value < way.cost || (value === way.cost && by < way.source)) || value === Number.POSITIVE_INFINITY) return;
  way.cost = value;
  way.source = by;
  way.node = node;
  way.fromAt = fromAt;
}
