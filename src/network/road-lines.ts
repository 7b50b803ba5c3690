import type { LocalProjection } from '../geometry/projection';
import type { RoadSegment } from '../model/entities/road-segment';

/** Centre lines in local metres, one after the other in flat arrays. */
export interface RoadLines {
  /** Where each line's points begin; one more entry than lines. */
  readonly start: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** Bridges above 0, tunnels below; lines of different levels meet only at their ends. */
  readonly level: Int8Array;
}

/** A road's level: as it says, else one up for a bridge and one down for a tunnel. */
export function levelOf({ layer, bridge, tunnel }: RoadSegment): number {
  return layer ?? (bridge ? 1 : tunnel ? -1 : 0);
}

/** The plan's roads in the order given. */
export function roadLinesOf(roads: readonly RoadSegment[], projection: LocalProjection): RoadLines {
  const start = new Int32Array(roads.length + 1);
  for (const [i, { geometry }] of roads.entries()) start[i + 1] = start[i]! + geometry.coordinates.length;
  const x = new Float64Array(start[roads.length]!);
  const y = new Float64Array(start[roads.length]!);
  let at = 0;
  for (const { geometry } of roads)
    for (const position of geometry.coordinates) {
      const [px, py] = projection.forward(position);
      x[at] = px;
      y[at++] = py;
    }
  return { start, x, y, level: Int8Array.from(roads, levelOf) };
}
