import type { ArcCosts } from '../../network/costs';
import type { RoadGraph } from '../../network/road-graph';

/**
 * Dijkstra's search from one place over the few nodes within a short limit. Its arrays are kept and stamped, so that a
 * thousand searches of twenty nodes each cost no more than their twenty thousand nodes.
 */
export class NearSearch {
  /** Edges with an end that was reached, and the edge of the start. */
  readonly edges: number[] = [];
  private readonly cost: Float64Array;
  private readonly seen: Int32Array;
  private readonly edgeSeen: Int32Array;
  private readonly heap: number[] = [];
  private run = 0;
  private startEdge = -1;
  private startM = 0;

  constructor(
    private readonly graph: RoadGraph,
    private readonly costs: ArcCosts,
  ) {
    this.cost = new Float64Array(graph.nodeX.length);
    this.seen = new Int32Array(graph.nodeX.length);
    this.edgeSeen = new Int32Array(graph.from.length);
  }

  /** Searches from a place `alongM` on an edge as far as `limitM`. */
  from(edge: number, alongM: number, limitM: number): void {
    this.run++;
    this.edges.length = 0;
    this.startEdge = edge;
    this.startM = alongM;
    this.note(edge);
    if (!Number.isFinite(this.costs[2 * edge]!)) return;
    this.offer(this.graph.from[edge]!, alongM, limitM);
    this.offer(this.graph.to[edge]!, this.graph.lengthM[edge]! - alongM, limitM);
    this.settle(limitM);
  }

  /** Metres from the start to a place on one of `edges`; Infinity where the search did not come. */
  metresTo(edge: number, alongM: number): number {
    const whole = this.costs[2 * edge]!;
    if (!Number.isFinite(whole)) return Number.POSITIVE_INFINITY;
    const ends = Math.min(
      this.costOf(this.graph.from[edge]!) + alongM,
      this.costOf(this.graph.to[edge]!) + this.graph.lengthM[edge]! - alongM,
    );
    return edge === this.startEdge ? Math.min(ends, Math.abs(alongM - this.startM)) : ends;
  }

  private costOf(node: number): number {
    return this.seen[node] === this.run ? this.cost[node]! : Number.POSITIVE_INFINITY;
  }

  private settle(limitM: number): void {
    const { arcStart, arcs, arcTo } = this.graph;
    while (this.heap.length > 0) {
      const node = this.pop();
      const reached = this.cost[node]!;
      for (let a = arcStart[node]!; a < arcStart[node + 1]!; a++) {
        const arc = arcs[a]!;
        if (!Number.isFinite(this.costs[arc]!)) continue;
        this.note(arc >> 1);
        this.offer(arcTo[a]!, reached + this.costs[arc]!, limitM);
      }
    }
  }

  private note(edge: number): void {
    if (this.edgeSeen[edge] === this.run) return;
    this.edgeSeen[edge] = this.run;
    this.edges.push(edge);
  }

  /**
   * A node that gets cheaper is pushed again, and its older copies change their order where they lie. The answer stays
   * exact whatever the order: a node's neighbours are looked at after its last improvement. Order only saves work.
   */
  private offer(node: number, cost: number, limitM: number): void {
    if (cost > limitM || cost >= this.costOf(node)) return;
    this.cost[node] = cost;
    this.seen[node] = this.run;
    const { heap } = this;
    let i = heap.length;
    heap.push(node);
    for (; i > 0 && this.cost[heap[(i - 1) >> 1]!]! > cost; i = (i - 1) >> 1) heap[i] = heap[(i - 1) >> 1]!;
    heap[i] = node;
  }

  private pop(): number {
    const { heap, cost } = this;
    const top = heap[0]!;
    const last = heap.pop()!;
    if (heap.length === 0) return top;
    let i = 0;
    for (let child = 1; child < heap.length; child = 2 * i + 1) {
      if (child + 1 < heap.length && cost[heap[child + 1]!]! < cost[heap[child]!]!) child++;
      if (cost[heap[child]!]! >= cost[last]!) break;
      heap[i] = heap[child]!;
      i = child;
    }
    heap[i] = last;
    return top;
  }
}
