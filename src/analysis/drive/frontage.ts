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

/**
 * The same places after roads were closed or opened: only those whose road went, or that an opened road is nearer to, move.
 * @param was the edges that could be driven before (1), @param now those that can be driven
 */
export function movedFrontages(
  { graph, index }: RoadNetwork,
  before: Frontages,
  was: Uint8Array,
  now: Uint8Array,
  x: Float64Array,
  y: Float64Array,
  maxM: number,
): Frontages {
  const moved: Frontages = { edge: before.edge.slice(), at: before.at.slice(), snapM: before.snapM.slice() };
  const opened = (e: number): boolean => now[e] === 1 && was[e] === 0;
  const anyOpened = now.some((each, e) => each === 1 && was[e] === 0);
  for (let i = 0; i < x.length; i++) {
    const edge = before.edge[i]!;
    const gone = edge >= 0 && now[edge] === 0;
    if (!gone && !anyOpened) continue;
    const within = edge < 0 || gone ? maxM : before.snapM[i]!;
    const place = index.nearest(x[i]!, y[i]!, within, gone ? (e) => now[e] === 1 : opened);
    if (!place) {
      if (gone) {
        moved.edge[i] = -1;
        moved.at[i] = 0;
        moved.snapM[i] = Number.NaN;
      }
      continue;
    }
    if (!gone && place.snapM === before.snapM[i] && place.edge > edge) continue;
    moved.edge[i] = place.edge;
    moved.at[i] = graph.lengthM[place.edge]! > 0 ? place.alongM / graph.lengthM[place.edge]! : 0;
    moved.snapM[i] = place.snapM;
  }
  return moved;
}
