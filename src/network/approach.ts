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
  { from, to }: RoadGraph,
  costs: ArcCosts,
  { cost, source }: Labels,
  seedsHere: readonly Seed[],
  edge: number,
  at: number,
): Approach | null {
  const [ahead, back] = [costs[2 * edge]!, costs[2 * edge + 1]!];
  let best: Approach | null = null;
  const add = (base: number, whole: number, fromAt: number, by: number, node: number): void => {
    const share = Math.abs(at - fromAt);
    if (share > 0 && !Number.isFinite(whole)) return;
    const value = base + (share > 0 ? whole * share : 0);
    if (!Number.isFinite(value) || (best && (value > best.cost || (value === best.cost && by >= best.source)))) return;
    best = { cost: value, source: by, node, leg: { edge, fromAt, toAt: at } };
  };
  const [u, v] = [from[edge]!, to[edge]!];
  if (source[u]! >= 0) add(cost[u]!, ahead, 0, source[u]!, u);
  if (source[v]! >= 0) add(cost[v]!, back, 1, source[v]!, v);
  for (const seed of seedsHere) add(seed.offset, at >= seed.at ? ahead : back, seed.at, seed.source, -1);
  return best;
}
