import { SegmentGrid } from '../geometry/segment-grid';
import { PositionIndex } from './position-index';
import type { RoadLines } from './road-lines';
import { UnionFind } from './union-find';

/** `ends`: equal line ends meet · `touching`: also shared vertices, and ends that touch a line · `crossing`: also lines that cross. */
export type Join = 'ends' | 'touching' | 'crossing';

/** Positions nearer than this are one: what rounding to seven decimals of a degree leaves of a shared vertex. */
export const EQUAL_M = 0.005;

export interface Junctions {
  /** Per vertex: the junction there, or −1. */
  readonly ofVertex: Int32Array;
  /** Junctions within segments, by segment and place along it; a segment has the number of its first vertex. */
  readonly cuts: readonly Cut[];
}

export interface Cut {
  readonly segment: number;
  /** 0…1. */
  readonly along: number;
  readonly junction: number;
}

/** Where lines meet. Lines of different levels meet only end to end. @param toleranceM for ends that nearly touch */
export function findJunctions(lines: RoadLines, join: Join, toleranceM: number): Junctions {
  return join === 'ends' ? equalEnds(lines) : new Meeting(lines, toleranceM).junctions(join === 'crossing');
}

function equalEnds({ start, x, y }: RoadLines): Junctions {
  const index = new PositionIndex(2 * start.length, EQUAL_M);
  const ofVertex = new Int32Array(x.length).fill(-1);
  for (let line = 0; line + 1 < start.length; line++)
    for (const v of endsOf(start, line)) ofVertex[v] = index.add(x[v]!, y[v]!);
  return { ofVertex, cuts: [] };
}

/** First and last vertex of a line; none of an empty one. */
function endsOf(start: Int32Array, line: number): number[] {
  return start[line + 1]! > start[line]! ? [start[line]!, start[line + 1]! - 1] : [];
}

class Meeting {
  private readonly ids: Int32Array;
  private readonly sets: UnionFind;
  private readonly lineOf: Int32Array;
  private readonly cuts: Cut[] = [];
  private readonly positions: PositionIndex;

  constructor(
    private readonly lines: RoadLines,
    private readonly toleranceM: number,
  ) {
    const { start, x, y, level } = lines;
    this.positions = new PositionIndex(x.length, EQUAL_M);
    this.ids = new Int32Array(x.length);
    this.lineOf = new Int32Array(x.length);
    for (let line = 0; line + 1 < start.length; line++)
      for (let v = start[line]!; v < start[line + 1]!; v++) {
        this.ids[v] = this.positions.add(x[v]!, y[v]!, level[line]!);
        this.lineOf[v] = line;
      }
    this.sets = new UnionFind(this.positions.size);
    this.joinEndsAcrossLevels();
  }

  junctions(crossing: boolean): Junctions {
    const loose = this.looseEnds();
    if (loose.length > 0 || crossing) {
      const grid = this.grid();
      for (const v of loose) this.joinLooseEnd(grid, v);
      if (crossing) this.cutCrossings(grid);
    }
    const busy = this.usesOfSets();
    const ofVertex = this.ids.map((id) => {
      const set = this.sets.find(id);
      return busy[set]! > 1 ? set : -1;
    });
    const cuts = this.cuts
      .map((cut) => ({ ...cut, junction: this.sets.find(cut.junction) }))
      .sort((a, b) => a.segment - b.segment || a.along - b.along);
    return { ofVertex, cuts };
  }

  private joinEndsAcrossLevels(): void {
    const { start, x, y } = this.lines;
    const ends = new PositionIndex(2 * start.length, EQUAL_M);
    const first: number[] = [];
    for (let line = 0; line + 1 < start.length; line++)
      for (const v of endsOf(start, line)) {
        const end = ends.add(x[v]!, y[v]!);
        if (first[end] === undefined) first[end] = this.ids[v]!;
        else this.sets.join(first[end]!, this.ids[v]!);
      }
  }

  /** Segments by the number of their first vertex; what leads from one line to the next is a point and never near. */
  private grid(): SegmentGrid {
    const { x, y } = this.lines;
    const n = Math.max(0, x.length - 1);
    const same = (v: number): number => (this.lineOf[v] === this.lineOf[v + 1] ? v + 1 : v);
    return new SegmentGrid(
      x.subarray(0, n),
      y.subarray(0, n),
      Float64Array.from({ length: n }, (_, v) => x[same(v)]!),
      Float64Array.from({ length: n }, (_, v) => y[same(v)]!),
    );
  }

