import { bestApproach, type Leg } from './approach';
import type { ArcCosts } from './costs';
import { type Labels, type Seed, seedOf } from './first-due';
import type { RoadGraph } from './road-graph';

/** The cheapest way from a source to a place. */
export interface Route {
  readonly source: number;
  readonly cost: number;
  readonly lengthM: number;
  /** From the source on. */
  readonly legs: readonly Leg[];
}

/** The way of whoever is first at a place of the network; null where nobody comes. Of equal costs the lower source goes. */
export function routeTo(
  graph: RoadGraph,
  costs: ArcCosts,
  labels: Labels,
  seeds: readonly Seed[],
  edge: number,
  at: number,
): Route | null {
  const here = seeds.filter((seed) => seed.edge === edge);
  const best = bestApproach(graph, costs, labels, here, edge, at);
  if (!best) return null;
  const legs = [best.leg];
  for (let node = best.node; node >= 0; ) {
    const via = labels.via[node]!;
    const arc = via >= 0 ? via : -2 - via;
    const against = (arc & 1) === 1;
    const begin = via >= 0 ? (against ? 1 : 0) : seedOf(seeds, labels.source[node]!, arc >> 1).at;
    legs.unshift({ edge: arc >> 1, fromAt: begin, toAt: against ? 0 : 1 });
    node = via >= 0 ? (against ? graph.to : graph.from)[arc >> 1]! : -1;
  }
  const lengthM = legs.reduce((sum, leg) => sum + Math.abs(leg.toAt - leg.fromAt) * graph.lengthM[leg.edge]!, 0);
  return { source: best.source, cost: best.cost, lengthM, legs };
}
