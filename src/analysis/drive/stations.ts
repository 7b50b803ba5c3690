import { type Issue, issueOf } from '../../base/issue';
import type { FireStation } from '../../model/entities/fire-station';
import type { ArcCosts } from '../../network/costs';
import type { Seed } from '../../network/first-due';
import { placesOf } from '../places';
import type { DriveStation } from './answer';
import { snapCostOf } from './costs';
import { frontagesOf } from './frontage';
import type { RoadNetwork } from './road-network';
import type { DriveSettings } from './settings';

/** Stations farther from any road than this take no part: they stand on no network. */
export const FARTHEST_SNAP_M = 1000;
/** A way to the road longer than this is said. */
export const LONG_SNAP_M = 100;

interface PlacedStations {
  readonly seeds: Seed[];
  readonly stations: DriveStation[];
  readonly issues: Issue[];
}

/** Puts stations on the network: where each search begins, and what is wrong with a station's place. */
export function placeStations(
  network: RoadNetwork,
  costs: ArcCosts,
  stations: readonly FireStation[],
  settings: DriveSettings,
  farthestM = FARTHEST_SNAP_M,
): PlacedStations {
  const { x, y } = placesOf<'fireStation'>(stations, network.projection);
  const { edge, at, snapM } = frontagesOf(network, costs, x, y, farthestM);
  const snapCost = snapCostOf(network, settings);
  const turnout = settings.by === 'minutes' ? settings.turnoutS : 0;
  const seeds: Seed[] = [];
  const issues: Issue[] = [];
  const placed = stations.map(({ id, name = id }, source): DriveStation => {
    const station = name;
    if (edge[source]! < 0) {
      issues.push(issueOf('drive.stationOffRoad', { station, metres: farthestM }, 'warning'));
      return { id, name, snapM: null };
    }
    const metres = Math.round(snapM[source]!);
    if (snapM[source]! > LONG_SNAP_M) issues.push(issueOf('drive.stationFar', { station, metres }, 'warning'));
    if (network.graph.component[network.graph.from[edge[source]!]!]! > 0)
      issues.push(issueOf('drive.stationApart', { station }, 'warning'));
    const offset = turnout + snapM[source]! * snapCost(edge[source]!);
    seeds.push({ edge: edge[source]!, at: at[source]!, offset, source });
    return { id, name, snapM: snapM[source]! };
  });
  return { seeds, stations: placed, issues };
}
