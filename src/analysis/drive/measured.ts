import { cheapestWay, NO_WAY } from '../../network/approach';
import { pointOnEdge } from '../../network/edge-point';
import { seedsByEdge } from '../../network/reach';
import { treeLengths } from '../../network/tree-lengths';
import type { Places } from '../places';
import type { DriveSearch } from './session';
import type { DriveSettings } from './settings';
import type { TargetArrivals } from './targets';

/** A way shorter than this says more of the snapping than of the streets. */
const SHORTEST_M = 50;

interface Measured {
  readonly detourFactor: number | null;
  readonly meanSpeedKmh: number | null;
}

/**
 * The detour factor λ and the mean speed that this network has, over the ways from stations to what each reaches first.
 * Sums, not means of ratios: a block next door must not weigh as much as the far end of the district.
 */
export function measureNetwork(
  { network: { graph }, costs, seeds, labels }: DriveSearch,
  stations: Places<unknown>,
  targets: TargetArrivals | undefined,
  { by }: DriveSettings,
): Measured {
  if (!targets) return { detourFactor: null, meanSpeedKmh: null };
  const { edge, at } = targets.frontages;
  const lengths = treeLengths(graph, labels, seeds);
  const offsets = new Map(seeds.map(({ source, offset }) => [source, offset]));
  const seedsOn = seedsByEdge(seeds);
  const way = { ...NO_WAY };
  let [roadM, straightM, drivenS] = [0, 0, 0];
  for (let i = 0; i < edge.length; i++) {
    const e = edge[i]!;
    if (e < 0 || cheapestWay(graph, costs, labels, seedsOn.get(e), e, at[i]!, way).source < 0) continue;
    const lastM = Math.abs(at[i]! - way.fromAt) * graph.lengthM[e]!;
    const wayM = lastM + (way.node < 0 ? 0 : lengths[way.node]!);
    if (wayM < SHORTEST_M) continue;
    const [x, y] = pointOnEdge(graph, e, at[i]!);
    roadM += wayM;
    straightM += Math.hypot(x - stations.x[way.source]!, y - stations.y[way.source]!);
    drivenS += way.cost - offsets.get(way.source)!;
  }
  return {
    detourFactor: straightM > 0 ? roadM / straightM : null,
    meanSpeedKmh: by === 'minutes' && drivenS > 0 ? (roadM / drivenS) * 3.6 : null,
  };
}
