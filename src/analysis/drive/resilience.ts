import { issueOf } from '../../base/issue';
import { fail, ok, type Result } from '../../base/result';
import type { FireStation } from '../../model/entities/fire-station';
import { profileById } from '../../model/standards/profiles';
import { cheapestWay, NO_WAY } from '../../network/approach';
import type { ArcCosts } from '../../network/costs';
import type { Seed } from '../../network/first-due';
import { seedsByEdge } from '../../network/reach';
import { snapCostOf, unitOf } from './costs';
import { type Frontages, frontagesOf } from './frontage';
import { arrivalLimitOf } from './limit';
import { loadOfRoads } from './road-load';
import type { DriveSession } from './session';
import type { DriveSettings } from './settings';
import { LONG_SNAP_M, placeStations } from './stations';
import type { TargetKind } from './targets';

/** What one station off the run, or one road cut, takes away. */
export interface Loss {
  readonly type: 'fireStation' | 'roadSegment';
  readonly id: string;
  readonly name: string;
  readonly bridge: boolean;
  /** Targets that were reached in time and no longer are. */
  readonly lost: number;
}

export interface ResilienceAnswer {
  readonly kind: TargetKind;
  readonly total: number;
  /** Reached in time while nothing is missing. */
  readonly within: number;
  /** Minutes or metres. */
  readonly limit: number;
  /** The worst first; every station, every bridge that loses any, and the ten worst of all roads. */
  readonly losses: readonly Loss[];
  /** How many roads had to be tried; the others cannot lose more than those named. */
  readonly tried: number;
}

const NAMED = 10;

/**
 * Which loss hurts most. A road can lose at most the targets whose way leads over it, so roads are tried in the order of
 * that bound and the search ends when the bound falls below the tenth worst: the ranking is exact without trying all.
 * A generator of progress (0…1), so that the caller can pause and stop. Issues: those of `DriveSession.search`, `drive.noTargets`.
 */
export function* rankLosses(
  session: DriveSession,
  stations: readonly FireStation[],
  settings: DriveSettings,
): Generator<number, Result<ResilienceAnswer>> {
  const trial = Trial.of(session, stations, settings);
  if (!trial.ok) return trial;
  const { value } = trial;
  const losses: Loss[] = [];
  for (const [k, station] of stations.entries()) {
    losses.push({
      type: 'fireStation',
      id: station.id,
      name: station.name ?? station.id,
      bridge: false,
      lost: value.withoutStation(k),
    });
    yield 0.1;
  }
  const roads = value.bounds();
  let tried = 0;
  for (const [k, { road, bound }] of roads.entries()) {
    const worst = losses.filter(({ type }) => type === 'roadSegment').sort(byLoss)[NAMED - 1]?.lost ?? 0;
    const { id, name = id, bridge = false } = session.network.roads[road]!;
    if (bound <= worst && !bridge) continue;
    const lost = value.withoutRoad(road);
    tried++;
    if (lost > 0) losses.push({ type: 'roadSegment', id, name, bridge, lost });
    yield 0.1 + (0.9 * (k + 1)) / roads.length;
  }
  const ranked = losses.sort(byLoss);
  const roadsNamed = ranked.filter(({ type }) => type === 'roadSegment').slice(0, NAMED);
  return ok({
    kind: value.kind,
    total: value.total,
    within: value.within,
    limit: value.limit,
    losses: ranked.filter((loss) => loss.type === 'fireStation' || loss.bridge || roadsNamed.includes(loss)),
    tried,
  });
}

function byLoss(a: Loss, b: Loss): number {
  return b.lost - a.lost || a.id.localeCompare(b.id);
}

interface Base {
  readonly session: DriveSession;
  readonly stations: readonly FireStation[];
  readonly settings: DriveSettings;
  readonly costs: ArcCosts;
  readonly seeds: readonly Seed[];
  readonly fronts: Frontages;
  /** Targets reached in time. */
  readonly inTime: Int32Array;
  readonly kind: TargetKind;
  readonly limit: number;
}

/** The state with nothing missing, and what is left when something is. */
class Trial {
  private constructor(private readonly base: Base) {}

  static of(session: DriveSession, stations: readonly FireStation[], settings: DriveSettings): Result<Trial> {
    const arrivals = session.targetArrivals(stations, settings);
    if (!arrivals.ok) return arrivals;
    const basis = arrivals.value[0];
    if (!basis) return fail(issueOf('drive.noTargets'));
    const search = session.search(stations, settings);
    if (!search.ok) return search;
    const { costs, seeds } = search.value;
    const { kind, frontages: fronts, first } = basis;
    const limit = limitOf(settings);
    const inTime = Int32Array.from(first.cost.keys()).filter((i) => first.cost[i]! <= limit * unitOf(settings));
    return ok(new Trial({ session, stations, settings, costs, seeds, fronts, inTime, kind, limit }));
  }

