import type { LonLat } from '../../base/coordinates';
import { createProjection } from '../../geometry/projection';
import type { RoadSegment } from '../../model/entities/road-segment';
import { type BuildOptions, buildGraph, DEFAULT_BUILD } from '../../network/build-graph';
import { EdgeIndex } from '../../network/edge-index';
import { roadLinesOf } from '../../network/road-lines';
import type { HoseNetwork } from './ways';

/** The network of roads alone, projected about their middle: for plans without a district. */
export function hoseNetwork(roads: readonly RoadSegment[], build: BuildOptions = DEFAULT_BUILD): HoseNetwork {
  const projection = createProjection(middleOf(roads));
  const graph = buildGraph(roadLinesOf(roads, projection), build);
  return { roads, graph, index: new EdgeIndex(graph), projection };
}

/** Middle of the box around all lines, degrees. */
function middleOf(roads: readonly RoadSegment[]): LonLat {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const { geometry } of roads)
    for (const [lon, lat] of geometry.coordinates) {
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  return roads.length > 0 ? [(west + east) / 2, (south + north) / 2] : [0, 0];
}
