/**
 * Points by cell in typed arrays: built once, then asked many times.
 * Cells are sized to hold about two points on average.
 */
export class PointIndex {
  private readonly minX: number;
  private readonly minY: number;
  private readonly cell: number;
  private readonly width: number;
  private readonly height: number;
  private readonly start: Int32Array;
  private readonly ids: Int32Array;
  private readonly gx: Float64Array;
  private readonly gy: Float64Array;

  /** @param x,y local metres; the arrays are copied */
  constructor(x: Float64Array, y: Float64Array) {
    const n = x.length;
    const [minX, maxX] = extent(x);
    const [minY, maxY] = extent(y);
    this.minX = minX;
    this.minY = minY;
    this.cell = Math.max(Math.sqrt(((maxX - minX + 1) * (maxY - minY + 1)) / Math.max(1, n / 2)), 1e-3);
    this.width = Math.floor((maxX - minX) / this.cell) + 1;
    this.height = Math.floor((maxY - minY) / this.cell) + 1;
    this.start = new Int32Array(this.width * this.height + 1);
    this.ids = new Int32Array(n);
    this.gx = new Float64Array(n);
    this.gy = new Float64Array(n);
    this.fill(x, y);
  }

  get size(): number {
    return this.ids.length;
  }

  /** Calls back for every point at most `r` away, with its distance squared. */
  forEachWithin(x: number, y: number, r: number, visit: (id: number, distance2: number) => void): void {
    const c0 = this.column(x - r);
    const c1 = this.column(x + r);
    const r1 = this.row(y + r);
    const r2 = r * r;
    for (let row = this.row(y - r); row <= r1; row++) {
      const last = this.start[row * this.width + c1 + 1]!;
      for (let k = this.start[row * this.width + c0]!; k < last; k++) {
        const dx = this.gx[k]! - x;
        const dy = this.gy[k]! - y;
        const d2 = dx * dx + dy * dy;
        if (d2 <= r2) visit(this.ids[k]!, d2);
      }
    }
  }

  /**
   * The nearest point and its distance; of several equally near the lowest id. Null when there is none (within `maxM`).
   * Searches ring after ring of cells and stops only when no nearer point can be in the next one.
   */
  nearest(
    x: number,
    y: number,
    maxM = Number.POSITIVE_INFINITY,
    except = -1,
  ): { id: number; distanceM: number } | null {
    const column = this.column(x);
    const row = this.row(y);
    let best = -1;
    let best2 = maxM * maxM;
    const rings = Math.max(column, this.width - 1 - column, row, this.height - 1 - row);
    for (let ring = 0; ring <= rings; ring++) {
      const safe = this.ringDistance(x, y, column, row, ring);
      if (safe > 0 && safe * safe > best2) break;
      for (let r = Math.max(0, row - ring); r <= Math.min(this.height - 1, row + ring); r++) {
        const edge = r === row - ring || r === row + ring;
        const step = edge || ring === 0 ? 1 : 2 * ring;
        for (let c = column - ring; c <= column + ring; c += step) {
          if (c < 0 || c >= this.width) continue;
          const last = this.start[r * this.width + c + 1]!;
          for (let k = this.start[r * this.width + c]!; k < last; k++) {
            const dx = this.gx[k]! - x;
            const dy = this.gy[k]! - y;
            const d2 = dx * dx + dy * dy;
            const id = this.ids[k]!;
            if (id === except || d2 > best2 || (d2 === best2 && best >= 0 && id > best)) continue;
            best = id;
            best2 = d2;
          }
        }
      }
    }
    return best < 0 ? null : { id: best, distanceM: Math.sqrt(best2) };
  }

  /** Least distance from the point to any cell of a ring of cells; not positive while the ring may hold the point. */
  private ringDistance(x: number, y: number, column: number, row: number, ring: number): number {
    const left = x - (this.minX + (column - ring + 1) * this.cell);
    const right = this.minX + (column + ring) * this.cell - x;
    const low = y - (this.minY + (row - ring + 1) * this.cell);
    const high = this.minY + (row + ring) * this.cell - y;
    return Math.min(left, right, low, high);
  }

  private fill(x: Float64Array, y: Float64Array): void {
    const cells = new Int32Array(x.length);
    for (let i = 0; i < x.length; i++) {
      cells[i] = this.row(y[i]!) * this.width + this.column(x[i]!);
      this.start[cells[i]! + 1]!++;
    }
    for (let k = 0; k + 1 < this.start.length; k++) this.start[k + 1]! += this.start[k]!;
    const at = this.start.slice(0, -1);
    for (let i = 0; i < x.length; i++) {
      const k = at[cells[i]!]!++;
      this.ids[k] = i;
      this.gx[k] = x[i]!;
      this.gy[k] = y[i]!;
    }
  }

  private column(x: number): number {
    return Math.min(this.width - 1, Math.max(0, Math.floor((x - this.minX) / this.cell)));
  }

  private row(y: number): number {
    return Math.min(this.height - 1, Math.max(0, Math.floor((y - this.minY) / this.cell)));
  }
}

function extent(values: Float64Array): [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return values.length > 0 ? [low, high] : [0, 0];
}
