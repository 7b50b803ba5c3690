import { lineMeetsCircle } from './circle-crossings';
import { diamondAngle, fromDiamond } from './diamond-angle';
import { type DiscGrid, Int32List } from './disc-grid';
import { type Discs, FreeArcs } from './free-arcs';
import type { Region } from './region';

/** Pieces shorter than this are rounding, not land: 0.1 µm. */
const NOTHING_M = 1e-7;

/** Where on an arc it is asked whether the arc is inside: not the middle, which symmetry puts on edges that it touches. */
const PROBE = 0.4371;

/** Receives a piece of the outline of (union of discs) ∩ region that lies on a circle, counter-clockwise. */
export type ArcSink = (circle: number, start: number, end: number, startOwner: number, endOwner: number) => void;

/** Receives a piece of a region edge, as shares of its length: covered, or free between two discs (-1 = edge's end). */
export type EdgeSink = (edge: number, from: number, to: number, fromDisc: number, toDisc: number) => void;

/** Owner of an arc's end that was cut by a region edge. */
export function edgeOwner(edge: number): number {
  return -(edge + 2);
}

/** The edge of such an owner. */
export function ownerEdge(owner: number): number {
  return -owner - 2;
}

/**
 * Cuts circles by their neighbours and by the region, and region edges by the discs; knows the exact share of each in
 * the area of the union within the region. By Green's theorem the area is ½∮(x·dy − y·dx) over that outline.
 */
export class Outline {
  private readonly arcs: FreeArcs;
  private readonly originX: number;
  private readonly originY: number;
  private readonly cuts: { at: number; edge: number }[] = [];
  private readonly t = new Float64Array(2);
  private readonly unit = new Float64Array(2);
  private readonly unit2 = new Float64Array(2);
  private readonly near = new Int32List();

  constructor(
    private readonly discs: Discs,
    private readonly grid: DiscGrid,
    private readonly region: Region,
  ) {
    this.arcs = new FreeArcs(discs, grid);
    this.originX = (region.box.minX + region.box.maxX) / 2;
    this.originY = (region.box.minY + region.box.maxY) / 2;
  }

  /** Circle `i`'s term of the area, m²; the pieces go to `sink` as well. */
  circle(i: number, sink?: ArcSink): number {
    const { x, y, r } = this.discs;
    const px = x[i]!;
    const py = y[i]!;
    const radius = r[i]!;
    const place = this.region.classify(px - radius, py - radius, px + radius, py + radius);
    if (place === 'outside') return 0;
    const count = this.arcs.trace(i);
    if (count === 0) return 0;
    if (place === 'boundary') this.cutCircle(i);
    let area = 0;
    for (let k = 0; k < count; k++) {
      const { start, end, startOwner, endOwner } = this.arcs;
      if (place === 'boundary') area += this.clippedArc(i, k, sink);
      else {
        area += this.arcTerm(i, start[k]!, end[k]!);
        sink?.(i, start[k]!, end[k]!, startOwner[k]!, endOwner[k]!);
      }
    }
    return area;
  }

  /** Edge `e`'s term of the area, m²: its covered parts; the free parts go to `sink`. */
  edge(e: number, sink?: EdgeSink): number {
    const { ax, ay, bx, by } = this.region;
    const dx = bx[e]! - ax[e]!;
    const dy = by[e]! - ay[e]!;
    const length = Math.hypot(dx, dy);
    const spans = this.coveredSpans(e, length);
    let at = 0;
    let atDisc = -1;
    let free = 0;
    for (const { from, to, disc } of spans) {
      if ((from - at) * length > NOTHING_M) {
        free += from - at;
        sink?.(e, at, from, atDisc, disc);
      }
      if (to > at) {
        at = to;
        atDisc = disc;
      }
    }
    if ((1 - at) * length > NOTHING_M) {
      free += 1 - at;
      sink?.(e, at, 1, atDisc, -1);
    }
    const turn = (ax[e]! - this.originX) * dy - (ay[e]! - this.originY) * dx;
    return 0.5 * turn * (1 - free);
  }

  /** ½∮ over the arc of circle `i` from `start` to `end` (diamond angles). */
  arcTerm(i: number, start: number, end: number): number {
    const { x, y, r } = this.discs;
    const radius = r[i]!;
    fromDiamond(start, this.unit);
    fromDiamond(end, this.unit2);
    const [cos0, sin0, cos1, sin1] = [this.unit[0]!, this.unit[1]!, this.unit2[0]!, this.unit2[1]!];
    const turn = turnBetween(cos0, sin0, cos1, sin1, end - start);
    return (
      0.5 * radius * ((x[i]! - this.originX) * (sin1 - sin0) - (y[i]! - this.originY) * (cos1 - cos0) + radius * turn)
    );
  }