  get kind(): TargetKind {
    return this.base.kind;
  }

  get limit(): number {
    return this.base.limit;
  }

  get total(): number {
    return this.base.fronts.edge.length;
  }

  get within(): number {
    return this.base.inTime.length;
  }

  withoutStation(source: number): number {
    const { seeds, costs, fronts } = this.base;
    const others = seeds.filter((seed) => seed.source !== source);
    return others.length === seeds.length ? 0 : this.lost(costs, others, fronts);
  }

  withoutRoad(road: number): number {
    const { network } = this.base.session;
    const costs = this.base.costs.slice();
    for (let e = 0; e < network.graph.from.length; e++)
      if (network.graph.road[e] === road) costs[2 * e] = costs[2 * e + 1] = Number.POSITIVE_INFINITY;
    return this.lost(costs, this.seedsOff(road, costs), this.frontsOff(road, costs));
  }

  /** Roads that ways in time lead over, with how many; the most first. */
  bounds(): { readonly road: number; readonly bound: number }[] {
    const { session, costs, seeds, fronts, inTime } = this.base;
    const { network } = session;
    const labels = network.search.run(costs, seeds);
    const perEdge = loadOfRoads(network.graph, costs, labels, seeds, fronts.edge, fronts.at, inTime);
    const perRoad = new Map<number, number>();
    for (let e = 0; e < perEdge.length; e++) {
      const road = network.graph.road[e]!;
      if (perEdge[e]! > 0) perRoad.set(road, (perRoad.get(road) ?? 0) + perEdge[e]!);
    }
    return [...perRoad].map(([road, bound]) => ({ road, bound })).sort((a, b) => b.bound - a.bound || a.road - b.road);
  }

  private lost(costs: ArcCosts, seeds: readonly Seed[], fronts: Frontages): number {
    const { settings, inTime, session } = this.base;
    const { network } = session;
    const limit = this.limit * unitOf(settings);
    const labels = network.search.run(costs, seeds, limit);
    const seedsOn = seedsByEdge(seeds);
    const snapCost = snapCostOf(network, settings);
    const way = { ...NO_WAY };
    let lost = 0;
    for (const i of inTime) {
      const e = fronts.edge[i]!;
      if (e >= 0) cheapestWay(network.graph, costs, labels, seedsOn.get(e), e, fronts.at[i]!, way);
      if (e < 0 || !(way.cost + fronts.snapM[i]! * snapCost(e) <= limit)) lost++;
    }
    return lost;
  }

  /** A station whose own road is cut drives out onto another one that it stands on, if there is any. */
  private seedsOff(road: number, costs: ArcCosts): readonly Seed[] {
    const { session, stations, settings, seeds } = this.base;
    const { network } = session;
    const stands = seeds.some(({ edge }) => network.graph.road[edge] === road);
    return stands ? placeStations(network, costs, stations, settings, LONG_SNAP_M).seeds : seeds;
  }

  /** Targets on the road that is cut front on the next one. */
  private frontsOff(road: number, costs: ArcCosts): Frontages {
    const { session, fronts: before, inTime, settings } = this.base;
    const { network, places } = session;
    const { edge, at, snapM } = before;
    const moved = Array.from(inTime).filter((i) => network.graph.road[edge[i]!] === road);
    if (moved.length === 0) return before;
    const { x, y } = places[this.kind]!;
    const pick = (values: Float64Array): Float64Array => Float64Array.from(moved, (i) => values[i]!);
    const next = frontagesOf(network, costs, pick(x), pick(y), settings.frontageM);
    const fronts = { edge: edge.slice(), at: at.slice(), snapM: snapM.slice() };
    for (const [k, i] of moved.entries()) {
      fronts.edge[i] = next.edge[k]!;
      fronts.at[i] = next.at[k]!;
      fronts.snapM[i] = next.snapM[k]!;
    }
    return fronts;
  }
}

/** The clause's minutes, else the largest threshold. */
function limitOf(settings: DriveSettings): number {
  const clause = settings.by === 'minutes' ? arrivalLimitOf(profileById(settings.profileId)) : null;
  return clause?.minutes ?? Math.max(...settings.thresholds);
}
