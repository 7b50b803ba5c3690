import type { XY } from '../base/coordinates';
import { issueOf } from '../base/issue';
import { fail, ok, type Result } from '../base/result';
import { findCrossing } from './ring-crossing';
import { type Box, boxOf, ringArea, ringContains } from './rings';

/** Cells along the longer side of the grid over the region. */
const GRID_CELLS = 128;
const OUTSIDE = 0;
const BOUNDARY = 2;

/**
 * A district in local metres: several parts, holes. Outer rings run counter-clockwise, holes clockwise, so the land
 * lies to the left of every edge. Long edges are cut so that each is near few discs; `soft` marks the ends so made.
 * Edge e runs from (ax, ay) to (bx, by); `next[e]` is the edge that follows on its ring.
 */
export class Region {
  readonly areaM2: number;
  readonly box: Box;
  readonly ax: Float64Array;
  readonly ay: Float64Array;
  readonly bx: Float64Array;
  readonly by: Float64Array;
  readonly next: Int32Array;
  /** 1 when the edge's start is no vertex of the district but a cut of ours. */
  readonly soft: Uint8Array;
  private readonly cell: number;
  private readonly width: number;
  private readonly height: number;
  private readonly state: Uint8Array;
  /** Sums over the cells left and below: how many are boundary, how many outside. */
  private readonly boundarySum: Int32Array;
  private readonly cellEdges: (Int32Array | undefined)[];
  private readonly rowEdges: Int32Array[];
  private readonly seen: Int32Array;
  private stamp = 0;

  /** Takes rings that `createRegion` has checked and turned. */
  constructor(rings: readonly (readonly XY[])[]) {
    this.box = boxOf(rings.flat());
    const { minX, minY, maxX, maxY } = this.box;
    this.cell = Math.max(maxX - minX, maxY - minY, 1e-6) / GRID_CELLS;
    this.width = Math.floor((maxX - minX) / this.cell) + 1;
    this.height = Math.floor((maxY - minY) / this.cell) + 1;
    const edges = edgesOf(rings, 2 * this.cell);
    this.ax = edges.ax;
    this.ay = edges.ay;
    this.bx = edges.bx;
    this.by = edges.by;
    this.next = edges.next;
    this.soft = edges.soft;
    this.areaM2 = rings.reduce((sum, ring) => sum + ringArea(ring), 0);
    this.seen = new Int32Array(this.ax.length);
    this.state = new Uint8Array(this.width * this.height);
    this.rowEdges = this.bucketRows();
    this.cellEdges = this.bucketCells();
    this.fillStates();
    this.boundarySum = this.sumBoundary();
  }

  get edgeCount(): number {
    return this.ax.length;
  }

  /** Whether a point lies in the region; a point on its edge may count either way. */
  contains(x: number, y: number): boolean {
    const column = Math.floor((x - this.box.minX) / this.cell);
    const row = Math.floor((y - this.box.minY) / this.cell);
    if (column < 0 || row < 0 || column >= this.width || row >= this.height) return false;
    const state = this.state[row * this.width + column]!;
    return state === BOUNDARY ? this.crossingsLeft(row, x, y) : state !== OUTSIDE;
  }

  /** 'inside' or 'outside' when the whole box is; 'boundary' when an edge may pass through it. */
  classify(minX: number, minY: number, maxX: number, maxY: number): 'inside' | 'outside' | 'boundary' {
    const c0 = Math.floor((minX - this.box.minX) / this.cell);
    const c1 = Math.floor((maxX - this.box.minX) / this.cell);
    const r0 = Math.floor((minY - this.box.minY) / this.cell);
    const r1 = Math.floor((maxY - this.box.minY) / this.cell);
    if (c1 < 0 || r1 < 0 || c0 >= this.width || r0 >= this.height) return 'outside';
    const over = c0 < 0 || r0 < 0 || c1 >= this.width || r1 >= this.height;
    const left = Math.max(0, c0);
    const low = Math.max(0, r0);
    const right = Math.min(this.width - 1, c1);
    const high = Math.min(this.height - 1, r1);
    if (this.boundaryCells(left, low, right, high) > 0) return 'boundary';
    // Without a boundary cell all cells of the box are alike; a box that reaches over the grid is outside at its far end.
    const state = this.state[low * this.width + left]!;
    if (state === OUTSIDE) return 'outside';
    return over ? 'boundary' : 'inside';
  }

