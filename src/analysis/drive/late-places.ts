import type { ArcCosts } from '../../network/costs';
import { pointOnEdge } from '../../network/edge-point';
import type { Labels, Seed } from '../../network/first-due';
import { forEachReached } from '../../network/reach';
import type { LatePlace } from './answer';
import type { RoadNetwork } from './road-network';
import type { DriveSearch } from './session';

const COUNT = 10;
/** Nearer than this two places are one to a planner. */
const APART_M = 300;

/** The places on the network that the first engine reaches last, each well apart from the others. */
export function latePlaces(
  { network, costs, labels, seeds }: DriveSearch,
  ids: readonly string[],
  unit: number,
  counted?: Uint8Array,
): LatePlace[] {
  const { graph, roads, projection } = network;
  const ends = latestOfEach(network, costs, labels, seeds);
  if (counted) for (let e = 0; e < counted.length; e++) if (counted[e] === 0) ends.cost[e] = Number.NEGATIVE_INFINITY;
  const chosen: LatePlace[] = [];
  const points: [number, number][] = [];
  for (let last = latest(ends); last && chosen.length < COUNT; last = latest(ends)) {
    const { edge, at, cost, source } = last;
    const [x, y] = pointOnEdge(graph, edge, at);
    ends.cost[edge] = Number.NEGATIVE_INFINITY;
    if (points.some(([px, py]) => Math.hypot(px - x, py - y) < APART_M)) continue;
    points.push([x, y]);
    const { name, nameEn } = roads[graph.road[edge]!]!;
    chosen.push({
      position: projection.inverse([x, y]),
      arrival: cost / unit,
      stationId: ids[source]!,
      ...(name ? { road: name } : {}),
      ...(nameEn ? { roadEn: nameEn } : {}),
    });
    dropNear(network, ends, x, y);
  }
  return chosen;
}

/** The latest place of each edge. */
interface Ends {
  readonly cost: Float64Array;
  readonly at: Float64Array;
  readonly source: Int32Array;
}

function latestOfEach({ graph }: RoadNetwork, costs: ArcCosts, labels: Labels, seeds: readonly Seed[]): Ends {
  const count = graph.from.length;
  const ends: Ends = {
    cost: new Float64Array(count).fill(Number.NEGATIVE_INFINITY),
    at: new Float64Array(count),
    source: new Int32Array(count),
  };
  forEachReached(graph, costs, labels, seeds, Number.POSITIVE_INFINITY, (edge, stretch) => {
    const rises = stretch.toCost >= stretch.fromCost;
    const cost = rises ? stretch.toCost : stretch.fromCost;
    if (cost <= ends.cost[edge]!) return;
    ends.cost[edge] = cost;
    ends.at[edge] = rises ? stretch.toAt : stretch.fromAt;
    ends.source[edge] = stretch.source;
  });
  return ends;
}

function latest({ cost, at, source }: Ends) {
  let edge = -1;
  for (let e = 0; e < cost.length; e++) if (cost[e]! > (edge < 0 ? Number.NEGATIVE_INFINITY : cost[edge]!)) edge = e;
  return edge < 0 ? null : { edge, at: at[edge]!, cost: cost[edge]!, source: source[edge]! };
}

/** Edges that lie wholly near a place already named cannot give another one. */
function dropNear({ graph: { nodeX, nodeY, from, to } }: RoadNetwork, { cost }: Ends, x: number, y: number): void {
  const near = (node: number): boolean => Math.hypot(nodeX[node]! - x, nodeY[node]! - y) < APART_M / 2;
  for (let e = 0; e < cost.length; e++)
    if (cost[e]! > Number.NEGATIVE_INFINITY && near(from[e]!) && near(to[e]!)) cost[e] = Number.NEGATIVE_INFINITY;
}
