import type { XY } from '../../../base/coordinates';
import { clipByCircle, clipByConvex } from '../../../geometry/convex-clip';
import type { Region } from '../../../geometry/region';
import { SegmentGrid } from '../../../geometry/segment-grid';
import { voronoiCells } from '../../../geometry/voronoi';
import type { Samples } from './samples';

/** Corners nearer than this are one. */
const CENTIMETRE = 0.01;

/**
 * The land of each place along the roads: nearer to it than to any other, within the frontage distance, in the district.
 * Sides run anticlockwise around their cell; `twin` is the same side seen from the neighbour (−1: none, the land ends).
 */
export interface LandCells {
  readonly samples: Samples;
  readonly areaM2: Float64Array;
  readonly cornerX: Float64Array;
  readonly cornerY: Float64Array;
  readonly sideFrom: Int32Array;
  readonly sideTo: Int32Array;
  readonly sideCell: Int32Array;
  readonly twin: Int32Array;
}

export function landCells(samples: Samples, region: Region | null, frontageM: number): LandCells {
  const cellOf = voronoiCells(samples.x, samples.y);
  const border = region ? borderOf(region) : null;
  const writer = new CellWriter(samples.x.length);
  for (let i = 0; i < samples.x.length; i++) {
    const whole = cellOf(i);
    if (whole.length < 3) continue;
    const near = clipByCircle(whole, [samples.x[i]!, samples.y[i]!], frontageM);
    for (const ring of border ? inDistrict(near, samples, i, border) : [near]) writer.add(i, ring);
  }
  return { samples, ...writer.finish() };
}

interface Border {
  readonly region: Region;
  readonly index: SegmentGrid;
  /** Outlines anticlockwise, holes clockwise. */
  readonly rings: readonly (readonly XY[])[];
}

function borderOf(region: Region): Border {
  const { ax, ay, bx, by, next } = region;
  const seen = new Uint8Array(ax.length);
  const rings: XY[][] = [];
  for (let start = 0; start < ax.length; start++) {
    const ring: XY[] = [];
    for (let e = start; seen[e] === 0; e = next[e]!) {
      seen[e] = 1;
      ring.push([ax[e]!, ay[e]!]);
    }
    if (ring.length > 2) rings.push(ring);
  }
  return { region, index: new SegmentGrid(ax, ay, bx, by), rings };
}

/** The parts of a convex cell within the district; far from its border all or nothing. */
function inDistrict(
  cell: readonly XY[],
  { x, y }: Samples,
  i: number,
  { region, index, rings }: Border,
): (readonly XY[])[] {
  const [cx, cy] = [x[i]!, y[i]!];
  const radius = cell.reduce((most, [px, py]) => Math.max(most, Math.hypot(px - cx, py - cy)), 0);
  if (!index.nearest(cx, cy, radius)) return region.contains(cx, cy) ? [cell] : [];
  return rings.map((ring) => clipByConvex(ring, cell)).filter((ring) => ring.length > 2);
}

class CellWriter {
  private readonly corners = new Map<number, number>();
  private readonly cornerX: number[] = [];
  private readonly cornerY: number[] = [];
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly cell: number[] = [];
  private readonly areaM2: Float64Array;

  constructor(cells: number) {
    this.areaM2 = new Float64Array(cells);
  }

  add(cell: number, ring: readonly XY[]): void {
    const ids = ring.map(([x, y]) => this.corner(x, y));
    for (let k = 0; k < ring.length; k++) {
      const [[ax, ay], [bx, by]] = [ring[k]!, ring[(k + 1) % ring.length]!];
      this.areaM2[cell]! += (ax * by - bx * ay) / 2;
      const [a, b] = [ids[k]!, ids[(k + 1) % ring.length]!];
      if (a === b) continue;
      this.from.push(a);
      this.to.push(b);
      this.cell.push(cell);
    }
  }

  finish(): Omit<LandCells, 'samples'> {
    return {
      areaM2: this.areaM2,
      cornerX: Float64Array.from(this.cornerX),
      cornerY: Float64Array.from(this.cornerY),
      sideFrom: Int32Array.from(this.from),
      sideTo: Int32Array.from(this.to),
      sideCell: Int32Array.from(this.cell),
      twin: this.twins(),
    };
  }

  private twins(): Int32Array {
    const count = this.cornerX.length;
    const sides = new Map<number, number>();
    for (let s = 0; s < this.from.length; s++) sides.set(this.from[s]! * count + this.to[s]!, s);
    return Int32Array.from(this.from, (from, s) => sides.get(this.to[s]! * count + from) ?? -1);
  }

  private corner(x: number, y: number): number {
    const key = Math.round(x / CENTIMETRE) * 2 ** 26 + Math.round(y / CENTIMETRE);
    const known = this.corners.get(key);
    if (known !== undefined) return known;
    const id = this.cornerX.length;
    this.corners.set(key, id);
    this.cornerX.push(x);
    this.cornerY.push(y);
    return id;
  }
}