  /** Calls back once for every edge that may come into the box. */
  forEachEdgeNear(minX: number, minY: number, maxX: number, maxY: number, visit: (edge: number) => void): void {
    const stamp = ++this.stamp;
    const c0 = Math.max(0, Math.floor((minX - this.box.minX) / this.cell));
    const c1 = Math.min(this.width - 1, Math.floor((maxX - this.box.minX) / this.cell));
    const r0 = Math.max(0, Math.floor((minY - this.box.minY) / this.cell));
    const r1 = Math.min(this.height - 1, Math.floor((maxY - this.box.minY) / this.cell));
    for (let row = r0; row <= r1; row++)
      for (let column = c0; column <= c1; column++) {
        const edges = this.cellEdges[row * this.width + column];
        if (!edges) continue;
        for (let k = 0; k < edges.length; k++) {
          const edge = edges[k]!;
          if (this.seen[edge] === stamp) continue;
          this.seen[edge] = stamp;
          visit(edge);
        }
      }
  }

  private crossingsLeft(row: number, x: number, y: number): boolean {
    const edges = this.rowEdges[row]!;
    let inside = false;
    for (let k = 0; k < edges.length; k++) {
      const e = edges[k]!;
      const ya = this.ay[e]!;
      const yb = this.by[e]!;
      if (ya > y === yb > y) continue;
      const xa = this.ax[e]!;
      if (x < ((this.bx[e]! - xa) * (y - ya)) / (yb - ya) + xa) inside = !inside;
    }
    return inside;
  }

  private rowOf(y: number): number {
    return Math.min(this.height - 1, Math.max(0, Math.floor((y - this.box.minY) / this.cell)));
  }

  private columnOf(x: number): number {
    return Math.min(this.width - 1, Math.max(0, Math.floor((x - this.box.minX) / this.cell)));
  }

  private bucketRows(): Int32Array[] {
    const rows: number[][] = Array.from({ length: this.height }, () => []);
    for (let e = 0; e < this.edgeCount; e++) {
      const r0 = this.rowOf(Math.min(this.ay[e]!, this.by[e]!));
      const r1 = this.rowOf(Math.max(this.ay[e]!, this.by[e]!));
      for (let row = r0; row <= r1; row++) rows[row]!.push(e);
    }
    return rows.map((row) => Int32Array.from(row));
  }

  /** Every cell that an edge's box touches, widened a hair: more than needed is harmless, less is not. */
  private bucketCells(): (Int32Array | undefined)[] {
    const lists = new Map<number, number[]>();
    const hair = this.cell * 1e-6;
    for (let e = 0; e < this.edgeCount; e++) {
      const c0 = this.columnOf(Math.min(this.ax[e]!, this.bx[e]!) - hair);
      const c1 = this.columnOf(Math.max(this.ax[e]!, this.bx[e]!) + hair);
      const r0 = this.rowOf(Math.min(this.ay[e]!, this.by[e]!) - hair);
      const r1 = this.rowOf(Math.max(this.ay[e]!, this.by[e]!) + hair);
      for (let row = r0; row <= r1; row++)
        for (let column = c0; column <= c1; column++) {
          const key = row * this.width + column;
          this.state[key] = BOUNDARY;
          const list = lists.get(key);
          if (list) list.push(e);
          else lists.set(key, [e]);
        }
    }
    const cells: (Int32Array | undefined)[] = new Array(this.width * this.height).fill(undefined);
    for (const [key, list] of lists) cells[key] = Int32Array.from(list);
    return cells;
  }

  private fillStates(): void {
    for (let row = 0; row < this.height; row++)
      for (let column = 0; column < this.width; column++) {
        const key = row * this.width + column;
        if (this.state[key] === BOUNDARY) continue;
        const left = column > 0 ? this.state[key - 1]! : BOUNDARY;
        const { minX, minY } = this.box;
        const centre = (): number =>
          this.crossingsLeft(row, minX + (column + 0.5) * this.cell, minY + (row + 0.5) * this.cell) ? 1 : OUTSIDE;
        this.state[key] = left === BOUNDARY ? centre() : left;
      }
  }

  private sumBoundary(): Int32Array {
    const stride = this.width + 1;
    const sum = new Int32Array(stride * (this.height + 1));
    for (let row = 0; row < this.height; row++)
      for (let column = 0; column < this.width; column++)
        sum[(row + 1) * stride + column + 1] =
          (this.state[row * this.width + column] === BOUNDARY ? 1 : 0) +
          sum[row * stride + column + 1]! +
          sum[(row + 1) * stride + column]! -
          sum[row * stride + column]!;
    return sum;
  }

