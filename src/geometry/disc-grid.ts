/**
 * Discs by cell, for neighbour queries that mostly read: cells hold their discs side by side in typed arrays, row after
 * row, so that a query runs over memory in order. A disc that moves leaves its place and joins a short list of its new
 * cell. A radius of 0 switches a disc off.
 */
export class DiscGrid {
  readonly maxRadius: number;
  private readonly minX: number;
  private readonly minY: number;
  private readonly cell: number;
  private readonly width: number;
  private readonly height: number;
  private readonly start: Int32Array;
  private readonly ids: Int32Array;
  private readonly gx: Float64Array;
  private readonly gy: Float64Array;
  private readonly gr: Float64Array;
  /** Place of a disc in the arrays above, -1 once it has moved. */
  private readonly place: Int32Array;
  private readonly moved = new Map<number, number[]>();

  constructor(
    private readonly x: Float64Array,
    private readonly y: Float64Array,
    private readonly r: Float64Array,
    /** Largest radius that a disc may get later. */
    maxRadius: number,
  ) {
    const n = x.length;
    this.maxRadius = r.reduce((most, radius) => Math.max(most, radius), maxRadius);
    let minX = Number.POSITIVE_INFINITY;
    let minY = Number.POSITIVE_INFINITY;
    let maxX = Number.NEGATIVE_INFINITY;
    let maxY = Number.NEGATIVE_INFINITY;
    for (let i = 0; i < n; i++) {
      minX = Math.min(minX, x[i]!);
      minY = Math.min(minY, y[i]!);
      maxX = Math.max(maxX, x[i]!);
      maxY = Math.max(maxY, y[i]!);
    }
    if (n === 0) minX = minY = maxX = maxY = 0;
    this.minX = minX;
    this.minY = minY;
    // At least one disc a cell on average, so that a few far strays do not make a grid of empty cells.
    const fair = Math.sqrt(((maxX - minX + 1) * (maxY - minY + 1)) / Math.max(1, 4 * n));
    this.cell = Math.max(this.maxRadius, fair, 1e-3);
    this.width = Math.floor((maxX - minX) / this.cell) + 1;
    this.height = Math.floor((maxY - minY) / this.cell) + 1;
    this.start = new Int32Array(this.width * this.height + 1);
    this.ids = new Int32Array(n);
    this.gx = new Float64Array(n);
    this.gy = new Float64Array(n);
    this.gr = new Float64Array(n);
    this.place = new Int32Array(n);
    this.fill();
  }

  /** Ids in the order of the cells: neighbours in space are neighbours in memory. */
  get order(): Int32Array {
    return this.ids;
  }

  /** Writes the ids of the discs that are on and whose centre is nearer than `reach` to the point; returns how many. */
  near(px: number, py: number, reach: number, out: Int32List): number {
    const c0 = this.column(px - reach);
    const c1 = this.column(px + reach);
    const r0 = this.row(py - reach);
    const r1 = this.row(py + reach);
    const reach2 = reach * reach;
    const { start, gx, gy, gr, ids, width } = this;
    let count = 0;
    for (let row = r0; row <= r1; row++) {
      const last = start[row * width + c1 + 1]!;
      for (let k = start[row * width + c0]!; k < last; k++) {
        if (gr[k]! <= 0) continue;
        const dx = gx[k]! - px;
        const dy = gy[k]! - py;
        if (dx * dx + dy * dy < reach2) {
          if (count === out.data.length) out.grow();
          out.data[count++] = ids[k]!;
        }
      }
      if (this.moved.size > 0) count = this.nearMoved(row, c0, c1, px, py, reach2, out, count);
    }
    return count;
  }

  /** Tells the grid that x, y or r of a disc have changed in the arrays it was made with. */
  update(i: number, oldX: number, oldY: number): void {
    const at = this.place[i]!;
    if (at >= 0) {
      this.gr[at] = 0;
      this.place[i] = -1;
    } else {
      const list = this.moved.get(this.key(oldX, oldY));
      const index = list?.indexOf(i) ?? -1;
      if (list && index >= 0) list.splice(index, 1);
    }
    const key = this.key(this.x[i]!, this.y[i]!);
    const list = this.moved.get(key);
    if (list) list.push(i);
    else this.moved.set(key, [i]);
  }

  private nearMoved(
    row: number,
    c0: number,
    c1: number,
    px: number,
    py: number,
    reach2: number,
    out: Int32List,
    found: number,
  ): number {
    let count = found;
    for (let column = c0; column <= c1; column++)
      for (const i of this.moved.get(row * this.width + column) ?? []) {
        if (this.r[i]! <= 0) continue;
        const dx = this.x[i]! - px;
        const dy = this.y[i]! - py;
        if (dx * dx + dy * dy >= reach2) continue;
        if (count === out.data.length) out.grow();
        out.data[count++] = i;
      }
    return count;
  }

  private fill(): void {
    const { x, y, r, start } = this;
    const cells = new Int32Array(x.length);
    for (let i = 0; i < x.length; i++) {
      cells[i] = this.key(x[i]!, y[i]!);
      start[cells[i]! + 1]!++;
    }
    for (let k = 0; k + 1 < start.length; k++) start[k + 1]! += start[k]!;
    const at = start.slice(0, -1);
    for (let i = 0; i < x.length; i++) {
      const k = at[cells[i]!]!++;
      this.ids[k] = i;
      this.gx[k] = x[i]!;
      this.gy[k] = y[i]!;
      this.gr[k] = r[i]!;
      this.place[i] = k;
    }
  }

  private key(x: number, y: number): number {
    return this.row(y) * this.width + this.column(x);
  }

  private column(x: number): number {
    return Math.min(this.width - 1, Math.max(0, Math.floor((x - this.minX) / this.cell)));
  }

  private row(y: number): number {
    return Math.min(this.height - 1, Math.max(0, Math.floor((y - this.minY) / this.cell)));
  }
}

/** A list of ids that grows and is used again and again. */
export class Int32List {
  data = new Int32Array(256);

  grow(): void {
    const larger = new Int32Array(this.data.length * 2);
    larger.set(this.data);
    this.data = larger;
  }
}
