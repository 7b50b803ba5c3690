import type { RoadGraph } from './road-graph';

type Shapes = Pick<RoadGraph, 'shapeStart' | 'shapeX' | 'shapeY'>;

/** The point so many metres along an edge from its first point, in local metres. */
export function edgePoint({ shapeStart, shapeX, shapeY }: Shapes, edge: number, alongM: number): [number, number] {
  let left = alongM;
  for (let p = shapeStart[edge]! + 1; p < shapeStart[edge + 1]!; p++) {
    const [ax, ay, bx, by] = [shapeX[p - 1]!, shapeY[p - 1]!, shapeX[p]!, shapeY[p]!];
    const step = Math.hypot(bx - ax, by - ay);
    if (step > 0 && left <= step) return [ax + ((bx - ax) * left) / step, ay + ((by - ay) * left) / step];
    left -= step;
  }
  const last = shapeStart[edge + 1]! - 1;
  return [shapeX[last]!, shapeY[last]!];
}

/** The point at a share of an edge's length, 0…1. */
export function pointOnEdge(graph: Shapes & Pick<RoadGraph, 'lengthM'>, edge: number, at: number): [number, number] {
  return edgePoint(graph, edge, at * graph.lengthM[edge]!);
}