  /** Ends where no other line is: an end counts twice, so two uses are this end alone. */
  private looseEnds(): number[] {
    const { start } = this.lines;
    const uses = this.usesOfSets();
    const loose: number[] = [];
    for (let line = 0; line + 1 < start.length; line++)
      for (const v of endsOf(start, line)) if (uses[this.sets.find(this.ids[v]!)]! <= 2) loose.push(v);
    return loose;
  }

  private joinLooseEnd(grid: SegmentGrid, v: number): void {
    const { x, y, level } = this.lines;
    const line = this.lineOf[v]!;
    const hit = grid.nearest(x[v]!, y[v]!, this.toleranceM, (s) => {
      const other = this.lineOf[s]!;
      return other === line || level[other] !== level[line] || this.isSeam(s);
    });
    if (hit) this.meet(hit.segment, hit.along, this.ids[v]!);
  }

  /** Whether a segment only leads from one line's last vertex to itself. */
  private isSeam(s: number): boolean {
    return this.lineOf[s] !== this.lineOf[s + 1];
  }

  private cutCrossings(grid: SegmentGrid): void {
    const { x, y, level } = this.lines;
    const seen = new Set<number>();
    const segments = x.length;
    grid.forEachNeighbourPair((a, b) => {
      const [la, lb] = [this.lineOf[a]!, this.lineOf[b]!];
      if (la === lb || level[la] !== level[lb] || this.isSeam(a) || this.isSeam(b)) return;
      const crossing = crossingOf(this.lines, a, b);
      if (!crossing) return;
      const key = Math.min(a, b) * segments + Math.max(a, b);
      if (seen.has(key)) return;
      seen.add(key);
      const [t, u] = crossing;
      const atA = this.vertexAt(a, t);
      const atB = this.vertexAt(b, u);
      if (atA >= 0 && atB >= 0) return this.sets.join(this.ids[atA]!, this.ids[atB]!);
      if (atA >= 0) return void this.cuts.push({ segment: b, along: u, junction: this.ids[atA]! });
      if (atB >= 0) return void this.cuts.push({ segment: a, along: t, junction: this.ids[atB]! });
      const px = x[a]! + (x[a + 1]! - x[a]!) * t;
      const py = y[a]! + (y[a + 1]! - y[a]!) * t;
      const junction = this.positions.add(px, py, level[la]!);
      this.sets.include(junction);
      this.cuts.push({ segment: a, along: t, junction }, { segment: b, along: u, junction });
    });
  }

  /** Joins a position to a place on a segment: to its vertex where one is near, else by a cut. */
  private meet(segment: number, along: number, id: number): void {
    const vertex = this.vertexAt(segment, along);
    if (vertex >= 0) this.sets.join(this.ids[vertex]!, id);
    else this.cuts.push({ segment, along, junction: id });
  }

  /** The vertex of a segment within the tolerance of a place on it, or −1. */
  private vertexAt(s: number, along: number): number {
    const { x, y } = this.lines;
    const length = Math.hypot(x[s + 1]! - x[s]!, y[s + 1]! - y[s]!);
    if (along * length <= this.toleranceM && along <= 0.5) return s;
    return (1 - along) * length <= this.toleranceM ? s + 1 : -1;
  }

  /** How often lines use each set of positions; an end and a cut count twice, so that one is enough for a junction. */
  private usesOfSets(): Int32Array {
    const { start } = this.lines;
    const uses = new Int32Array(this.sets.size);
    for (let line = 0; line + 1 < start.length; line++) {
      let before = -1;
      for (let v = start[line]!; v < start[line + 1]!; v++) {
        const set = this.sets.find(this.ids[v]!);
        if (set !== before) uses[set]!++;
        before = set;
      }
      for (const v of endsOf(start, line)) uses[this.sets.find(this.ids[v]!)]!++;
    }
    for (const { junction } of this.cuts) uses[this.sets.find(junction)]! += 2;
    return uses;
  }
}

/** Places along two segments where they cross or touch, or null; parallel ones never do. */
function crossingOf({ x, y }: RoadLines, a: number, b: number): [number, number] | null {
  const rx = x[a + 1]! - x[a]!;
  const ry = y[a + 1]! - y[a]!;
  const sx = x[b + 1]! - x[b]!;
  const sy = y[b + 1]! - y[b]!;
  const cross = rx * sy - ry * sx;
  if (cross === 0) return null;
  const qx = x[b]! - x[a]!;
  const qy = y[b]! - y[a]!;
  const t = (qx * sy - qy * sx) / cross;
  const u = (qx * ry - qy * rx) / cross;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? [t, u] : null;
}
