import { issueOf } from '../../base/issue';
import { fail, ok, type Result } from '../../base/result';
import type { FireStation } from '../../model/entities/fire-station';
import { profileById } from '../../model/standards/profiles';
import type { ArcCosts } from '../../network/costs';
import type { Labels, Seed } from '../../network/first-due';
import { sumReach } from '../../network/reach';
import { placesOf } from '../places';
import type { DriveAnswer, DriveReach } from './answer';
import { driveCosts, unitOf } from './costs';
import { latePlaces } from './late-places';
import { arrivalLimitOf } from './limit';
import { measureNetwork } from './measured';
import { Last } from './memo';
import { networkReport, type RoadNetwork } from './road-network';
import { checkSettings, type DriveSettings } from './settings';
import { firstDueOf, sharesOf } from './shares';
import { FARTHEST_SNAP_M, placeStations } from './stations';
import { TargetCache } from './target-cache';
import type { DriveTargets, TargetArrivals } from './targets';

/** A search done: who comes first where, at what cost (seconds or metres). */
export interface DriveSearch {
  readonly network: RoadNetwork;
  readonly costs: ArcCosts;
  readonly seeds: readonly Seed[];
  /** Good until the network is searched again. */
  readonly labels: Labels;
}

interface Prepared {
  readonly costs: ArcCosts;
  readonly placed: ReturnType<typeof placeStations>;
}

/**
 * Drive-time answers over one network and one set of targets, asked again and again: what a question shares with the
 * one before (costs, frontages, the searches of stations that did not move) is kept, so that dragging a station or
 * closing a road costs only what changed.
 */
export class DriveSession {
  private readonly costs = new Last<ArcCosts>();
  private readonly arrived = new TargetCache();

  constructor(
    private roads: RoadNetwork,
    private targets: DriveTargets,
    /** 1 for the edges whose length counts, such as those in the district; absent = all. */
    private readonly counted?: Uint8Array,
  ) {}

  get network(): RoadNetwork {
    return this.roads;
  }

  get places(): DriveTargets {
    return this.targets;
  }

  /** Takes up what was edited. @param network of the same graph: its roads may be others, their lines may not */
  update(network: RoadNetwork, targets: DriveTargets): void {
    if (network.graph !== this.roads.graph) throw new Error('Cannot update a drive session with another graph');
    this.roads = network;
    this.targets = targets;
  }

  /** Issues: `drive.settings`, `drive.noRoads`, `response.noStation`, `drive.stationsOffRoad`. */
  answer(stations: readonly FireStation[], settings: DriveSettings): Result<DriveAnswer> {
    const ready = this.prepare(stations, settings);
    if (!ready.ok) return ready;
    const { placed, costs } = ready.value;
    const { network } = this;
    const arrivals = this.arrivals(costs, placed.seeds, settings);
    const unit = unitOf(settings);
    const search = this.searchWith(costs, placed.seeds);
    const clause = settings.by === 'minutes' ? arrivalLimitOf(profileById(settings.profileId)) : null;
    const thresholds = [...settings.thresholds, ...(clause ? [clause.minutes] : [])];
    const limits = thresholds.map((threshold) => threshold * unit);
    const all = limits.length;
    const sums = sumReach(
      network.graph,
      costs,
      search.labels,
      placed.seeds,
      [...limits, Number.POSITIVE_INFINITY],
      stations.length,
      this.counted,
    );
    const report = networkReport(network);
    const drivableM = drivableLength(network, costs, this.counted);
    const reach = thresholds.map(
      (threshold, k): DriveReach => ({
        threshold,
        roadLengthM: sums.lengthM[k]!,
        share: drivableM > 0 ? sums.lengthM[k]! / drivableM : 0,
        ...sharesOf(arrivals, ({ first }) => first.cost, limits[k]!),
        second: sharesOf(arrivals, ({ secondCost }) => secondCost, limits[k]!),
      }),
    );
    return ok({
      settings,
      network: report,
      stations: placed.stations,
      reach: reach.slice(0, settings.thresholds.length),
      limit: clause ? { ...clause, reach: reach[all - 1]! } : null,
      firstDue: firstDueOf(stations, arrivals, sums.firstDueM.subarray(all * stations.length), unit),
      drivableM,
      unreachedM: Math.max(0, drivableM - sums.lengthM[all]!),
      reached: sharesOf(arrivals, ({ first }) => first.cost, Number.POSITIVE_INFINITY),
      worst: latePlaces(
        search,
        stations.map(({ id }) => id),
        unit,
        this.counted,
      ),
      ...measureNetwork(search, placesOf<'fireStation'>(stations, network.projection), arrivals[0], settings),
      issues: placed.issues,
    });
  }

  /** Who comes first where. The labels are good until the session is asked again. */
  search(stations: readonly FireStation[], settings: DriveSettings): Result<DriveSearch> {
    const ready = this.prepare(stations, settings);
    return ready.ok ? ok(this.searchWith(ready.value.costs, ready.value.placed.seeds)) : ready;
  }

  /** When the first and second station come to each target. */
  targetArrivals(stations: readonly FireStation[], settings: DriveSettings): Result<readonly TargetArrivals[]> {
    const ready = this.prepare(stations, settings);
    return ready.ok ? ok(this.arrivals(ready.value.costs, ready.value.placed.seeds, settings)) : ready;
  }

  private prepare(stations: readonly FireStation[], settings: DriveSettings): Result<Prepared> {
    const checked = checkSettings(settings);
    if (!checked.ok) return checked;
    if (this.network.graph.from.length === 0) return fail(issueOf('drive.noRoads'));
    if (stations.length === 0) return fail(issueOf('response.noStation'));
    const costs = this.costsOf(settings);
    const placed = placeStations(this.network, costs, stations, settings);
    if (placed.seeds.length === 0) return fail(issueOf('drive.stationsOffRoad', { metres: FARTHEST_SNAP_M }));
    return ok({ costs, placed });
  }

  private searchWith(costs: ArcCosts, seeds: readonly Seed[]): DriveSearch {
    return { network: this.network, costs, seeds, labels: this.network.search.run(costs, seeds) };
  }

  private arrivals(costs: ArcCosts, seeds: readonly Seed[], settings: DriveSettings): TargetArrivals[] {
    return this.arrived.arrivals({ network: this.network, targets: this.targets, costs, seeds, settings });
  }

  private costsOf(settings: DriveSettings): ArcCosts {
    const { by, speedFactor, oneWay, roadSpeeds, speedKmh, closedRoadIds } = settings;
    const parts = [
      this.network.roads,
      by,
      speedFactor,
      oneWay,
      roadSpeeds,
      JSON.stringify(speedKmh),
      closedRoadIds?.join(' '),
    ];
    return this.costs.of(parts, () => driveCosts(this.network, settings));
  }
}

/** Length of the roads that engines may drive at least one way, metres. */
function drivableLength({ graph }: RoadNetwork, costs: ArcCosts, counted?: Uint8Array): number {
  let sum = 0;
  for (let e = 0; e < graph.from.length; e++)
    if (counted?.[e] !== 0 && (Number.isFinite(costs[2 * e]!) || Number.isFinite(costs[2 * e + 1]!)))
      sum += graph.lengthM[e]!;
  return sum;
}
