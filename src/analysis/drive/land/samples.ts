import { pointOnEdge } from '../../../network/edge-point';
import type { RoadGraph } from '../../../network/road-graph';

/** Places along the roads whose land is told apart. */
export interface Samples {
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly edge: Int32Array;
  /** 0…1 along the edge. */
  readonly at: Float64Array;
}

const APART_M = 40;
/** With more roads than this the places stand farther apart. */
const MOST = 40_000;
const MOST_EDGES = 60_000;

/**
 * Places about 40 m apart along every edge, at least one on each; null with more than `MOST_EDGES` edges.
 * @param near leaves out edges that lie far off
 */
export function samplesAlong(graph: RoadGraph, near: (x: number, y: number) => boolean): Samples | null {
  const chosen: number[] = [];
  let lengthM = 0;
  for (let e = 0; e < graph.from.length; e++) {
    const ends = [graph.from[e]!, graph.to[e]!];
    const [mx, my] = pointOnEdge(graph, e, 0.5);
    if (!near(mx, my) && !ends.some((node) => near(graph.nodeX[node]!, graph.nodeY[node]!))) continue;
    chosen.push(e);
    lengthM += graph.lengthM[e]!;
  }
  if (chosen.length > MOST_EDGES) return null;
  const apartM = Math.max(APART_M, lengthM / MOST);
  const counts = chosen.map((e) => Math.max(1, Math.round(graph.lengthM[e]! / apartM)));
  const total = counts.reduce((sum, count) => sum + count, 0);
  const samples: Samples = {
    x: new Float64Array(total),
    y: new Float64Array(total),
    edge: new Int32Array(total),
    at: new Float64Array(total),
  };
  let i = 0;
  for (const [k, e] of chosen.entries())
    for (let part = 0; part < counts[k]!; part++, i++) {
      const at = (part + 0.5) / counts[k]!;
      const [px, py] = pointOnEdge(graph, e, at);
      samples.x[i] = px;
      samples.y[i] = py;
      samples.edge[i] = e;
      samples.at[i] = at;
    }
  return samples;
}
