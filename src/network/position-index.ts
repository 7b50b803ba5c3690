/**
 * Gives positions numbers, the same number to those that lie within a tolerance of each other (and share a `layer`).
 * A chained hash of cells in typed arrays: a million positions in a fraction of a second.
 */
export class PositionIndex {
  private x: Float64Array;
  private y: Float64Array;
  private layer: Int8Array;
  private next: Int32Array;
  private readonly heads: Int32Array;
  private readonly cell: number;
  private count = 0;

  /** @param capacity about how many different positions will come */
  constructor(
    capacity: number,
    private readonly toleranceM: number,
  ) {
    this.x = new Float64Array(capacity);
    this.y = new Float64Array(capacity);
    this.layer = new Int8Array(capacity);
    this.next = new Int32Array(capacity);
    this.heads = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(16, capacity * 2)))).fill(-1);
    this.cell = 8 * toleranceM;
  }

  /** The number of the position; the first that came within the tolerance lends it. */
  add(x: number, y: number, layer = 0): number {
    const tol = this.toleranceM;
    const c0 = Math.floor((x - tol) / this.cell);
    const c1 = Math.floor((x + tol) / this.cell);
    const r0 = Math.floor((y - tol) / this.cell);
    const r1 = Math.floor((y + tol) / this.cell);
    for (let c = c0; c <= c1; c++)
      for (let r = r0; r <= r1; r++)
        for (let id = this.heads[this.hash(c, r)]!; id >= 0; id = this.next[id]!) {
          const dx = this.x[id]! - x;
          const dy = this.y[id]! - y;
          if (this.layer[id] === layer && dx * dx + dy * dy <= tol * tol) return id;
        }
    const id = this.count++;
    if (id === this.x.length) this.grow();
    this.x[id] = x;
    this.y[id] = y;
    this.layer[id] = layer;
    const slot = this.hash(Math.floor(x / this.cell), Math.floor(y / this.cell));
    this.next[id] = this.heads[slot]!;
    this.heads[slot] = id;
    return id;
  }

  get size(): number {
    return this.count;
  }

  private grow(): void {
    const length = 2 * this.x.length + 64;
    const copy = <A extends Float64Array | Int8Array | Int32Array>(into: A, from: A): A => {
      into.set(from);
      return into;
    };
    this.x = copy(new Float64Array(length), this.x);
    this.y = copy(new Float64Array(length), this.y);
    this.layer = copy(new Int8Array(length), this.layer);
    this.next = copy(new Int32Array(length), this.next);
  }

  private hash(column: number, row: number): number {
    return ((Math.imul(column, 0x9e3779b1) ^ Math.imul(row, 0x85ebca6b)) >>> 3) & (this.heads.length - 1);
  }
}
