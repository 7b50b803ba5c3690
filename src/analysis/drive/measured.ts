import type { Seed } from '../../network/first-due';
import { routeTo } from '../../network/routes';
import type { Places } from '../places';
import type { DriveSearch } from './analyse';
import type { Arrivals } from './arrivals';
import type { Frontages } from './frontage';
import { pointOnEdge } from './road-network';
import type { DriveSettings } from './settings';

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
  { network, costs, seeds, labels }: DriveSearch,
  stations: Places<unknown>,
  targets: readonly { readonly frontages: Frontages; readonly first: Arrivals }[],
  { by }: DriveSettings,
): Measured {
  const { graph } = network;
  const offsets = new Map(seeds.map(({ source, offset }) => [source, offset]));
  let [roadM, straightM, drivenS] = [0, 0, 0];
  for (const { frontages } of targets.slice(0, 1))
    for (let i = 0; i < frontages.edge.length; i++) {
      const [edge, at] = [frontages.edge[i]!, frontages.at[i]!];
      const route = edge < 0 ? null : routeTo(graph, costs, labels, seeds as Seed[], edge, at);
      if (!route || route.lengthM < SHORTEST_M) continue;
      const [x, y] = pointOnEdge(graph, edge, at);
      roadM += route.lengthM;
      straightM += Math.hypot(x - stations.x[route.source]!, y - stations.y[route.source]!);
      drivenS += route.cost - offsets.get(route.source)!;
    }
  return {
    detourFactor: straightM > 0 ? roadM / straightM : null,
    meanSpeedKmh: by === 'minutes' && drivenS > 0 ? (roadM / drivenS) * 3.6 : null,
  };
}
