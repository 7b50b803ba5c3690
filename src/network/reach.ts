import type { ArcCosts } from './costs';
import { clipped, envelopeOf, type Stretch, shareWithin } from './edge-envelope';
import type { Labels, Seed } from './first-due';
import type { RoadGraph } from './road-graph';

/** What a first-due search reaches along the roads, partial edges counted to where the limit falls. */
export interface ReachSums {
  /** Per limit: length within it, metres. */
  readonly lengthM: Float64Array;
  /** Per limit and source (`limit · sources + source`): length that the source reaches first within it, metres. */
  readonly firstDueM: Float64Array;
}

/**
 * Sums over the network. @param limits ascending or not; `Infinity` counts all that is reached at all
 * @param counted 1 for the edges that count; absent = all
 */
export function sumReach(
  graph: RoadGraph,
  costs: ArcCosts,
  labels: Labels,
  seeds: readonly Seed[],
  limits: readonly number[],
  sources: number,
  counted?: Uint8Array,
): ReachSums {
  const sums = { lengthM: new Float64Array(limits.length), firstDueM: new Float64Array(limits.length * sources) };
  const seedsOn = seedsByEdge(seeds);
  const seeded = new Uint8Array(graph.from.length);
  for (const edge of seedsOn.keys()) seeded[edge] = 1;
  for (let edge = 0; edge < graph.from.length; edge++) {
    if (counted?.[edge] === 0) continue;
    if (seeded[edge] === 0 && addPlain(graph, costs, labels, edge, limits, sums, sources)) continue;
    for (const stretch of envelopeOf(graph, costs, labels, edge, seedsOn.get(edge)))
      for (let k = 0; k < limits.length; k++)
        add(sums, sources, k, stretch.source, shareWithin(stretch, limits[k]!) * graph.lengthM[edge]!);
  }
  return sums;
}

function add({ lengthM, firstDueM }: ReachSums, sources: number, limit: number, source: number, metres: number): void {
  lengthM[limit]! += metres;
  firstDueM[limit * sources + source]! += metres;
}

/**
 * The common case without objects: an edge that costs the same both ways, with nothing starting on it. From each end the
 * costs rise until they meet at `meet`. False when the edge is not of that kind.
 */
function addPlain(
  { from, to, lengthM }: RoadGraph,
  costs: ArcCosts,
  { cost, source }: Labels,
  edge: number,
  limits: readonly number[],
  sums: ReachSums,
  sources: number,
): boolean {
  const [u, v] = [from[edge]!, to[edge]!];
  const a = cost[u]!;
  const b = cost[v]!;
  if (a === Number.POSITIVE_INFINITY && b === Number.POSITIVE_INFINITY) return true;
  const whole = costs[2 * edge]!;
  if (whole !== costs[2 * edge + 1] || !(whole > 0) || whole === Number.POSITIVE_INFINITY) return false;
  const length = lengthM[edge]!;
  const meet = Math.min(1, Math.max(0, (b - a + whole) / (2 * whole)));
  for (let k = 0; k < limits.length; k++) {
    const left = Math.min(meet, (limits[k]! - a) / whole);
    const right = Math.min(1 - meet, (limits[k]! - b) / whole);
    if (left > 0) add(sums, sources, k, source[u]!, left * length);
    if (right > 0) add(sums, sources, k, source[v]!, right * length);
  }
  return true;
}

/** Every stretch within the limit, edge by edge. */
export function forEachReached(
  graph: RoadGraph,
  costs: ArcCosts,
  labels: Labels,
  seeds: readonly Seed[],
  limit: number,
  visit: (edge: number, stretch: Stretch) => void,
): void {
  const seedsOn = seedsByEdge(seeds);
  for (let edge = 0; edge < graph.from.length; edge++)
    for (const stretch of envelopeOf(graph, costs, labels, edge, seedsOn.get(edge))) {
      const within = clipped(stretch, limit);
      if (within && within.toAt > within.fromAt) visit(edge, within);
    }
}

export function seedsByEdge(seeds: readonly Seed[]): Map<number, Seed[]> {
  const map = new Map<number, Seed[]>();
  for (const seed of seeds) {
    const here = map.get(seed.edge);
    if (here) here.push(seed);
    else map.set(seed.edge, [seed]);
  }
  return map;
}
