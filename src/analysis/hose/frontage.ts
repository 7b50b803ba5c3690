import { toSegment } from '../../geometry/segment-distance';
import type { Building } from '../../model/entities/building';
import type { EdgePlace } from '../../network/edge-index';
import { edgePoint } from '../../network/edge-point';
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
export function buildingFrontages(buildings: readonly Building[], network: HoseNetwork, maxM: number): Frontages {
  const { roads, graph, projection } = network;
  const fronts = roads.map(hasFrontage);
  const usable = (edge: number): boolean => fronts[graph.road[edge]!]!;
  const frontages = noFrontages(buildings.length);
  for (const [b, { geometry }] of buildings.entries())
    for (const [outer] of geometry.coordinates) {
      const points = projection.forwardAll(Float64Array.from(outer!.flat()));
      const x = points.filter((_, i) => i % 2 === 0);
      const y = points.filter((_, i) => i % 2 === 1);
      const place = frontOf(network, x, y, maxM, usable);
      if (!place || place.snapM >= frontages.setBackM[b]!) continue;
      frontages.edge[b] = place.edge;
      frontages.alongM[b] = place.alongM;
      frontages.setBackM[b] = place.snapM;
    }
  return frontages;
}

function frontOf(
  { graph, index }: HoseNetwork,
  x: Float64Array,
  y: Float64Array,
  maxM: number,
  usable: (edge: number) => boolean,
): EdgePlace | null {
  const nearest = index.nearestToLine(x, y, 0, x.length - 1, maxM, usable);
  if (!nearest || nearest.snapM === 0) return nearest;
  const middle = index.nearest(middleOf(x), middleOf(y), Number.POSITIVE_INFINITY, usable)!;
  const [px, py] = edgePoint(graph, middle.edge, middle.alongM);
  const snapM = toLine(x, y, px, py);
  return snapM <= Math.min(nearest.snapM + EVEN_M, maxM) ? { ...middle, snapM } : nearest;
}

/** Half way between the lowest and the highest. */
function middleOf(values: Float64Array): number {
  let [low, high] = [values[0]!, values[0]!];
  for (const value of values) {
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return (low + high) / 2;
}

function toLine(x: Float64Array, y: Float64Array, px: number, py: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let v = 0; v + 1 < x.length; v++) least = Math.min(least, toSegment(x[v]!, y[v]!, x[v + 1]!, y[v + 1]!, px, py));
  return least;
}

export function noFrontages(count: number): Frontages {
  return {
    edge: new Int32Array(count).fill(-1),
    alongM: new Float64Array(count),
    setBackM: new Float64Array(count).fill(Number.NaN),
  };
}
