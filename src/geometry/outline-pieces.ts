import type { ArcSink, EdgeSink } from './outline';

/**
 * All pieces of an outline, gathered circle by circle and edge by edge into flat arrays.
 * Arcs of circle i are `arcFirst[i] … arcFirst[i] + arcCount[i] - 1`; spans of edge e likewise.
 */
export class OutlinePieces {
  arcCircle = new Int32Array(1024);
  arcStart = new Float64Array(1024);
  arcEnd = new Float64Array(1024);
  arcStartOwner = new Int32Array(1024);
  arcEndOwner = new Int32Array(1024);
  arcs = 0;
  readonly arcFirst: Int32Array;
  readonly arcCount: Int32Array;

  spanEdge = new Int32Array(256);
  spanFrom = new Float64Array(256);
  spanTo = new Float64Array(256);
  spanFromDisc = new Int32Array(256);
  spanToDisc = new Int32Array(256);
  spans = 0;
  readonly spanFirst: Int32Array;
  readonly spanCount: Int32Array;

  constructor(circles: number, edges: number) {
    this.arcFirst = new Int32Array(circles);
    this.arcCount = new Int32Array(circles);
    this.spanFirst = new Int32Array(edges);
    this.spanCount = new Int32Array(edges);
  }

  beginCircle(circle: number): void {
    this.arcFirst[circle] = this.arcs;
  }

  beginEdge(edge: number): void {
    this.spanFirst[edge] = this.spans;
  }

  readonly addArc: ArcSink = (circle, start, end, startOwner, endOwner) => {
    if (this.arcs === this.arcCircle.length) this.growArcs();
    const k = this.arcs++;
    this.arcCircle[k] = circle;
    this.arcStart[k] = start;
    this.arcEnd[k] = end;
    this.arcStartOwner[k] = startOwner;
    this.arcEndOwner[k] = endOwner;
    this.arcCount[circle]!++;
  };

  readonly addSpan: EdgeSink = (edge, from, to, fromDisc, toDisc) => {
    if (this.spans === this.spanEdge.length) this.growSpans();
    const k = this.spans++;
    this.spanEdge[k] = edge;
    this.spanFrom[k] = from;
    this.spanTo[k] = to;
    this.spanFromDisc[k] = fromDisc;
    this.spanToDisc[k] = toDisc;
    this.spanCount[edge]!++;
  };

  /** Nothing more is added: gives back the room that was not used. */
  finish(): this {
    this.arcCircle = this.arcCircle.slice(0, this.arcs);
    this.arcStart = this.arcStart.slice(0, this.arcs);
    this.arcEnd = this.arcEnd.slice(0, this.arcs);
    this.arcStartOwner = this.arcStartOwner.slice(0, this.arcs);
    this.arcEndOwner = this.arcEndOwner.slice(0, this.arcs);
    return this;
  }

  private growArcs(): void {
    this.arcCircle = grown(this.arcCircle);
    this.arcStart = grown(this.arcStart);
    this.arcEnd = grown(this.arcEnd);
    this.arcStartOwner = grown(this.arcStartOwner);
    this.arcEndOwner = grown(this.arcEndOwner);
  }

  private growSpans(): void {
    this.spanEdge = grown(this.spanEdge);
    this.spanFrom = grown(this.spanFrom);
    this.spanTo = grown(this.spanTo);
    this.spanFromDisc = grown(this.spanFromDisc);
    this.spanToDisc = grown(this.spanToDisc);
  }
}

function grown<T extends Float64Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(data: T): T {
  const larger = new (data.constructor as new (length: number) => T)(2 * data.length);
  larger.set(data);
  return larger;
}
