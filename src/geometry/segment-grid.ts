/** A place on a segment: which one, how far along it (0…1), and how far away. */
export interface SegmentHit {
  readonly segment: number;
  readonly along: number;
  readonly distanceM: number;
}

/**
 * Segments by the cells that they pass through, in typed arrays: built once, then asked many times.
 * Cells are sized to the mean length of the segments and their number.
 */
export class SegmentGrid {
  private readonly minX: number;
  private readonly minY: number;
  private readonly cell: number;
  private readonly width: number;
  private readonly height: number;
  private readonly start: Int32Array;
  private readonly ids: Int32Array;

  /** @param ax,ay,bx,by ends of the segments in local metres; the arrays are kept, not copied */
  constructor(
    private readonly ax: Float64Array,
    private readonly ay: Float64Array,
    private readonly bx: Float64Array,
    private readonly by: Float64Array,
  ) {
    const n = ax.length;
    const box = boxOfSegments(ax, ay, bx, by);
    this.minX = box.minX;
    this.minY = box.minY;
    const area = (box.maxX - box.minX + 1) * (box.maxY - box.minY + 1);
    this.cell = Math.max(1, Math.sqrt(area / Math.max(1, n)), box.length / Math.max(1, n) / 2);
    this.width = Math.floor((box.maxX - this.minX) / this.cell) + 1;
    this.height = Math.floor((box.maxY - this.minY) / this.cell) + 1;
    this.start = new Int32Array(this.width * this.height + 1);
    const { start } = this;
    const count = (cell: number): void => {
      start[cell + 1]!++;
    };
    for (let s = 0; s < n; s++) this.forEachCellOf(s, count);
    for (let k = 0; k + 1 < this.start.length; k++) this.start[k + 1]! += this.start[k]!;
    this.ids = new Int32Array(this.start[this.start.length - 1]!);
    const at = this.start.slice(0, -1);
    let current = 0;
    const put = (cell: number): void => {
      this.ids[at[cell]!++] = current;
    };
    for (; current < n; current++) this.forEachCellOf(current, put);
  }

  /**
   * The nearest segment at most `maxM` away; of several equally near the lowest number. Null when there is none.
   * Searches ring after ring of cells and stops only when no nearer segment can be in the next one.
   */
  nearest(
    x: number,
    y: number,
    maxM = Number.POSITIVE_INFINITY,
    skip: (segment: number) => boolean = () => false,
  ): SegmentHit | null {
    const column = this.column(x);
    const row = this.row(y);
    let best = -1;
    let best2 = maxM * maxM;
    let along = 0;
    const rings = Math.max(column, this.width - 1 - column, row, this.height - 1 - row);
    for (let ring = 0; ring <= rings; ring++) {
      const safe = this.ringDistance(x, y, column, row, ring);
      if (safe > 0 && safe * safe > best2) break;
      for (let r = Math.max(0, row - ring); r <= Math.min(this.height - 1, row + ring); r++) {
        const step = r === row - ring || r === row + ring || ring === 0 ? 1 : 2 * ring;
        for (let c = column - ring; c <= column + ring; c += step) {
          if (c < 0 || c >= this.width) continue;
          const last = this.start[r * this.width + c + 1]!;
          for (let k = this.start[r * this.width + c]!; k < last; k++) {
            const s = this.ids[k]!;
            const t = this.alongOf(s, x, y);
            const d2 = this.distance2(s, t, x, y);
            if (d2 > best2 || (d2 === best2 && best >= 0 && s >= best) || skip(s)) continue;
            best = s;
            best2 = d2;
            along = t;
          }
        }
      }
    }
    return best < 0 ? null : { segment: best, along, distanceM: Math.sqrt(best2) };
  }

  /** Calls back for every segment in a cell that the box touches, once or more; the segment itself may pass it by. */
  forEachNearBox(minX: number, minY: number, maxX: number, maxY: number, visit: (segment: number) => void): void {
    const c1 = this.column(maxX);
    const r1 = this.row(maxY);
    for (let r = this.row(minY); r <= r1; r++) {
      const last = this.start[r * this.width + c1 + 1]!;
      for (let k = this.start[r * this.width + this.column(minX)]!; k < last; k++) visit(this.ids[k]!);
    }
  }

