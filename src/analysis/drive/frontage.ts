import type { ArcCosts } from '../../network/costs';
import type { RoadNetwork } from './road-network';

/** Where places front a road: edge −1 where no road is near. */
export interface Frontages {
  readonly edge: Int32Array;
  /** 0…1 along the edge. */
  readonly at: Float64Array;
  /** From the place to the road, metres. */
  readonly snapM: Float64Array;
}

/** The nearest road that may be driven, for each place. */
export function frontagesOf(
  { graph, index }: RoadNetwork,
  costs: ArcCosts,
  x: Float64Array,
  y: Float64Array,
  maxM: number,
): Frontages {
  const edge = new Int32Array(x.length).fill(-1);
  const at = new Float64Array(x.length);
  const snapM = new Float64Array(x.length).fill(Number.NaN);
  const usable = (e: number): boolean => Number.isFinite(costs[2 * e]!) || Number.isFinite(costs[2 * e + 1]!);
  for (let i = 0; i < x.length; i++) {
    const place = index.nearest(x[i]!, y[i]!, maxM, usable);
    if (!place) continue;
    edge[i] = place.edge;
    at[i] = graph.lengthM[place.edge]! > 0 ? place.alongM / graph.lengthM[place.edge]! : 0;
    snapM[i] = place.snapM;
  }
  return { edge, at, snapM };
}
