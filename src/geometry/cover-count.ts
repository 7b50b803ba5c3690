import { PointIndex } from './point-index';

/**
 * How many discs cover each point, kept while discs move: which buildings, key units and incidents are in reach.
 * A point on a disc's edge counts as covered.
 */
export class CoverCount {
  /** Points under at least one disc. */
  covered = 0;
  readonly counts: Uint32Array;
  private readonly points: PointIndex;
  private readonly x: Float64Array;
  private readonly y: Float64Array;
  private readonly r: Float64Array;

  /** @param px,py points; x,y,r discs; local metres, radius 0 = switched off */
  constructor(px: Float64Array, py: Float64Array, x: Float64Array, y: Float64Array, r: Float64Array) {
    this.points = new PointIndex(px, py);
    this.counts = new Uint32Array(px.length);
    this.x = x.slice();
    this.y = y.slice();
    this.r = r.slice();
    for (let i = 0; i < x.length; i++) this.add(i, 1);
  }

  get total(): number {
    return this.counts.length;
  }

  isCovered(point: number): boolean {
    return this.counts[point]! > 0;
  }

  move(i: number, x: number, y: number): void {
    this.add(i, -1);
    this.x[i] = x;
    this.y[i] = y;
    this.add(i, 1);
  }

  setRadius(i: number, radius: number): void {
    this.add(i, -1);
    this.r[i] = radius;
    this.add(i, 1);
  }

  private add(i: number, sign: 1 | -1): void {
    const radius = this.r[i]!;
    if (radius <= 0) return;
    this.points.forEachWithin(this.x[i]!, this.y[i]!, radius, (point) => {
      const before = this.counts[point]!;
      this.counts[point] = before + sign;
      if (before === 0) this.covered++;
      else if (before + sign === 0) this.covered--;
    });
  }
}