  /** Calls back for every pair of segments that share a cell, once or more. */
  forEachNeighbourPair(visit: (a: number, b: number) => void): void {
    for (let cell = 0; cell + 1 < this.start.length; cell++)
      for (let i = this.start[cell]!; i < this.start[cell + 1]!; i++)
        for (let j = i + 1; j < this.start[cell + 1]!; j++) visit(this.ids[i]!, this.ids[j]!);
  }

  /** How far along a segment its point nearest to x, y lies, 0…1. */
  private alongOf(s: number, x: number, y: number): number {
    const dx = this.bx[s]! - this.ax[s]!;
    const dy = this.by[s]! - this.ay[s]!;
    const length2 = dx * dx + dy * dy;
    if (length2 === 0) return 0;
    const t = ((x - this.ax[s]!) * dx + (y - this.ay[s]!) * dy) / length2;
    return Math.min(1, Math.max(0, t));
  }

  private distance2(s: number, t: number, x: number, y: number): number {
    const dx = this.ax[s]! + (this.bx[s]! - this.ax[s]!) * t - x;
    const dy = this.ay[s]! + (this.by[s]! - this.ay[s]!) * t - y;
    return dx * dx + dy * dy;
  }

  /** Row by row, the columns between where the segment enters and leaves the row. */
  private forEachCellOf(s: number, visit: (cell: number) => void): void {
    const [ax, ay, bx, by] = [this.ax[s]!, this.ay[s]!, this.bx[s]!, this.by[s]!];
    const r0 = this.row(Math.min(ay, by));
    const r1 = this.row(Math.max(ay, by));
    const left = Math.min(ax, bx);
    const right = Math.max(ax, bx);
    // Rounding may put a crossing of rows into the neighbouring cell.
    const slack = 1e-9 * this.cell;
    const perY = r0 === r1 ? 0 : (bx - ax) / (by - ay);
    for (let r = r0; r <= r1; r++) {
      const p = ax + (this.minY + r * this.cell - ay) * perY;
      const q = p + this.cell * perY;
      const x0 = r0 === r1 ? left : Math.max(left, Math.min(p, q));
      const x1 = r0 === r1 ? right : Math.min(right, Math.max(p, q));
      const c1 = this.column(x1 + slack);
      for (let c = this.column(x0 - slack); c <= c1; c++) visit(r * this.width + c);
    }
  }

  /** Least distance from the point to any cell of a ring of cells; not positive while the ring may hold the point. */
  private ringDistance(x: number, y: number, column: number, row: number, ring: number): number {
    const left = x - (this.minX + (column - ring + 1) * this.cell);
    const right = this.minX + (column + ring) * this.cell - x;
    const low = y - (this.minY + (row - ring + 1) * this.cell);
    const high = this.minY + (row + ring) * this.cell - y;
    return Math.min(left, right, low, high);
  }

  private column(x: number): number {
    return Math.min(this.width - 1, Math.max(0, Math.floor((x - this.minX) / this.cell)));
  }

  private row(y: number): number {
    return Math.min(this.height - 1, Math.max(0, Math.floor((y - this.minY) / this.cell)));
  }
}

function boxOfSegments(ax: Float64Array, ay: Float64Array, bx: Float64Array, by: Float64Array) {
  let [minX, minY, maxX, maxY, length] = [0, 0, 0, 0, 0];
  for (let s = 0; s < ax.length; s++) {
    const [x0, x1] = ax[s]! < bx[s]! ? [ax[s]!, bx[s]!] : [bx[s]!, ax[s]!];
    const [y0, y1] = ay[s]! < by[s]! ? [ay[s]!, by[s]!] : [by[s]!, ay[s]!];
    if (s === 0) [minX, maxX, minY, maxY] = [x0, x1, y0, y1];
    if (x0 < minX) minX = x0;
    if (x1 > maxX) maxX = x1;
    if (y0 < minY) minY = y0;
    if (y1 > maxY) maxY = y1;
    length += x1 - x0 + y1 - y0;
  }
  return { minX, minY, maxX, maxY, length };
}
