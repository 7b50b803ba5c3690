import { issueOf } from '../../base/issue';
import { fail, ok, type Result } from '../../base/result';
import type { FireStation } from '../../model/entities/fire-station';
import { profileById } from '../../model/standards/profiles';
import type { ArcCosts } from '../../network/costs';
import type { Labels, Seed } from '../../network/first-due';
import { sumReach } from '../../network/reach';
import { placesOf } from '../places';
import type { DriveAnswer, DriveReach } from './answer';
import { type Arrivals, arrivalsAt, firstArrivals, secondArrivals } from './arrivals';
import { driveCosts, snapCostOf, unitOf } from './costs';
import { type Frontages, frontagesOf, movedFrontages } from './frontage';
import { latePlaces } from './late-places';
import { arrivalLimitOf } from './limit';
import { measureNetwork } from './measured';
import { Last } from './memo';
import { networkReport, type RoadNetwork } from './road-network';
import { checkSettings, type DriveSettings } from './settings';
import { firstDueOf, sharesOf } from './shares';
import { FARTHEST_SNAP_M, placeStations } from './stations';
import { DRIVE_TARGETS, type DriveTargets, type TargetArrivals, type TargetKind } from './targets';

/** A search done: who comes first where, at what cost (seconds or metres). */
export interface DriveSearch {
  readonly network: RoadNetwork;
  readonly costs: ArcCosts;
  readonly seeds: readonly Seed[];
  /** Good until the network is searched again. */
  readonly labels: Labels;
}

interface TargetPlaces {
  readonly kind: TargetKind;
  readonly frontages: Frontages;
}

interface Fronts {
  readonly targets: DriveTargets;
  readonly frontageM: number;
  readonly usable: Uint8Array;
  readonly list: readonly TargetPlaces[];
}

interface Prepared {
  readonly costs: ArcCosts;
  readonly placed: ReturnType<typeof placeStations>;
}

/** What one station alone reaches, kept while neither it nor the streets change. */
interface Alone {
  readonly source: number;
  readonly costs: readonly Float64Array[];
}

/**
 * Drive-time answers over one network and one set of targets, asked again and again: what a question shares with the
 * one before (costs, frontages, the searches of stations that did not move) is kept, so that dragging a station or
 * closing a road costs only what changed.
 */
export class DriveSession {
  private readonly costs = new Last<ArcCosts>();
  private readonly usable = new Last<Uint8Array>();
  private readonly fronts = new Last<Fronts>();
  private alone: { of: readonly unknown[]; bySeed: Map<string, Alone> } = { of: [], bySeed: new Map() };

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
    const arrivals = this.arrivals(placed.seeds, settings);
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
    return ready.ok ? ok(this.arrivals(ready.value.placed.seeds, settings)) : ready;
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

  /** Where targets front the roads that may be driven; kept while the same roads may. */
  private placesOf(settings: DriveSettings): readonly TargetPlaces[] {
    const costs = this.costsOf(settings);
    const usable = this.usable.of([costs], (before) => {
      const now = usableEdges(costs);
      return before && now.every((each, e) => each === before[e]) ? before : now;
    });
    const { targets, network } = this;
    const { frontageM } = settings;
    return this.fronts.of([usable, targets, frontageM], (before) => {
      const same = before?.targets === targets && before.frontageM === frontageM;
      const list = DRIVE_TARGETS.flatMap((kind) => {
        const at = targets[kind];
        if (!at) return [];
        const old = same ? before.list.find((each) => each.kind === kind) : undefined;
        const frontages = old
          ? movedFrontages(network, old.frontages, before!.usable, usable, at.x, at.y, frontageM)
          : frontagesOf(network, costs, at.x, at.y, frontageM);
        return [{ kind, frontages }];
      });
      return { targets, frontageM, usable, list };
    }).list;
  }

  private arrivals(seeds: readonly Seed[], settings: DriveSettings): TargetArrivals[] {
    const places = this.placesOf(settings);
    const ofEach = this.aloneOf(seeds, settings, places);
    return places.map(({ kind, frontages }, k) => {
      const each = ofEach.map(({ source, costs }) => ({ source, cost: costs[k]! }));
      const first: Arrivals = firstArrivals(each, frontages.edge.length);
      return { kind, places: this.targets[kind]!, frontages, first, secondCost: secondArrivals(each, first) };
    });
  }

  private aloneOf(seeds: readonly Seed[], settings: DriveSettings, places: readonly TargetPlaces[]): Alone[] {
    const costs = this.costsOf(settings);
    const of = [costs, places, settings.addSnap];
    const kept = of.every((part, i) => part === this.alone.of[i]) ? this.alone.bySeed : new Map<string, Alone>();
    const snapCost = snapCostOf(this.network, settings);
    const bySeed = new Map<string, Alone>();
    const list = seeds.map((seed): Alone => {
      const key = `${seed.edge} ${seed.at} ${seed.offset}`;
      const known = kept.get(key);
      const costsOf = known?.costs ?? this.reachAlone(seed, costs, places, snapCost);
      const alone = { source: seed.source, costs: costsOf };
      bySeed.set(key, alone);
      return alone;
    });
    this.alone = { of, bySeed };
    return list;
  }

  private reachAlone(
    seed: Seed,
    costs: ArcCosts,
    places: readonly TargetPlaces[],
    snapCost: (edge: number) => number,
  ): Float64Array[] {
    if (places.length === 0) return [];
    const labels = this.network.search.run(costs, [seed]);
    return places.map(({ frontages }) => arrivalsAt(this.network, costs, labels, [seed], frontages, snapCost).cost);
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

function usableEdges(costs: ArcCosts): Uint8Array {
  return Uint8Array.from({ length: costs.length / 2 }, (_, e) =>
    Number.isFinite(costs[2 * e]!) || Number.isFinite(costs[2 * e + 1]!) ? 1 : 0,
  );
}
