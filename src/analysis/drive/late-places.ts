import type { Seed } from '../../network/first-due';
import { forEachReached } from '../../network/reach';
import type { DriveSearch } from './analyse';
import type { LatePlace } from './answer';
import { pointOnEdge } from './road-network';

const COUNT = 10;
/** Nearer than this two places are one to a planner. */
const APART_M = 300;

/** The places on the network that the first engine reaches last, each well apart from the others. */
export function latePlaces(
  { network, costs, labels, seeds }: DriveSearch,
  ids: readonly string[],
  unit: number,
): LatePlace[] {
  const { graph, roads, projection } = network;
  const ends: { edge: number; at: number; cost: number; source: number }[] = [];
  forEachReached(graph, costs, labels, seeds as Seed[], Number.POSITIVE_INFINITY, (edge, stretch) => {
    const late = stretch.toCost >= stretch.fromCost;
    ends.push({
      edge,
      at: late ? stretch.toAt : stretch.fromAt,
      cost: late ? stretch.toCost : stretch.fromCost,
      source: stretch.source,
    });
  });
  ends.sort((a, b) => b.cost - a.cost || a.edge - b.edge);
  const chosen: LatePlace[] = [];
  const points: [number, number][] = [];
  for (const { edge, at, cost, source } of ends) {
    const [x, y] = pointOnEdge(graph, edge, at);
    if (points.some(([px, py]) => Math.hypot(px - x, py - y) < APART_M)) continue;
    points.push([x, y]);
    const { name } = roads[graph.road[edge]!]!;
    chosen.push({
      position: projection.inverse([x, y]),
      arrival: cost / unit,
      stationId: ids[source]!,
      ...(name ? { road: name } : {}),
    });
    if (chosen.length === COUNT) break;
  }
  return chosen;
}
