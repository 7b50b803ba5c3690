import { toSegment } from '../../geometry/segment-distance';
import type { EdgePlace } from '../../network/edge-index';
import { edgePoint } from '../../network/edge-point';
import type { Outlines } from './outlines';
import { type HoseNetwork, hasFrontage } from './ways';

/** Where places meet the network. `edge` is −1 where no street is near enough. */
export interface Frontages {
  readonly edge: Int32Array;
  /** From the edge's first point, metres. */
  readonly alongM: Float64Array;
  /** From the place to the street, metres; NaN without a street. */
  readonly setBackM: Float64Array;
}

/** A front along the street is equally near from end to end: within this the middle of it stands for it, metres. */
const EVEN_M = 1;

/**
 * A building's frontage: the place on a street nearest to any of its outer walls, at most `maxM` away. Where a whole
 * front is as near, the place opposite the building's middle.
 */
export function buildingFrontages(
  outlines: Outlines,
  buildings: number,
  network: HoseNetwork,
  maxM: number,
): Frontages {
  const { roads, graph } = network;
  const fronts = roads.map(hasFrontage);
  const usable = (edge: number): boolean => fronts[graph.road[edge]!]!;
  const frontages = noFrontages(buildings);
  for (let ring = 0; ring < outlines.building.length; ring++) {
    const b = outlines.building[ring]!;
    const place = outlines.isOuter[ring] ? frontOf(network, outlines, ring, maxM, usable) : null;
    if (!place || place.snapM >= frontages.setBackM[b]!) continue;
    frontages.edge[b] = place.edge;
    frontages.alongM[b] = place.alongM;
    frontages.setBackM[b] = place.snapM;
  }
  return frontages;
}

function frontOf(
  { graph, index }: HoseNetwork,
  { start, x, y }: Outlines,
  ring: number,
  maxM: number,
  usable: (edge: number) => boolean,
): EdgePlace | null {
  const [first, last] = [start[ring]!, start[ring + 1]! - 1];
  const nearest = index.nearestToLine(x, y, first, last, maxM, usable);
  if (!nearest || nearest.snapM === 0) return nearest;
  const middle = index.nearest(middleOf(x, first, last), middleOf(y, first, last), Number.POSITIVE_INFINITY, usable)!;
  const [px, py] = edgePoint(graph, middle.edge, middle.alongM);
  let snapM = Number.POSITIVE_INFINITY;
  for (let v = first; v < last; v++) snapM = Math.min(snapM, toSegment(x[v]!, y[v]!, x[v + 1]!, y[v + 1]!, px, py));
  return snapM <= Math.min(nearest.snapM + EVEN_M, maxM) ? { ...middle, snapM } : nearest;
}

/** Half way between the lowest and the highest. */
function middleOf(values: Float64Array, first: number, last: number): number {
  let [low, high] = [values[first]!, values[first]!];
  for (let v = first; v <= last; v++) {
    if (values[v]! < low) low = values[v]!;
    if (values[v]! > high) high = values[v]!;
  }
  return (low + high) / 2;
}

export function noFrontages(count: number): Frontages {
  return {
    edge: new Int32Array(count).fill(-1),
    alongM: new Float64Array(count),
    setBackM: new Float64Array(count).fill(Number.NaN),
  };
}
