import { diamondAngle } from './diamond-angle';
import { type DiscGrid, Int32List } from './disc-grid';

/** Discs as parallel arrays, local metres; a radius of 0 = switched off. */
export interface Discs {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly r: Float64Array;
}

/** No disc and no edge ends the arc there: the circle is free all round. */
export const NOBODY = -1;

/**
 * Finds the parts of a circle that no other disc hides: the circle's share of the union's outline.
 * Angles are diamond angles (see there); an arc runs counter-clockwise from `start[k]` to `end[k] > start[k]` and
 * `startOwner`/`endOwner` name the discs that hide the circle before and after it.
 * Of discs that coincide the one with the lowest index draws the outline.
 */
export class FreeArcs {
  start = new Float64Array(64);
  end = new Float64Array(64);
  startOwner = new Int32Array(64);
  endOwner = new Int32Array(64);
  private readonly near = new Int32List();
  private from = new Float64Array(256);
  private to = new Float64Array(256);
  private owner = new Int32Array(256);

  constructor(
    private readonly discs: Discs,
    private readonly grid: DiscGrid,
  ) {}

  /** Traces circle `i`; returns the number of free arcs, 0 when it is hidden or switched off. */
  trace(i: number): number {
    const hiding = this.hidingIntervals(i);
    if (hiding < 0) return 0;
    if (hiding === 0) return this.emit(0, 0, 4, NOBODY, NOBODY);
    return this.complement(hiding);
  }

  /** Intervals of the circle that neighbours hide; -1 when one of them hides it whole. */
  private hidingIntervals(i: number): number {
    const { x, y, r } = this.discs;
    const ri = r[i]!;
    if (ri <= 0) return -1;
    const px = x[i]!;
    const py = y[i]!;
    const count = this.grid.near(px, py, ri + this.grid.maxRadius, this.near);
    const ids = this.near.data;
    if (count > this.from.length) this.widen(count);
    let found = 0;
    for (let k = 0; k < count; k++) {
      const j = ids[k]!;
      if (j === i) continue;
      const rj = r[j]!;
      const dx = x[j]! - px;
      const dy = y[j]! - py;
      const d2 = dx * dx + dy * dy;
      if (d2 >= (ri + rj) * (ri + rj)) continue;
      if (d2 <= (rj - ri) * (rj - ri)) {
        if (rj > ri || (rj === ri && j < i)) return -1;
        continue;
      }
      if (this.hide(found, dx, dy, d2, ri, rj)) this.owner[found++] = j;
    }
    return found;
  }

  /** Writes the interval that a crossing circle hides; false when rounding leaves none. */
  private hide(k: number, dx: number, dy: number, d2: number, ri: number, rj: number): boolean {
    const d = Math.sqrt(d2);
    const cos = (d2 + ri * ri - rj * rj) / (2 * d * ri);
    const sin = Math.sqrt(Math.max(0, 1 - cos * cos));
    const ux = dx / d;
    const uy = dy / d;
    const from = diamondAngle(ux * cos + uy * sin, uy * cos - ux * sin);
    let to = diamondAngle(ux * cos - uy * sin, uy * cos + ux * sin);
    if (cos > 0) {
      // Less than half the circle: 2 in diamond angles.
      if (to < from - 2) to += 4;
      if (to <= from) return false;
    } else if (to - from < 1.5) {
      to = Math.min(to + 4, from + 4);
    }
    this.from[k] = from;
    this.to[k] = to;
    return true;
  }

  /**
   * Walks once round the circle from the start of the first interval, always to the farthest end that hides on from
   * here. Most circles are hidden after a few steps, so this beats sorting.
   */
  private complement(hiding: number): number {
    const { from, to, owner } = this;
    const limit = from[0]! + 4;
    let at = to[0]!;
    let atOwner = owner[0]!;
    let found = 0;
    while (at < limit) {
      let farthest = at;
      let farthestOwner = -1;
      let nextStart = limit;
      let nextOwner = owner[0]!;
      for (let k = 0; k < hiding; k++) {
        // The interval as it is, a turn earlier and a turn later: the walk runs from below 4 to below 8.
        for (let turn = -4; turn <= 4; turn += 4) {
          const s = from[k]! + turn;
          const e = to[k]! + turn;
          if (s > at) {
            if (s < nextStart) {
              nextStart = s;
              nextOwner = owner[k]!;
            }
            break;
          }
          if (e > farthest) {
            farthest = e;
            farthestOwner = owner[k]!;
          }
        }
      }
      if (farthest > at) {
        at = farthest;
        atOwner = farthestOwner;
      } else {
        found = this.emit(found, at, nextStart, atOwner, nextOwner);
        at = nextStart;
      }
    }
    return found;
  }

  private emit(k: number, start: number, end: number, startOwner: number, endOwner: number): number {
    if (k === this.start.length) this.lengthen();
    this.start[k] = start;
    this.end[k] = end;
    this.startOwner[k] = startOwner;
    this.endOwner[k] = endOwner;
    return k + 1;
  }

  private widen(count: number): void {
    this.from = new Float64Array(2 * count);
    this.to = new Float64Array(2 * count);
    this.owner = new Int32Array(2 * count);
  }

  private lengthen(): void {
    this.start = doubled(this.start, Float64Array);
    this.end = doubled(this.end, Float64Array);
    this.startOwner = doubled(this.startOwner, Int32Array);
    this.endOwner = doubled(this.endOwner, Int32Array);
  }
}

function doubled<T extends Float64Array | Int32Array>(data: T, Kind: new (length: number) => T): T {
  const larger = new Kind(2 * data.length);
  larger.set(data);
  return larger;
}
