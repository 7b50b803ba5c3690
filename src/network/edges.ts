import type { Cut, Junctions } from './junctions';
import type { RoadGraph } from './road-graph';
import type { RoadLines } from './road-lines';

/** Nodes and edges before arcs and components. */
export type RawEdges = Pick<
  RoadGraph,
  'nodeX' | 'nodeY' | 'from' | 'to' | 'lengthM' | 'road' | 'shapeStart' | 'shapeX' | 'shapeY'
>;

/** Two cuts at one place leave this much between them by rounding. */
const NO_LENGTH_M = 1e-6;

/** Cuts lines at their junctions. A piece of no length that leads back to its own node is left out and counted. */
export function edgesOf(lines: RoadLines, { ofVertex, cuts }: Junctions): { edges: RawEdges; withoutLength: number } {
  const highest = cuts.reduce((most, { junction }) => Math.max(most, junction), lines.x.length);
  const writer = new EdgeWriter(lines.x.length + cuts.length, highest + 1);
  let nextCut = 0;
  for (let line = 0; line + 1 < lines.start.length; line++) {
    const first = lines.start[line]!;
    const last = lines.start[line + 1]! - 1;
    if (last <= first) continue;
    writer.begin(line, lines.x[first]!, lines.y[first]!, ofVertex[first]!);
    for (let v = first + 1; v <= last; v++) {
      const [ax, ay, bx, by] = [lines.x[v - 1]!, lines.y[v - 1]!, lines.x[v]!, lines.y[v]!];
      for (; (cuts[nextCut]?.segment ?? Number.POSITIVE_INFINITY) < v; nextCut++) {
        const { along, junction }: Cut = cuts[nextCut]!;
        writer.point(ax + (bx - ax) * along, ay + (by - ay) * along, junction);
      }
      writer.point(bx, by, ofVertex[v]!);
    }
  }
  return { edges: writer.edges(), withoutLength: writer.withoutLength };
}

/** Takes the points of lines one after the other and writes an edge whenever a junction is reached. */
class EdgeWriter {
  withoutLength = 0;
  private readonly nodeOf: Int32Array;
  private readonly nodeX: number[] = [];
  private readonly nodeY: number[] = [];
  private readonly from: number[] = [];
  private readonly to: number[] = [];
  private readonly lengthM: number[] = [];
  private readonly road: number[] = [];
  private readonly shapeStart: number[] = [0];
  private readonly shapeX: Float64Array;
  private readonly shapeY: Float64Array;
  private points = 0;
  private line = 0;
  private junction = -1;
  private length = 0;

  /** @param capacity of points, @param junctions one more than the highest number of one */
  constructor(capacity: number, junctions: number) {
    this.nodeOf = new Int32Array(junctions).fill(-1);
    this.shapeX = new Float64Array(2 * capacity);
    this.shapeY = new Float64Array(2 * capacity);
  }

  begin(line: number, x: number, y: number, junction: number): void {
    this.line = line;
    this.points = this.shapeStart[this.shapeStart.length - 1]!;
    this.junction = junction;
    this.length = 0;
    this.add(x, y);
  }

  point(x: number, y: number, junction: number): void {
    this.length += Math.hypot(x - this.shapeX[this.points - 1]!, y - this.shapeY[this.points - 1]!);
    this.add(x, y);
    if (junction >= 0) this.finish(x, y, junction);
  }

  edges(): RawEdges {
    return {
      nodeX: Float64Array.from(this.nodeX),
      nodeY: Float64Array.from(this.nodeY),
      from: Int32Array.from(this.from),
      to: Int32Array.from(this.to),
      lengthM: Float64Array.from(this.lengthM),
      road: Int32Array.from(this.road),
      shapeStart: Int32Array.from(this.shapeStart),
      shapeX: this.shapeX.slice(0, this.shapeStart[this.shapeStart.length - 1]),
      shapeY: this.shapeY.slice(0, this.shapeStart[this.shapeStart.length - 1]),
    };
  }

  private finish(x: number, y: number, junction: number): void {
    const begun = this.shapeStart[this.shapeStart.length - 1]!;
    if (this.length < NO_LENGTH_M && junction === this.junction) {
      this.withoutLength++;
      this.points = begun;
    } else {
      this.from.push(this.nodeAt(this.shapeX[begun]!, this.shapeY[begun]!, this.junction));
      this.to.push(this.nodeAt(x, y, junction));
      this.lengthM.push(this.length);
      this.road.push(this.line);
      this.shapeStart.push(this.points);
    }
    this.junction = junction;
    this.length = 0;
    this.add(x, y);
  }

  private add(x: number, y: number): void {
    this.shapeX[this.points] = x;
    this.shapeY[this.points++] = y;
  }

  private nodeAt(x: number, y: number, junction: number): number {
    const known = this.nodeOf[junction]!;
    if (known >= 0) return known;
    const node = this.nodeX.length;
    this.nodeOf[junction] = node;
    this.nodeX.push(x);
    this.nodeY.push(y);
    return node;
  }
}
