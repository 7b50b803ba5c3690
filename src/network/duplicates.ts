import { pointOnEdge } from './edge-point';
import type { RawEdges } from './edges';
import type { RoadGraph } from './road-graph';

const SAME_M = 1e-3;

/** Edges that were drawn twice: same ends, same length, same middle (to a millimetre). Of each set all but the first. */
export function duplicatesOf(
  edges: RawEdges,
  { arcStart, arcs, arcTo }: Pick<RoadGraph, 'arcStart' | 'arcs' | 'arcTo'>,
): Set<number> {
  const found = new Set<number>();
  for (let node = 0; node + 1 < arcStart.length; node++)
    for (let i = arcStart[node]!; i < arcStart[node + 1]!; i++)
      for (let j = i + 1; j < arcStart[node + 1]!; j++)
        if (arcTo[i] === arcTo[j]) note(edges, arcs[i]! >> 1, arcs[j]! >> 1, found);
  return found;
}

function note(edges: RawEdges, a: number, b: number, found: Set<number>): void {
  if (a === b || Math.abs(edges.lengthM[a]! - edges.lengthM[b]!) > SAME_M) return;
  const [ax, ay] = pointOnEdge(edges, a, 0.5);
  const [bx, by] = pointOnEdge(edges, b, 0.5);
  if (Math.hypot(ax - bx, ay - by) <= SAME_M) found.add(Math.max(a, b));
}

export function withoutEdges(edges: RawEdges, gone: ReadonlySet<number>): RawEdges {
  const { shapeStart, shapeX, shapeY } = edges;
  const kept = Array.from(edges.from.keys()).filter((e) => !gone.has(e));
  const pick = (values: Int32Array): Int32Array => Int32Array.from(kept, (e) => values[e]!);
  const starts = new Int32Array(kept.length + 1);
  const points: number[] = [];
  for (const [k, e] of kept.entries()) {
    for (let p = shapeStart[e]!; p < shapeStart[e + 1]!; p++) points.push(p);
    starts[k + 1] = points.length;
  }
  return {
    nodeX: edges.nodeX,
    nodeY: edges.nodeY,
    from: pick(edges.from),
    to: pick(edges.to),
    road: pick(edges.road),
    lengthM: Float64Array.from(kept, (e) => edges.lengthM[e]!),
    shapeStart: starts,
    shapeX: Float64Array.from(points, (p) => shapeX[p]!),
    shapeY: Float64Array.from(points, (p) => shapeY[p]!),
  };
}
