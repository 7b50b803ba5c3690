import type { LocalProjection } from '../../geometry/projection';
import type { RoadSegment } from '../../model/entities/road-segment';
import { type BuildOptions, buildGraph } from '../../network/build-graph';
import { EdgeIndex } from '../../network/edge-index';
import { pointOnEdge } from '../../network/edge-point';
import { FirstDueSearch } from '../../network/first-due';
import type { RoadGraph } from '../../network/road-graph';
import { roadLinesOf } from '../../network/road-lines';
import type { NetworkReport } from './answer';

/** The plan's roads made ready for searching: built once, asked often. */
export interface RoadNetwork {
  readonly roads: readonly RoadSegment[];
  readonly graph: RoadGraph;
  readonly index: EdgeIndex;
  readonly search: FirstDueSearch;
  readonly projection: LocalProjection;
}

export function roadNetwork(
  roads: readonly RoadSegment[],
  projection: LocalProjection,
  build: BuildOptions,
): RoadNetwork {
  const graph = buildGraph(roadLinesOf(roads, projection), build);
  return { roads, graph, index: new EdgeIndex(graph), search: new FirstDueSearch(graph), projection };
}

export function networkReport({ graph }: RoadNetwork): NetworkReport {
  const lengthM = graph.lengthM.reduce((sum, length) => sum + length, 0);
  return {
    nodes: graph.nodeX.length,
    edges: graph.from.length,
    lengthM,
    components: graph.components.length,
    droppedLengthM: graph.components.slice(1).reduce((sum, part) => sum + part.lengthM, 0),
    ...graph.left,
  };
}

/** The points of a part of an edge between two shares of its length, local metres. */
export function pieceOfEdge(graph: RoadGraph, edge: number, fromAt: number, toAt: number): [number, number][] {
  const { shapeStart, shapeX, shapeY, lengthM } = graph;
  const [from, to] = [fromAt * lengthM[edge]!, toAt * lengthM[edge]!];
  const points = [pointOnEdge(graph, edge, fromAt)];
  let along = 0;
  for (let p = shapeStart[edge]! + 1; p + 1 < shapeStart[edge + 1]!; p++) {
    along += Math.hypot(shapeX[p]! - shapeX[p - 1]!, shapeY[p]! - shapeY[p - 1]!);
    if (along > from && along < to) points.push([shapeX[p]!, shapeY[p]!]);
  }
  points.push(pointOnEdge(graph, edge, toAt));
  return points;
}