  private boundaryCells(c0: number, r0: number, c1: number, r1: number): number {
    const stride = this.width + 1;
    const s = this.boundarySum;
    return (
      s[(r1 + 1) * stride + c1 + 1]! - s[r0 * stride + c1 + 1]! - s[(r1 + 1) * stride + c0]! + s[r0 * stride + c0]!
    );
  }
}

/**
 * Checks a multi-polygon in local metres and makes a region of it. Rings may be closed or open and turn either way;
 * repeated points are dropped.
 * Issues: `region.number` (NaN), `region.ring` (under three points), `region.noArea`, `region.crossing` (with where).
 */
export function createRegion(polygons: readonly (readonly (readonly XY[])[])[]): Result<Region> {
  const rings: XY[][] = [];
  for (const [part, polygon] of polygons.entries())
    for (const [index, raw] of polygon.entries()) {
      if (raw.some(([x, y]) => !Number.isFinite(x) || !Number.isFinite(y)))
        return fail(issueOf('region.number', { part: part + 1, ring: index + 1 }));
      const ring = withoutRepeats(raw);
      if (ring.length < 3) {
        if (index === 0) return fail(issueOf('region.ring', { part: part + 1, ring: index + 1 }));
        continue;
      }
      rings.push(ringArea(ring) > 0 === (index === 0) ? ring : ring.reverse());
    }
  const area = rings.reduce((sum, ring) => sum + ringArea(ring), 0);
  if (rings.length === 0 || area < 1) return fail(issueOf('region.noArea', { areaM2: Math.max(0, area) }));
  const crossing = findCrossing(rings);
  if (crossing) return fail(issueOf('region.crossing', { x: crossing[0], y: crossing[1] }));
  const swallowed = swallowedPart(polygons);
  if (swallowed) return fail(issueOf('region.overlap', { x: swallowed[0], y: swallowed[1] }));
  return ok(new Region(rings));
}

/** A part that lies wholly within another part's land would be counted twice; crossing parts are found as crossings. */
function swallowedPart(polygons: readonly (readonly (readonly XY[])[])[]): XY | null {
  for (const [i, inner] of polygons.entries())
    for (const [j, outer] of polygons.entries()) {
      if (i === j || !inner[0] || !outer[0]) continue;
      const within = inner[0].every(([x, y]) => ringContains(outer[0]!, x, y));
      const inHole = outer.slice(1).some((hole) => inner[0]!.every(([x, y]) => ringContains(hole, x, y)));
      if (within && !inHole) return inner[0][0]!;
    }
  return null;
}

function withoutRepeats(ring: readonly XY[]): XY[] {
  const kept = ring.filter(([x, y], i) => i === 0 || x !== ring[i - 1]![0] || y !== ring[i - 1]![1]);
  const first = kept[0];
  const last = kept[kept.length - 1];
  if (first && last && kept.length > 1 && first[0] === last[0] && first[1] === last[1]) kept.pop();
  return kept;
}

/** Edges of all rings, none longer than `longest`. */
function edgesOf(rings: readonly (readonly XY[])[], longest: number) {
  const ax: number[] = [];
  const ay: number[] = [];
  const soft: number[] = [];
  const next: number[] = [];
  for (const ring of rings) {
    const first = ax.length;
    for (let i = 0; i < ring.length; i++) {
      const [px, py] = ring[i]!;
      const [qx, qy] = ring[(i + 1) % ring.length]!;
      const pieces = Math.max(1, Math.ceil(Math.hypot(qx - px, qy - py) / longest));
      for (let k = 0; k < pieces; k++) {
        ax.push(px + ((qx - px) * k) / pieces);
        ay.push(py + ((qy - py) * k) / pieces);
        soft.push(k === 0 ? 0 : 1);
        next.push(ax.length);
      }
    }
    next[ax.length - 1] = first;
  }
  const startX = Float64Array.from(ax);
  const startY = Float64Array.from(ay);
  const follow = Int32Array.from(next);
  return {
    ax: startX,
    ay: startY,
    bx: startX.map((_, e) => startX[follow[e]!]!),
    by: startY.map((_, e) => startY[follow[e]!]!),
    next: follow,
    soft: Uint8Array.from(soft),
  };
}
