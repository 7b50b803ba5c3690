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
}