  /** Diamond angles at which region edges cut circle `i`, with the edge. A cut too many is harmless. */
  private cutCircle(i: number): void {
    const { ax, ay, bx, by } = this.region;
    const px = this.discs.x[i]!;
    const py = this.discs.y[i]!;
    const radius = this.discs.r[i]!;
    this.cuts.length = 0;
    this.region.forEachEdgeNear(px - radius, py - radius, px + radius, py + radius, (edge) => {
      const x0 = ax[edge]!;
      const y0 = ay[edge]!;
      const dx = bx[edge]! - x0;
      const dy = by[edge]! - y0;
      if (!lineMeetsCircle(x0, y0, bx[edge]!, by[edge]!, px, py, radius, this.t)) return;
      const slack = 1e-6 / Math.hypot(dx, dy);
      for (let k = 0; k < 2; k++) {
        const t = this.t[k]!;
        if (t < -slack || t > 1 + slack) continue;
        this.cuts.push({ at: diamondAngle(x0 + t * dx - px, y0 + t * dy - py), edge });
      }
    });
    this.cuts.sort((p, q) => p.at - q.at);
  }

  /** The parts of a free arc that lie in the region; neighbouring parts are joined again. */
  private clippedArc(i: number, k: number, sink?: ArcSink): number {
    const start = this.arcs.start[k]!;
    const end = this.arcs.end[k]!;
    const tiny = NOTHING_M / this.discs.r[i]!;
    let area = 0;
    let at = start;
    let atOwner = this.arcs.startOwner[k]!;
    let from = start;
    let fromOwner = atOwner;
    let inside = false;
    const close = (to: number, toOwner: number): void => {
      if (!inside || to - from <= tiny) return;
      area += this.arcTerm(i, from, to);
      sink?.(i, from, to, fromOwner, toOwner);
    };
    const visit = (to: number, toOwner: number): void => {
      if (to - at > tiny) {
        const within = this.liesInside(i, at + PROBE * (to - at));
        if (within && !inside) {
          from = at;
          fromOwner = atOwner;
        } else if (!within && inside) close(at, atOwner);
        inside = within;
      }
      at = to;
      atOwner = toOwner;
    };
    const cuts = this.cuts;
    for (let turn = 0; turn <= 4; turn += 4)
      for (let c = 0; c < cuts.length; c++) {
        const cut = cuts[c]!.at + turn;
        if (cut > start && cut < end) visit(cut, edgeOwner(cuts[c]!.edge));
      }
    visit(end, this.arcs.endOwner[k]!);
    close(end, this.arcs.endOwner[k]!);
    return area;
  }

  private liesInside(i: number, diamond: number): boolean {
    fromDiamond(diamond, this.unit);
    const radius = this.discs.r[i]!;
    return this.region.contains(this.discs.x[i]! + radius * this.unit[0]!, this.discs.y[i]! + radius * this.unit[1]!);
  }

  private coveredSpans(e: number, length: number): { from: number; to: number; disc: number }[] {
    const { ax, ay, bx, by } = this.region;
    const { x, y, r } = this.discs;
    const reach = length / 2 + this.grid.maxRadius;
    const count = this.grid.near((ax[e]! + bx[e]!) / 2, (ay[e]! + by[e]!) / 2, reach * (1 + 1e-12), this.near);
    const spans: { from: number; to: number; disc: number }[] = [];
    for (let k = 0; k < count; k++) {
      const disc = this.near.data[k]!;
      if (!lineMeetsCircle(ax[e]!, ay[e]!, bx[e]!, by[e]!, x[disc]!, y[disc]!, r[disc]!, this.t)) continue;
      const from = Math.max(0, this.t[0]!);
      const to = Math.min(1, this.t[1]!);
      if (to > from) spans.push({ from, to, disc });
    }
    return spans.sort((p, q) => p.from - q.from || q.to - p.to || p.disc - q.disc);
  }
}

/** Angle in radians from one unit vector counter-clockwise to another; the diamond width tells a hair from a full turn. */
export function turnBetween(cos0: number, sin0: number, cos1: number, sin1: number, width: number): number {
  if (width >= 4) return 2 * Math.PI;
  const turn = Math.atan2(cos0 * sin1 - sin0 * cos1, cos0 * cos1 + sin0 * sin1);
  if (turn < 0) return width < 1 ? 0 : turn + 2 * Math.PI;
  return turn < 1 && width > 3 ? 2 * Math.PI : turn;
}
