import { type Issue, issueOf } from '../../base/issue';
import { fail, ok, type Result } from '../../base/result';
import type { FireStation } from '../../model/entities/fire-station';
import { type ArcCosts, lengthCosts, timeCosts } from '../../network/costs';
import type { Labels, Seed } from '../../network/first-due';
import { sumReach } from '../../network/reach';
import { type Places, placesOf } from '../places';
import type { ReachShare } from '../response/answer';
import type { DriveAnswer, DriveReach, DriveStation, FirstDueShare, TargetShares } from './answer';
import { type Arrivals, arrivalsAt, secondArrivals } from './arrivals';
import { type Frontages, frontagesOf } from './frontage';
import { latePlaces } from './late-places';
import { measureNetwork } from './measured';
import { networkReport, type RoadNetwork } from './road-network';
import { checkSettings, type DriveSettings, engineSpeed } from './settings';

/** Stations farther from any road than this take no part: they stand on no network. */
const FARTHEST_SNAP_M = 1000;
/** A way to the road longer than this is said. */
const LONG_SNAP_M = 100;

/** What arrival is asked for besides roads; kinds left out are not counted. */
export interface DriveTargets {
  readonly buildings?: Places<unknown>;
  readonly keyUnits?: Places<unknown>;
  readonly incidents?: Places<unknown>;
}
export const DRIVE_TARGETS = ['buildings', 'keyUnits', 'incidents'] as const;
type TargetKind = (typeof DRIVE_TARGETS)[number];

/** A search done: who comes first where, at what cost (seconds or metres). */
export interface DriveSearch {
  readonly network: RoadNetwork;
  readonly costs: ArcCosts;
  readonly seeds: readonly Seed[];
  readonly labels: Labels;
}

/** Where one kind of target is and when the first and second station come there. */
interface TargetArrivals {
  readonly kind: TargetKind;
  readonly places: Places<unknown>;
  readonly frontages: Frontages;
  readonly first: Arrivals;
  readonly secondCost: Float64Array;
}

/**
 * Reach of stations along the roads: length, targets and first-due shares within thresholds; edges count to the metre.
 * Issues: `drive.settings`, `drive.noRoads`, `response.noStation`, `drive.stationsOffRoad`.
 */
export function analyseDrive(
  network: RoadNetwork,
  stations: readonly FireStation[],
  targets: DriveTargets,
  settings: DriveSettings,
): Result<DriveAnswer> {
  const checked = checkSettings(settings);
  if (!checked.ok) return checked;
  if (network.graph.from.length === 0) return fail(issueOf('drive.noRoads'));
  if (stations.length === 0) return fail(issueOf('response.noStation'));
  const costs = driveCosts(network, settings);
  const placed = placeStations(network, costs, stations, settings);
  if (placed.seeds.length === 0) return fail(issueOf('drive.stationsOffRoad', { metres: FARTHEST_SNAP_M }));
  const arrivals = targetArrivals(network, costs, placed.seeds, targets, settings);
  // The targets' searches share their arrays: the one for everything comes last.
  const labels = network.search.run(costs, placed.seeds);
  const search: DriveSearch = { network, costs, seeds: placed.seeds, labels };
  const limits = settings.thresholds.map((threshold) => threshold * unitOf(settings));
  const sums = sumReach(
    network.graph,
    costs,
    labels,
    placed.seeds,
    [...limits, Number.POSITIVE_INFINITY],
    stations.length,
  );
  const report = networkReport(network);
  const places = latePlaces(
    search,
    stations.map(({ id }) => id),
    unitOf(settings),
  );
  return ok({
    settings,
    network: report,
    stations: placed.stations,
    reach: settings.thresholds.map(
      (threshold, k): DriveReach => ({
        threshold,
        roadLengthM: sums.lengthM[k]!,
        share: sums.lengthM[k]! / report.lengthM,
        ...sharesOf(arrivals, ({ first }) => first.cost, limits[k]!),
        second: sharesOf(arrivals, ({ secondCost }) => secondCost, limits[k]!),
      }),
    ),
    firstDue: firstDueOf(stations, arrivals, sums.firstDueM.subarray(limits.length * stations.length), settings),
    unreachedM: report.lengthM - sums.lengthM[limits.length]!,
    worst: places,
    ...measureNetwork(search, placesOf<'fireStation'>(stations, network.projection), arrivals, settings),
    issues: placed.issues,
  });
}

/** The search alone, for drawing: who comes first where. Stations without a road near take no part. */
export function searchFrom(
  network: RoadNetwork,
  stations: readonly FireStation[],
  settings: DriveSettings,
): DriveSearch {
  const costs = driveCosts(network, settings);
  const { seeds } = placeStations(network, costs, stations, settings);
  return { network, costs, seeds, labels: network.search.run(costs, seeds) };
}

