import { cheapestWay, NO_WAY } from '../../network/approach';
import type { ArcCosts } from '../../network/costs';
import type { Labels, Seed } from '../../network/first-due';
import { seedsByEdge } from '../../network/reach';
import type { Frontages } from './frontage';
import type { RoadNetwork } from './road-network';

/** When the first station comes to each place, and which: `Infinity` and −1 where none does. */
export interface Arrivals {
  readonly cost: Float64Array;
  readonly source: Int32Array;
}

/** @param snapCost what the way from the road to the place costs per metre; 0 leaves it out */
export function arrivalsAt(
  { graph }: RoadNetwork,
  costs: ArcCosts,
  labels: Labels,
  seeds: readonly Seed[],
  { edge, at, snapM }: Frontages,
  snapCost: (edge: number) => number,
): Arrivals {
  const cost = new Float64Array(edge.length).fill(Number.POSITIVE_INFINITY);
  const source = new Int32Array(edge.length).fill(-1);
  const seedsOn = seedsByEdge(seeds);
  const way = { ...NO_WAY };
  for (let i = 0; i < edge.length; i++) {
    if (edge[i]! < 0) continue;
    cheapestWay(graph, costs, labels, seedsOn.get(edge[i]!), edge[i]!, at[i]!, way);
    if (way.source < 0) continue;
    cost[i] = way.cost + snapM[i]! * snapCost(edge[i]!);
    source[i] = way.source;
  }
  return { cost, source };
}

/** The first station at each place; of equal times the lower source. @param ofEach by station alone, @param count of places */
export function firstArrivals(
  ofEach: readonly { readonly source: number; readonly cost: Float64Array }[],
  count: number,
): Arrivals {
  const cost = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const source = new Int32Array(count).fill(-1);
  for (const { source: by, cost: alone } of ofEach)
    for (let i = 0; i < count; i++)
      if (alone[i]! < cost[i]!) {
        cost[i] = alone[i]!;
        source[i] = by;
      }
  return { cost, source };
}

/** When the second station comes to each place: the least of all others than the first. @param ofEach by station alone */
export function secondArrivals(
  ofEach: readonly { readonly source: number; readonly cost: Float64Array }[],
  first: Arrivals,
): Float64Array {
  const second = new Float64Array(first.cost.length).fill(Number.POSITIVE_INFINITY);
  for (const { source, cost } of ofEach)
    for (let i = 0; i < second.length; i++)
      if (source !== first.source[i] && cost[i]! < second[i]!) second[i] = cost[i]!;
  return second;
}
