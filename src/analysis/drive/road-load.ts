import { cheapestWay, NO_WAY } from '../../network/approach';
import type { ArcCosts } from '../../network/costs';
import type { Labels, Seed } from '../../network/first-due';
import { seedsByEdge } from '../../network/reach';
import type { RoadGraph } from '../../network/road-graph';

/** How many of some targets' ways lead over each edge. @param chosen which of the places given */
export function loadOfRoads(
  graph: RoadGraph,
  costs: ArcCosts,
  labels: Labels,
  seeds: readonly Seed[],
  edge: Int32Array,
  at: Float64Array,
  chosen: Int32Array,
): Float64Array {
  const load = new Float64Array(graph.from.length);
  const through = new Float64Array(graph.nodeX.length);
  const seedsOn = seedsByEdge(seeds);
  const way = { ...NO_WAY };
  for (const i of chosen) {
    const e = edge[i]!;
    if (e < 0 || cheapestWay(graph, costs, labels, seedsOn.get(e), e, at[i]!, way).source < 0) continue;
    load[e]!++;
    if (way.node >= 0) through[way.node]!++;
  }
  // From the farthest node inwards each hands on what passes through it.
  const order = Int32Array.from(through.keys())
    .filter((node) => labels.via[node] !== -1)
    .sort((a, b) => labels.cost[b]! - labels.cost[a]!);
  for (const node of order) {
    if (through[node] === 0) continue;
    const via = labels.via[node]!;
    const arc = via >= 0 ? via : -2 - via;
    load[arc >> 1]! += through[node]!;
    if (via >= 0) through[(arc & 1) === 1 ? graph.to[arc >> 1]! : graph.from[arc >> 1]!]! += through[node]!;
  }
  return load;
}
