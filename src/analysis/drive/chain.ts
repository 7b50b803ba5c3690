import type { LonLat } from '../../base/coordinates';
import type { FireStation } from '../../model/entities/fire-station';
import { profileById } from '../../model/standards/profiles';
import { type Route, routeTo } from '../../network/routes';
import { snapCostOf, unitOf } from './costs';
import type { EdgeLines } from './edge-lines';
import { type ArrivalLimit, arrivalLimitOf } from './limit';
import type { DriveSearch } from './session';
import type { DriveSettings } from './settings';

/** An engine's way to a place, step by step. */
export interface Run {
  readonly stationId: string;
  readonly name: string;
  /** 0 when the settings measure by metres. */
  readonly turnoutS: number;
  /** Seconds of driving; null when the settings measure by metres. */
  readonly travelS: number | null;
  readonly lengthM: number;
  /** Minutes from the order, or metres. */
  readonly arrival: number;
  readonly line: readonly LonLat[];
}

/** Who comes to a place, when and which way, held against the code. */
export interface Chain {
  readonly place: LonLat;
  /** The road that it fronts on; null when none that may be driven is near. */
  readonly road: { readonly name: string; readonly nameEn?: string; readonly snapM: number } | null;
  readonly first: Run | null;
  readonly second: Run | null;
  readonly limit: (ArrivalLimit & { readonly passed: boolean }) | null;
}

/** @param search of all stations; the network is searched again for the second */
export function chainTo(
  search: DriveSearch,
  stations: readonly FireStation[],
  settings: DriveSettings,
  lines: EdgeLines,
  place: LonLat,
): Chain {
  const { network, costs, seeds, labels } = search;
  const [x, y] = network.projection.forward(place);
  const usable = (e: number): boolean => Number.isFinite(costs[2 * e]!) || Number.isFinite(costs[2 * e + 1]!);
  const at = network.index.nearest(x, y, settings.frontageM, usable);
  const clause = settings.by === 'minutes' ? arrivalLimitOf(profileById(settings.profileId)) : null;
  if (!at) return { place, road: null, first: null, second: null, limit: clause ? { ...clause, passed: false } : null };
  const share = at.alongM / network.graph.lengthM[at.edge]!;
  const lastCost = at.snapM * snapCostOf(network, settings)(at.edge);
  const runOf = (route: Route | null): Run | null => route && runAlong(route, stations, settings, lines, lastCost);
  const found = routeTo(network.graph, costs, labels, seeds, at.edge, share);
  const first = runOf(found);
  const others = seeds.filter(({ source }) => source !== found?.source);
  const again = others.length > 0 && found ? network.search.run(costs, others) : null;
  const second = again ? runOf(routeTo(network.graph, costs, again, others, at.edge, share)) : null;
  const road = network.roads[network.graph.road[at.edge]!]!;
  return {
    place,
    road: { name: road.name ?? '', ...(road.nameEn ? { nameEn: road.nameEn } : {}), snapM: at.snapM },
    first,
    second,
    limit: clause ? { ...clause, passed: first !== null && first.arrival <= clause.minutes } : null,
  };
}

function runAlong(
  { source, cost, lengthM, legs }: Route,
  stations: readonly FireStation[],
  settings: DriveSettings,
  lines: EdgeLines,
  lastCost: number,
): Run {
  const { id, name = id } = stations[source]!;
  const turnoutS = settings.by === 'minutes' ? settings.turnoutS : 0;
  return {
    stationId: id,
    name,
    turnoutS,
    travelS: settings.by === 'minutes' ? cost + lastCost - turnoutS : null,
    lengthM,
    arrival: (cost + lastCost) / unitOf(settings),
    line: legs.flatMap(({ edge, fromAt, toAt }, k) => lines.part(edge, fromAt, toAt).slice(k === 0 ? 0 : 1)),
  };
}