/** Seconds per minute, or metres per metre: thresholds in the unit of the costs. */
export function unitOf({ by }: DriveSettings): number {
  return by === 'minutes' ? 60 : 1;
}

function driveCosts({ graph, roads }: RoadNetwork, settings: DriveSettings): ArcCosts {
  const options = { oneWay: settings.oneWay, closed: new Set(settings.closedRoadIds ?? []) };
  return settings.by === 'minutes'
    ? timeCosts(graph, roads, options, (road) => engineSpeed(road, settings))
    : lengthCosts(graph, roads, options, (road) => engineSpeed(road, settings) > 0);
}

/** What a metre off the road costs: the speed of the road that it leads to, or the metre itself; nothing when not added. */
function snapCostOf({ graph, roads }: RoadNetwork, settings: DriveSettings): (edge: number) => number {
  if (!settings.addSnap) return () => 0;
  if (settings.by === 'metres') return () => 1;
  return (edge) => 3.6 / engineSpeed(roads[graph.road[edge]!]!, settings);
}

function placeStations(
  network: RoadNetwork,
  costs: ArcCosts,
  stations: readonly FireStation[],
  settings: DriveSettings,
): { seeds: Seed[]; stations: DriveStation[]; issues: Issue[] } {
  const { x, y } = placesOf<'fireStation'>(stations, network.projection);
  const { edge, at, snapM } = frontagesOf(network, costs, x, y, FARTHEST_SNAP_M);
  const snapCost = snapCostOf(network, settings);
  const turnout = settings.by === 'minutes' ? settings.turnoutS : 0;
  const seeds: Seed[] = [];
  const issues: Issue[] = [];
  const placed = stations.map(({ id, name = id }, source): DriveStation => {
    const station = name;
    if (edge[source]! < 0) {
      issues.push(issueOf('drive.stationOffRoad', { station, metres: FARTHEST_SNAP_M }, 'warning'));
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

function targetArrivals(
  network: RoadNetwork,
  costs: ArcCosts,
  seeds: readonly Seed[],
  targets: DriveTargets,
  settings: DriveSettings,
): TargetArrivals[] {
  const kinds = DRIVE_TARGETS.flatMap((kind) => {
    const places = targets[kind];
    return places
      ? [{ kind, places, frontages: frontagesOf(network, costs, places.x, places.y, settings.frontageM) }]
      : [];
  });
  const snapCost = snapCostOf(network, settings);
  const arrive = (from: readonly Seed[]): Arrivals[] => {
    const labels = network.search.run(costs, from);
    return kinds.map(({ frontages }) => arrivalsAt(network, costs, labels, from, frontages, snapCost));
  };
  const first = arrive(seeds);
  const ofEach = kinds.length > 0 && seeds.length > 1 ? seeds.map((seed) => ({ seed, arrivals: arrive([seed]) })) : [];
  return kinds.map((kind, k) => ({
    ...kind,
    first: first[k]!,
    secondCost: secondArrivals(
      ofEach.map(({ seed, arrivals }) => ({ source: seed.source, cost: arrivals[k]!.cost })),
      first[k]!,
    ),
  }));
}

function sharesOf(
  arrivals: readonly TargetArrivals[],
  costOf: (of: TargetArrivals) => Float64Array,
  limit: number,
): TargetShares {
  return Object.fromEntries(
    arrivals.map((of): [TargetKind, ReachShare] => {
      const total = of.places.x.length;
      const within = costOf(of).reduce((sum, cost) => sum + (cost <= limit ? 1 : 0), 0);
      return [of.kind, { total, within, share: total > 0 ? within / total : 0 }];
    }),
  );
}

function firstDueOf(
  stations: readonly FireStation[],
  arrivals: readonly TargetArrivals[],
  lengths: Float64Array,
  settings: DriveSettings,
): FirstDueShare[] {
  return stations.map(({ id, name = id }, source) => {
    const counts = arrivals.map(({ kind, first }) => [kind, first.source.filter((each) => each === source).length]);
    const latest = arrivals
      .flatMap(({ first }) => Array.from(first.cost.filter((_, i) => first.source[i] === source)))
      .reduce((late, cost) => Math.max(late, cost), Number.NEGATIVE_INFINITY);
    return {
      stationId: id,
      name,
      roadLengthM: lengths[source]!,
      ...Object.fromEntries(counts),
      latest: Number.isFinite(latest) ? latest / unitOf(settings) : null,
    };
  });
}
