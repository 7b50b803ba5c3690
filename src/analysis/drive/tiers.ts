import type { LonLat } from '../../base/coordinates';
import type { MicroStation } from '../../model/entities/micro-station';
import type { VolunteerBrigade } from '../../model/entities/volunteer-brigade';
import { ruleOf } from '../../model/standards/profile';
import { profileById } from '../../model/standards/profiles';
import { type ArcCosts, lengthCosts } from '../../network/costs';
import type { Seed } from '../../network/first-due';
import { routeTo } from '../../network/routes';
import { placesOf } from '../places';
import type { Chain } from './chain';
import { driveCosts } from './costs';
import { frontagesOf } from './frontage';
import type { RoadNetwork } from './road-network';
import type { DriveSettings } from './settings';

/** Who comes to a place, from the unit's own team to the second station (the 1-3-5 rule: 1, 3 and 5 minutes). */
export type Tier = 'unit' | 'micro' | 'brigade' | 'station' | 'second';

export interface TierArrival {
  readonly tier: Tier;
  readonly id: string;
  readonly name: string;
  /** From the order, seconds. */
  readonly arrivalS: number;
  readonly lengthM: number;
  /** What the rule asks of this tier, seconds; null where it asks nothing. */
  readonly limitS: number | null;
  /** A micro station that does not answer the command centre's call. */
  readonly offline?: boolean;
}

export interface NearForces {
  readonly microStations: readonly MicroStation[];
  readonly brigades: readonly VolunteerBrigade[];
}

/** A unit's own team stands no farther away than this, as the crow flies. */
const OWN_TEAM_M = 150;
const WALK_KMH = 5;
const UNIT_LIMIT_S = 60;
/** Forces farther from any road than this take no part. */
const SNAP_M = 300;

/** The first of each tier at a place, by arrival. @param chain of the stations to the same place, in minutes */
export function tiersTo(
  network: RoadNetwork,
  forces: NearForces,
  settings: DriveSettings,
  chain: Chain,
): TierArrival[] {
  const { microStations, brigades } = forces;
  const limit = ruleOf(profileById(settings.profileId), 'microStation.arrival')?.max;
  const engine = brigades.filter(({ ownAppliance, appliances = 0 }) => ownAppliance || appliances > 0);
  const found = [
    ownTeam(network, brigades, chain.place),
    nearest(
      network,
      'micro',
      microStations,
      footCosts(network, settings.microKmh),
      settings.microReadyS,
      settings.microKmh,
      chain.place,
    ),
    nearest(
      network,
      'brigade',
      engine,
      driveCosts(network, { ...settings, by: 'minutes' }),
      settings.turnoutS,
      WALK_KMH,
      chain.place,
    ),
    ...[chain.first, chain.second].map(
      (run, k): TierArrival | null =>
        run && {
          tier: k === 0 ? 'station' : 'second',
          id: run.stationId,
          name: run.name,
          arrivalS: 60 * run.arrival,
          lengthM: run.lengthM,
          limitS: k === 0 && chain.limit ? 60 * chain.limit.minutes : null,
        },
    ),
  ];
  return found
    .flatMap((each) =>
      each ? [each.tier === 'micro' ? { ...each, limitS: limit === undefined ? null : 60 * limit } : each] : [],
    )
    .sort((a, b) => a.arrivalS - b.arrivalS);
}

/** Seconds on foot or by electric bicycle: every road, both ways, closed to engines or not. */
function footCosts({ graph, roads }: RoadNetwork, kmh: number): ArcCosts {
  const open = roads.map((road) => (road.closed ? { ...road, closed: false } : road));
  return lengthCosts(graph, open, { oneWay: 'waive' }).map((metres) => (metres * 3.6) / kmh);
}

function ownTeam(
  { projection }: RoadNetwork,
  brigades: readonly VolunteerBrigade[],
  place: LonLat,
): TierArrival | null {
  const [x, y] = projection.forward(place);
  let best: TierArrival | null = null;
  for (const { id, name = id, kind, geometry } of brigades) {
    if (kind !== 'unit') continue;
    const [bx, by] = projection.forward(geometry.coordinates);
    const lengthM = Math.hypot(bx - x, by - y);
    const arrivalS = (lengthM * 3.6) / WALK_KMH;
    if (lengthM <= OWN_TEAM_M && (!best || lengthM < best.lengthM))
      best = { tier: 'unit', id, name, arrivalS, lengthM, limitS: UNIT_LIMIT_S };
  }
  return best;
}

/** The force that is there first along the roads, the ways to and from the road walked. */
function nearest(
  network: RoadNetwork,
  tier: Tier,
  list: readonly (MicroStation | VolunteerBrigade)[],
  costs: ArcCosts,
  readyS: number,
  snapKmh: number,
  place: LonLat,
): TierArrival | null {
  const { x, y } = placesOf<'microStation'>(list, network.projection);
  const { edge, at, snapM } = frontagesOf(network, costs, x, y, SNAP_M);
  const walkedS = (metres: number): number => (metres * 3.6) / snapKmh;
  const seeds = list.flatMap((_, source): Seed[] =>
    edge[source]! < 0
      ? []
      : [{ edge: edge[source]!, at: at[source]!, offset: readyS + walkedS(snapM[source]!), source }],
  );
  const [px, py] = network.projection.forward(place);
  const target = frontagesOf(network, costs, Float64Array.of(px), Float64Array.of(py), SNAP_M);
  if (seeds.length === 0 || target.edge[0]! < 0) return null;
  const labels = network.search.run(costs, seeds);
  const route = routeTo(network.graph, costs, labels, seeds, target.edge[0]!, target.at[0]!);
  if (!route) return null;
  const force = list[route.source]!;
  return {
    tier,
    id: force.id,
    name: force.name ?? force.id,
    arrivalS: route.cost + walkedS(target.snapM[0]!),
    lengthM: route.lengthM,
    limitS: null,
    ...('online' in force && force.online === false ? { offline: true } : {}),
  };
}
