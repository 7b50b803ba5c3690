import type { XY } from '../base/coordinates';

interface Edge {
  readonly ring: number;
  readonly index: number;
  readonly count: number;
  readonly a: XY;
  readonly b: XY;
}

/**
 * A point where two edges of the rings cross properly, or null. Edges that only touch (a hole that meets the outer
 * ring in a point, parts that share a border) do not count. Sweep over sorted boxes: n log n for real boundaries.
 */
export function findCrossing(rings: readonly (readonly XY[])[]): XY | null {
  const edges = edgesOf(rings).sort((p, q) => left(p) - left(q));
  let active: Edge[] = [];
  for (const edge of edges) {
    const from = left(edge);
    active = active.filter((other) => right(other) >= from);
    for (const other of active) {
      if (areNeighbours(edge, other)) continue;
      const crossing = properCrossing(edge, other);
      if (crossing) return crossing;
    }
    active.push(edge);
  }
  return null;
}

function edgesOf(rings: readonly (readonly XY[])[]): Edge[] {
  return rings.flatMap((points, ring) =>
    points.map((a, index) => ({ ring, index, count: points.length, a, b: points[(index + 1) % points.length]! })),
  );
}

const left = ({ a, b }: Edge): number => Math.min(a[0], b[0]);
const right = ({ a, b }: Edge): number => Math.max(a[0], b[0]);

function areNeighbours(p: Edge, q: Edge): boolean {
  if (p.ring !== q.ring) return false;
  const distance = Math.abs(p.index - q.index);
  return distance === 1 || distance === p.count - 1;
}

function properCrossing(p: Edge, q: Edge): XY | null {
  if (Math.max(p.a[1], p.b[1]) < Math.min(q.a[1], q.b[1]) || Math.max(q.a[1], q.b[1]) < Math.min(p.a[1], p.b[1]))
    return null;
  const d1 = side(p.a, p.b, q.a);
  const d2 = side(p.a, p.b, q.b);
  const d3 = side(q.a, q.b, p.a);
  const d4 = side(q.a, q.b, p.b);
  if (d1 * d2 >= 0 || d3 * d4 >= 0) return null;
  const t = d3 / (d3 - d4);
  return [p.a[0] + (p.b[0] - p.a[0]) * t, p.a[1] + (p.b[1] - p.a[1]) * t];
}

/** Twice the signed area of a, b, c; what is within rounding of a straight line counts as touching. */
function side(a: XY, b: XY, c: XY): number {
  const u = (b[0] - a[0]) * (c[1] - a[1]);
  const v = (b[1] - a[1]) * (c[0] - a[0]);
  const noise = 1e-9 * (Math.abs(u) + Math.abs(v));
  return Math.abs(u - v) <= noise ? 0 : u - v;
}
