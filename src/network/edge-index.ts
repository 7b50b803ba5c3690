import { segmentsApart } from '../geometry/segment-distance';
import { SegmentGrid } from '../geometry/segment-grid';
import type { RoadGraph } from './road-graph';

/** A place on the network. */
export interface EdgePlace {
  readonly edge: number;
  /** From the edge's first point, metres. */
  readonly alongM: number;
  /** From the point asked for to the edge, as the crow flies, metres. */
  readonly snapM: number;
}

/** Finds the nearest road. */
export class EdgeIndex {
  private readonly grid: SegmentGrid;
  private readonly edgeOf: Int32Array;
  /** Where each segment begins along its edge, metres. */
  private readonly begins: Float64Array;
  private readonly lengths: Float64Array;
  private readonly ends: readonly [Float64Array, Float64Array, Float64Array, Float64Array];

  constructor(private readonly graph: RoadGraph) {
    const { shapeStart, shapeX, shapeY } = graph;
    const edges = graph.from.length;
    const count = shapeX.length - edges;
    const [ax, ay, bx, by] = Array.from({ length: 4 }, () => new Float64Array(count)) as [
      Float64Array,
      Float64Array,
      Float64Array,
      Float64Array,
    ];
    this.edgeOf = new Int32Array(count);
    this.begins = new Float64Array(count);
    this.lengths = new Float64Array(count);
    let s = 0;
    for (let e = 0; e < edges; e++) {
      let along = 0;
      for (let p = shapeStart[e]!; p + 1 < shapeStart[e + 1]!; p++, s++) {
        ax[s] = shapeX[p]!;
        ay[s] = shapeY[p]!;
        bx[s] = shapeX[p + 1]!;
        by[s] = shapeY[p + 1]!;
        this.edgeOf[s] = e;
        this.begins[s] = along;
        this.lengths[s] = Math.hypot(bx[s]! - ax[s]!, by[s]! - ay[s]!);
        along += this.lengths[s]!;
      }
    }
    this.ends = [ax, ay, bx, by];
    this.grid = new SegmentGrid(ax, ay, bx, by);
  }

  /** The nearest place on a road within `maxM`; of several the lowest edge. `usable` leaves edges out. */
  nearest(
    x: number,
    y: number,
    maxM = Number.POSITIVE_INFINITY,
    usable: (edge: number) => boolean = () => true,
  ): EdgePlace | null {
    const hit = this.grid.nearest(x, y, maxM, (s) => !usable(this.edgeOf[s]!));
    if (!hit) return null;
    const edge = this.edgeOf[hit.segment]!;
    const alongM = this.begins[hit.segment]! + hit.along * this.lengths[hit.segment]!;
    return { edge, alongM: Math.min(alongM, this.graph.lengthM[edge]!), snapM: hit.distanceM };
  }

  /**
   * The nearest place on a road to a line, such as a building's outline, within `maxM`: from the line's vertices to the
   * road, from the road's bends to the line, or where they cross. `x`, `y` hold the line from `first` to `last`.
   */
  nearestToLine(
    x: Float64Array,
    y: Float64Array,
    first: number,
    last: number,
    maxM: number,
    usable: (edge: number) => boolean,
  ): EdgePlace | null {
    let best: EdgePlace | null = null;
    for (let v = first; v <= last; v++) {
      const hit = this.nearest(x[v]!, y[v]!, best?.snapM ?? maxM, usable);
      if (hit && (!best || hit.snapM < best.snapM)) best = hit;
    }
    for (let v = first; v < last && best?.snapM !== 0; v++)
      best = this.nearerToWall(x[v]!, y[v]!, x[v + 1]!, y[v + 1]!, maxM, best, usable);
    return best;
  }

  /** The nearest place to one wall where it is nearer than the best so far; else that. */
  private nearerToWall(
    px: number,
    py: number,
    qx: number,
    qy: number,
    maxM: number,
    bestSoFar: EdgePlace | null,
    usable: (edge: number) => boolean,
  ): EdgePlace | null {
    let best = bestSoFar;
    const pad = best?.snapM ?? maxM;
    const [ax, ay, bx, by] = this.ends;
    const [west, east] = [Math.min(px, qx) - pad, Math.max(px, qx) + pad];
    const [south, north] = [Math.min(py, qy) - pad, Math.max(py, qy) + pad];
    this.grid.forEachNearBox(west, south, east, north, (s) => {
      // Most segments of the cells are beyond on one axis already.
      if ((ax[s]! > east && bx[s]! > east) || (ax[s]! < west && bx[s]! < west)) return;
      if ((ay[s]! > north && by[s]! > north) || (ay[s]! < south && by[s]! < south)) return;
      if (!usable(this.edgeOf[s]!)) return;
      const near = segmentsApart(ax[s]!, ay[s]!, bx[s]!, by[s]!, px, py, qx, qy);
      if (near.distanceM > maxM || (best && near.distanceM >= best.snapM)) return;
      const edge = this.edgeOf[s]!;
      const alongM = Math.min(this.begins[s]! + near.alongA * this.lengths[s]!, this.graph.lengthM[edge]!);
      best = { edge, alongM, snapM: near.distanceM };
    });
    return best;
  }
}
