import type { XY } from '../base/coordinates';
import { fromDiamond } from './diamond-angle';
import type { Discs } from './free-arcs';
import { nestRings } from './gap-nesting';
import { type Outline, ownerEdge, turnBetween } from './outline';
import type { OutlinePieces } from './outline-pieces';
import type { Region } from './region';
import type { Box } from './rings';

/** A connected part of the region that no disc covers. */
export interface GapShape {
  /** Exact: from the arcs, not from the chords. */
  readonly areaM2: number;
  /** Outer ring counter-clockwise, then holes clockwise; not closed by repeating the first point. */
  readonly rings: readonly (readonly XY[])[];
  readonly box: Box;
}

/** A closed ring of the outline with its exact signed area: positive around a gap, negative around an island in it. */
export interface GapRing {
  readonly areaM2: number;
  readonly points: readonly XY[];
}

/** Ends of pieces that belong together are found within this distance; rounding is a thousand times smaller. */
const JOIN_M = 1e-3;

/**
 * Joins the outline's pieces to rings with the gap on their left: arcs backwards, uncovered edge spans forwards.
 * Which piece follows is known from the owner of its end; only where several circles meet in one point, or a circle
 * meets a corner of the district, the nearest open start is searched.
 */
export function stitchGaps(
  discs: Discs,
  region: Region,
  outline: Outline,
  pieces: OutlinePieces,
  chordErrorM: number,
): GapShape[] {
  const ends = endsOf(discs, region, pieces);
  const next = follow(region, pieces, ends);
  const rings: GapRing[] = [];
  const seen = new Uint8Array(next.length);
  for (let k = 0; k < next.length; k++) {
    if (seen[k]) continue;
    const ring = ringFrom(k, next, seen, { discs, region, outline, pieces, ends, chordErrorM });
    if (ring) rings.push(ring);
  }
  return nestRings(rings);
}

/** Start and end of every piece in the direction of the gap's rings: arcs first, spans after them. */
interface Ends {
  readonly startX: Float64Array;
  readonly startY: Float64Array;
  readonly endX: Float64Array;
  readonly endY: Float64Array;
}

interface Drawing {
  readonly discs: Discs;
  readonly region: Region;
  readonly outline: Outline;
  readonly pieces: OutlinePieces;
  readonly ends: Ends;
  readonly chordErrorM: number;
}

function endsOf({ x, y, r }: Discs, region: Region, pieces: OutlinePieces): Ends {
  const n = pieces.arcs + pieces.spans;
  const ends = {
    startX: new Float64Array(n),
    startY: new Float64Array(n),
    endX: new Float64Array(n),
    endY: new Float64Array(n),
  };
  const unit = new Float64Array(2);
  for (let k = 0; k < pieces.arcs; k++) {
    const i = pieces.arcCircle[k]!;
    fromDiamond(pieces.arcEnd[k]!, unit);
    ends.startX[k] = x[i]! + r[i]! * unit[0]!;
    ends.startY[k] = y[i]! + r[i]! * unit[1]!;
    fromDiamond(pieces.arcStart[k]!, unit);
    ends.endX[k] = x[i]! + r[i]! * unit[0]!;
    ends.endY[k] = y[i]! + r[i]! * unit[1]!;
  }
  for (let s = 0; s < pieces.spans; s++) {
    const e = pieces.spanEdge[s]!;
    const k = pieces.arcs + s;
    const dx = region.bx[e]! - region.ax[e]!;
    const dy = region.by[e]! - region.ay[e]!;
    const to = pieces.spanTo[s]!;
    ends.startX[k] = region.ax[e]! + pieces.spanFrom[s]! * dx;
    ends.startY[k] = region.ay[e]! + pieces.spanFrom[s]! * dy;
    ends.endX[k] = to === 1 ? region.bx[e]! : region.ax[e]! + to * dx;
    ends.endY[k] = to === 1 ? region.by[e]! : region.ay[e]! + to * dy;
  }
  return ends;
}

/** For every piece the one that begins where it ends. */
function follow(region: Region, pieces: OutlinePieces, ends: Ends): Int32Array {
  const n = pieces.arcs + pieces.spans;
  const next = new Int32Array(n).fill(-1);
  const taken = new Uint8Array(n);
  const open: number[] = [];
  for (let k = 0; k < n; k++) {
    const candidate = k < pieces.arcs ? afterArc(k, pieces, ends, taken) : afterSpan(k, region, pieces, ends, taken);
    if (candidate < 0) open.push(k);
    else link(k, candidate, next, taken);
  }
  for (const [k, candidate] of pairLeftOvers(open, ends, taken)) link(k, candidate, next, taken);
  return next;
}

function link(k: number, candidate: number, next: Int32Array, taken: Uint8Array): void {
  next[k] = candidate;
  taken[candidate] = 1;
}

function afterArc(k: number, pieces: OutlinePieces, ends: Ends, taken: Uint8Array): number {
  const owner = pieces.arcStartOwner[k]!;
  if (owner >= 0) return nearestStart(k, pieces.arcFirst[owner]!, pieces.arcCount[owner]!, ends, taken);
  if (owner === -1) return pieces.arcEnd[k]! - pieces.arcStart[k]! >= 4 ? k : -1;
  const edge = ownerEdge(owner);
  return nearestStart(k, pieces.arcs + pieces.spanFirst[edge]!, pieces.spanCount[edge]!, ends, taken);
}

