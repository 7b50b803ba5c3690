import type { ArcCosts } from './costs';
import type { RoadGraph } from './road-graph';

/** Where a search starts: a place on an edge, reached by `source` at the cost `offset`. */
export interface Seed {
  readonly edge: number;
  /** From the edge's first point, as a share of its length, 0…1. */
  readonly at: number;
  /** What has passed when the source stands there, such as the turnout. */
  readonly offset: number;
  readonly source: number;
}

/** Cheapest cost to each node and which source has it; `Infinity` and −1 where nobody comes. */
export interface Labels {
  readonly cost: Float64Array;
  readonly source: Int32Array;
  /** The arc over which each node is reached; `−2 − arc` where a seed on that arc reaches it; −1 where nobody comes. */
  readonly via: Int32Array;
}

/** More than so many buckets are not worth their memory; they get wider instead. */
const MOST_BUCKETS = 4096;

/**
 * Cheapest cost from the nearest of several sources to every node within a limit: Dijkstra's search from all at once,
 * with a circular row of buckets in place of a heap (Dial 1969; buckets as in Cherkassky, Goldberg, Radzik 1996). A bucket may
 * be wider than the cheapest arc: a node whose label falls within the bucket at hand is looked at again, so that the
 * answer is exact whatever the width. Of two sources at equal cost the lower number has the node.
 * Keeps its arrays, so that asking again while a station is dragged allocates nothing.
 */
export class FirstDueSearch {
  private readonly cost: Float64Array;
  private readonly source: Int32Array;
  private readonly via: Int32Array;
  private readonly buckets: number[][] = [];
  private left = 0;
  private costs: ArcCosts | null = null;
  /** The costs in the order of `arcs`: what is read together lies together. */
  private readonly arcCost: Float64Array;
  private mean = 0;
  private dearest = 0;

  constructor(private readonly graph: RoadGraph) {
    this.cost = new Float64Array(graph.nodeX.length);
    this.source = new Int32Array(graph.nodeX.length);
    this.via = new Int32Array(graph.nodeX.length);
    this.arcCost = new Float64Array(graph.arcs.length);
  }

  /** The labels are the search's own arrays: good until it runs again. */
  run(costs: ArcCosts, seeds: readonly Seed[], limit = Number.POSITIVE_INFINITY): Labels {
    this.cost.fill(Number.POSITIVE_INFINITY);
    this.source.fill(-1);
    this.via.fill(-1);
    if (this.costs !== costs) this.take(costs);
    const { width, count } = this.row(seeds);
    while (this.buckets.length < count) this.buckets.push([]);
    for (const seed of seeds) this.plant(costs, seed, limit, width, count);
    this.settle(limit, width, count);
    return { cost: this.cost, source: this.source, via: this.via };
  }

  /** Once for each set of costs: the same array is taken to hold the same numbers. */
  private take(costs: ArcCosts): void {
    const { arcs } = this.graph;
    let [sum, finite, dearest] = [0, 0, 0];
    for (let a = 0; a < arcs.length; a++) {
      const cost = costs[arcs[a]!]!;
      this.arcCost[a] = cost;
      if (cost === Number.POSITIVE_INFINITY) continue;
      if (cost > dearest) dearest = cost;
      sum += cost;
      finite++;
    }
    this.mean = finite > 0 ? sum / finite : 1;
    this.dearest = dearest;
    this.costs = costs;
  }

  /** Width and number of buckets: a part of the mean arc's cost, and enough for the dearest arc after the latest seed. */
  private row(seeds: readonly Seed[]): { width: number; count: number } {
    const span = this.dearest + seeds.reduce((latest, { offset }) => Math.max(latest, offset), 0);
    const width = Math.max(this.mean / 4, span / (MOST_BUCKETS - 2), 1e-9);
    return { width, count: Math.ceil(span / width) + 2 };
  }

  /** A source amid an edge reaches the edge's ends. */
  private plant(
    costs: ArcCosts,
    { edge, at, offset, source }: Seed,
    limit: number,
    width: number,
    count: number,
  ): void {
    this.offer(
      this.graph.to[edge]!,
      offset + partOf(costs[2 * edge]!, 1 - at),
      source,
      -2 - 2 * edge,
      limit,
      width,
      count,
    );
    this.offer(
      this.graph.from[edge]!,
      offset + partOf(costs[2 * edge + 1]!, at),
      source,
      -3 - 2 * edge,
      limit,
      width,
      count,
    );
  }

  private settle(limit: number, width: number, count: number): void {
    const { arcStart, arcs, arcTo } = this.graph;
    const { cost, source, arcCost } = this;
    for (let turn = 0; this.left > 0; turn++) {
      const bucket = this.buckets[turn % count]!;
      // Grows while it is worked through.
      for (let k = 0; k < bucket.length; k++) {
        const node = bucket[k]!;
        this.left--;
        const reached = cost[node]!;
        if (Math.floor(reached / width) !== turn) continue;
        for (let a = arcStart[node]!; a < arcStart[node + 1]!; a++) {
          const next = reached + arcCost[a]!;
          const to = arcTo[a]!;
          if (next <= cost[to]!) this.offer(to, next, source[node]!, arcs[a]!, limit, width, count);
        }
      }
      bucket.length = 0;
    }
  }

  private offer(
    node: number,
    value: number,
    source: number,
    via: number,
    limit: number,
    width: number,
    count: number,
  ): void {
    if (!(value <= limit) || value === Number.POSITIVE_INFINITY) return;
    const before = this.cost[node]!;
    if (value > before || (value === before && this.source[node]! >= 0 && this.source[node]! <= source)) return;
    this.cost[node] = value;
    this.source[node] = source;
    this.via[node] = via;
    this.buckets[Math.floor(value / width) % count]!.push(node);
    this.left++;
  }
}

/** The seed of a source on an edge; of several there the first. */
export function seedOf(seeds: readonly Seed[], source: number, edge: number): Seed {
  return seeds.find((seed) => seed.source === source && seed.edge === edge)!;
}

/** What a part of an arc costs; a part of nothing costs nothing, even where the arc may not be driven. */
function partOf(cost: number, share: number): number {
  return share === 0 ? 0 : cost * share;
}
