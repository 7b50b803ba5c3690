import { DiscGrid, Int32List } from './disc-grid';
import type { Discs } from './free-arcs';
import { type GapShape, stitchGaps } from './gap-rings';
import { Outline } from './outline';
import { OutlinePieces } from './outline-pieces';
import type { Region } from './region';

export type { GapShape } from './gap-rings';

/**
 * Exact area of (union of discs) ∩ region, kept while discs move.
 *
 * Every circle and every region edge holds its own term of Green's sum over the outline. A disc that moves changes only
 * the terms of circles within reach of its old and its new place, so a move costs some microseconds among any number.
 * Discs may differ in radius, coincide, touch, lie in each other or outside the region. Exact to floating point:
 * no polygon stands in for a circle.
 */
export class DiscCoverage {
  readonly districtAreaM2: number;
  private readonly discs: Discs;
  private readonly grid: DiscGrid;
  private readonly outline: Outline;
  private readonly circleTerm: Float64Array;
  private readonly edgeTerm: Float64Array;
  private readonly touched = new Int32List();
  private readonly stamp: Int32Array;
  private lastStamp = 0;
  private area = 0;
  private pieces: OutlinePieces | null = null;

  /**
   * @param x,y centres, local metres
   * @param r radii, metres; 0 = switched off
   * @param largestRadius a larger radius than those given that `setRadius` will need later
   */
  constructor(
    x: Float64Array,
    y: Float64Array,
    r: Float64Array,
    private readonly region: Region,
    largestRadius = 0,
  ) {
    this.discs = { x: x.slice(), y: y.slice(), r: r.slice() };
    this.grid = new DiscGrid(this.discs.x, this.discs.y, this.discs.r, largestRadius);
    this.outline = new Outline(this.discs, this.grid, region);
    this.circleTerm = new Float64Array(x.length);
    this.edgeTerm = new Float64Array(region.edgeCount);
    this.stamp = new Int32Array(x.length);
    this.districtAreaM2 = region.areaM2;
    this.trace();
  }

  get coveredAreaM2(): number {
    return Math.min(this.districtAreaM2, Math.max(0, this.area));
  }

  /** Moves a disc; returns by how much the covered area grew, m². */
  move(i: number, x: number, y: number): number {
    const { x: xs, y: ys, r } = this.discs;
    const oldX = xs[i]!;
    const oldY = ys[i]!;
    return this.change(i, oldX, oldY, r[i]!, () => {
      xs[i] = x;
      ys[i] = y;
    });
  }

  /** Changes a disc's radius, 0 to switch it off; returns by how much the covered area grew, m². */
  setRadius(i: number, radius: number): number {
    if (radius > this.grid.maxRadius)
      throw new Error(`Radius ${radius} is over ${this.grid.maxRadius}, the largest announced`);
    const { x, y, r } = this.discs;
    return this.change(i, x[i]!, y[i]!, Math.max(r[i]!, radius), () => {
      r[i] = radius;
    });
  }

  /** Whether a point is within some disc, edge included. */
  isCovered(x: number, y: number): boolean {
    const count = this.grid.near(x, y, this.grid.maxRadius * (1 + 1e-12) + 1e-9, this.touched);
    for (let k = 0; k < count; k++) {
      const j = this.touched.data[k]!;
      const dx = this.discs.x[j]! - x;
      const dy = this.discs.y[j]! - y;
      if (dx * dx + dy * dy <= this.discs.r[j]! * this.discs.r[j]!) return true;
    }
    return false;
  }

  /** The connected parts of the region that no disc covers; arcs become chords no farther than `chordErrorM` from them. */
  gaps(chordErrorM: number): GapShape[] {
    this.pieces ??= this.trace();
    return stitchGaps(this.discs, this.region, this.outline, this.pieces, chordErrorM);
  }

  private trace(): OutlinePieces {
    const pieces = new OutlinePieces(this.discs.x.length, this.region.edgeCount);
    this.area = 0;
    for (const i of this.grid.order) {
      pieces.beginCircle(i);
      this.circleTerm[i] = this.outline.circle(i, pieces.addArc);
      this.area += this.circleTerm[i]!;
    }
    for (let e = 0; e < this.region.edgeCount; e++) {
      pieces.beginEdge(e);
      this.edgeTerm[e] = this.outline.edge(e, pieces.addSpan);
      this.area += this.edgeTerm[e]!;
    }
    this.pieces = pieces.finish();
    return this.pieces;
  }

  private change(i: number, oldX: number, oldY: number, radius: number, mutate: () => void): number {
    const before = this.area;
    const stamp = ++this.lastStamp;
    this.pieces = null;
    const around = this.neighbours(i, radius, stamp, []);
    mutate();
    this.grid.update(i, oldX, oldY);
    this.neighbours(i, radius, stamp, around);
    for (const j of around) this.renewCircle(j);
    this.renewEdges(oldX, oldY, radius);
    this.renewEdges(this.discs.x[i]!, this.discs.y[i]!, radius);
    return this.area - before;
  }

  private neighbours(i: number, radius: number, stamp: number, into: number[]): number[] {
    const count = this.grid.near(this.discs.x[i]!, this.discs.y[i]!, radius + this.grid.maxRadius, this.touched);
    for (let k = 0; k <= count; k++) {
      const j = k < count ? this.touched.data[k]! : i;
      if (this.stamp[j] === stamp) continue;
      this.stamp[j] = stamp;
      into.push(j);
    }
    return into;
  }

  private renewCircle(i: number): void {
    const term = this.outline.circle(i);
    this.area += term - this.circleTerm[i]!;
    this.circleTerm[i] = term;
  }

  private renewEdges(x: number, y: number, radius: number): void {
    this.region.forEachEdgeNear(x - radius, y - radius, x + radius, y + radius, (edge) => {
      const term = this.outline.edge(edge);
      this.area += term - this.edgeTerm[edge]!;
      this.edgeTerm[edge] = term;
    });
  }
}