function afterSpan(k: number, region: Region, pieces: OutlinePieces, ends: Ends, taken: Uint8Array): number {
  const s = k - pieces.arcs;
  const disc = pieces.spanToDisc[s]!;
  if (disc >= 0) return nearestStart(k, pieces.arcFirst[disc]!, pieces.arcCount[disc]!, ends, taken);
  const edge = region.next[pieces.spanEdge[s]!]!;
  return nearestStart(k, pieces.arcs + pieces.spanFirst[edge]!, pieces.spanCount[edge]!, ends, taken);
}

/** The untaken piece among `count` from `first` whose start is nearest to the end of `k`, if near enough. */
function nearestStart(k: number, first: number, count: number, ends: Ends, taken: Uint8Array): number {
  let best = -1;
  let bestD = JOIN_M * JOIN_M;
  for (let c = first; c < first + count; c++) {
    if (taken[c]) continue;
    const dx = ends.startX[c]! - ends.endX[k]!;
    const dy = ends.startY[c]! - ends.endY[k]!;
    const d = dx * dx + dy * dy;
    if (d < bestD) {
      bestD = d;
      best = c;
    }
  }
  return best;
}

/**
 * Ends whose owner had no piece there (several outlines meet in one point): paired with the nearest start still free,
 * shortest distance first. They are few, and close pairs are found through cells of the joining distance.
 */
function pairLeftOvers(open: readonly number[], ends: Ends, taken: Uint8Array): [number, number][] {
  if (open.length === 0) return [];
  const cell = 4 * JOIN_M;
  const column = (value: number): number => Math.floor(value / cell);
  const starts = new Map<string, number[]>();
  for (let c = 0; c < taken.length; c++) {
    if (taken[c]) continue;
    const at = `${column(ends.startX[c]!)},${column(ends.startY[c]!)}`;
    const list = starts.get(at);
    if (list) list.push(c);
    else starts.set(at, [c]);
  }
  const pairs: { k: number; c: number; d: number }[] = [];
  for (const k of open)
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++)
        for (const c of starts.get(`${column(ends.endX[k]!) + dx},${column(ends.endY[k]!) + dy}`) ?? [])
          pairs.push({ k, c, d: Math.hypot(ends.startX[c]! - ends.endX[k]!, ends.startY[c]! - ends.endY[k]!) });
  pairs.sort((p, q) => p.d - q.d || p.k - q.k || p.c - q.c);
  const doneK = new Set<number>();
  const doneC = new Set<number>();
  return pairs.flatMap(({ k, c }): [number, number][] => {
    if (doneK.has(k) || doneC.has(c)) return [];
    doneK.add(k);
    doneC.add(c);
    return [[k, c]];
  });
}

function ringFrom(first: number, next: Int32Array, seen: Uint8Array, drawing: Drawing): GapRing | null {
  const { pieces, region, outline, ends } = drawing;
  const points: XY[] = [];
  const { minX, maxX, minY, maxY } = region.box;
  const originX = (minX + maxX) / 2;
  const originY = (minY + maxY) / 2;
  let area = 0;
  let previous = -1;
  for (let k = first; k >= 0 && !seen[k]; k = next[k]!) {
    seen[k] = 1;
    if (k < pieces.arcs) {
      area -= outline.arcTerm(pieces.arcCircle[k]!, pieces.arcStart[k]!, pieces.arcEnd[k]!);
      drawArc(k, drawing, points);
    } else {
      const [x0, y0, x1, y1] = [ends.startX[k]!, ends.startY[k]!, ends.endX[k]!, ends.endY[k]!];
      area += 0.5 * ((x0 - originX) * (y1 - originY) - (x1 - originX) * (y0 - originY));
      if (!continuesStraight(k, previous, drawing)) points.push([x0, y0]);
    }
    previous = k;
  }
  return points.length > 1 ? { areaM2: area, points } : null;
}

/** Whether a span only goes on from the span before at a cut of ours: no corner of the district is there. */
function continuesStraight(k: number, previous: number, { pieces, region }: Drawing): boolean {
  if (previous < pieces.arcs) return false;
  const edge = pieces.spanEdge[k - pieces.arcs]!;
  const before = previous - pieces.arcs;
  const joined = pieces.spanTo[before] === 1 && region.next[pieces.spanEdge[before]!] === edge;
  return joined && pieces.spanFrom[k - pieces.arcs] === 0 && region.soft[edge] === 1;
}

/** Points of an arc from its end back to its start, the last point left to the next piece. */
function drawArc(k: number, { discs, pieces, ends, chordErrorM }: Drawing, points: XY[]): void {
  const i = pieces.arcCircle[k]!;
  const radius = discs.r[i]!;
  const unit = new Float64Array(2);
  fromDiamond(pieces.arcStart[k]!, unit);
  const [cos0, sin0] = [unit[0]!, unit[1]!];
  fromDiamond(pieces.arcEnd[k]!, unit);
  const turn = turnBetween(cos0, sin0, unit[0]!, unit[1]!, pieces.arcEnd[k]! - pieces.arcStart[k]!);
  const step = 2 * Math.acos(Math.max(0, 1 - chordErrorM / radius));
  const chords = Math.max(turn > 6 ? 3 : 1, Math.ceil(turn / step));
  const last = Math.atan2(unit[1]!, unit[0]!);
  points.push([ends.startX[k]!, ends.startY[k]!]);
  for (let c = 1; c < chords; c++) {
    const angle = last - (turn * c) / chords;
    points.push([discs.x[i]! + radius * Math.cos(angle), discs.y[i]! + radius * Math.sin(angle)]);
  }
}
