import type { XY } from '../base/coordinates';
import type { Box } from './rings';

const EDGES_A_ROW = 8;
const MOST_ROWS = 1024;

/**
 * The edges of a polygon by horizontal rows in typed arrays: asked many times, each question looks at the rows it touches
 * instead of at tens of thousands of edges.
 */
export class PolygonRows {
  private readonly ax: Float64Array;
  private readonly ay: Float64Array;
  private readonly bx: Float64Array;
  private readonly by: Float64Array;
  private readonly start: Int32Array;
  private readonly ids: Int32Array;
  private readonly rows: number;
  private readonly height: number;

  /** @param rings outer ring and holes, closed or not; @param box of the outer ring */
  constructor(
    rings: readonly (readonly XY[])[],
    private readonly box: Box,
  ) {
    const n = rings.reduce((sum, ring) => sum + ring.length, 0);
    [this.ax, this.ay, this.bx, this.by] = [0, 0, 0, 0].map(() => new Float64Array(n)) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    let e = 0;
    for (const ring of rings)
      for (let i = 0, j = ring.length - 1; i < ring.length; j = i++, e++) {
        [this.ax[e], this.ay[e]] = ring[j]! as [number, number];
        [this.bx[e], this.by[e]] = ring[i]! as [number, number];
      }
    this.rows = Math.min(MOST_ROWS, Math.max(1, Math.ceil(n / EDGES_A_ROW)));
    this.height = Math.max((box.maxY - box.minY) / this.rows, 1e-9);
    this.start = new Int32Array(this.rows + 1);
    for (let k = 0; k < n; k++) for (let r = this.low(k); r <= this.high(k); r++) this.start[r + 1]!++;
    for (let r = 0; r < this.rows; r++) this.start[r + 1]! += this.start[r]!;
    this.ids = new Int32Array(this.start[this.rows]!);
    const at = this.start.slice(0, -1);
    for (let k = 0; k < n; k++) for (let r = this.low(k); r <= this.high(k); r++) this.ids[at[r]!++] = k;
  }

  /** Whether a point lies within the outer ring and in no hole (crossing number over all edges of its row). */
  contains(x: number, y: number): boolean {
    if (y < this.box.minY || y > this.box.maxY) return false;
    const row = this.row(y);
    let inside = false;
    for (let k = this.start[row]!; k < this.start[row + 1]!; k++) {
      const e = this.ids[k]!;
      const [yi, yj] = [this.by[e]!, this.ay[e]!];
      if (yi > y === yj > y) continue;
      const [xi, xj] = [this.bx[e]!, this.ax[e]!];
      if (x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
    }
    return inside;
  }

  /** Whether an edge comes within `reach` of a point. */
  isNear(x: number, y: number, reach: number): boolean {
    if (y + reach < this.box.minY || y - reach > this.box.maxY) return false;
    const last = this.start[this.row(y + reach) + 1]!;
    for (let k = this.start[this.row(y - reach)]!; k < last; k++) {
      const e = this.ids[k]!;
      const [ax, ay] = [this.ax[e]!, this.ay[e]!];
      const dx = this.bx[e]! - ax;
      const dy = this.by[e]! - ay;
      const length2 = dx * dx + dy * dy;
      const t = length2 > 0 ? Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / length2)) : 0;
      if ((ax + t * dx - x) ** 2 + (ay + t * dy - y) ** 2 <= reach * reach) return true;
    }
    return false;
  }

  private low(e: number): number {
    return this.row(Math.min(this.ay[e]!, this.by[e]!));
  }

  private high(e: number): number {
    return this.row(Math.max(this.ay[e]!, this.by[e]!));
  }

  private row(y: number): number {
    return Math.min(this.rows - 1, Math.max(0, Math.floor((y - this.box.minY) / this.height)));
  }
}
