import { issueOf } from '../../../base/issue';
import { fail, ok, type Result } from '../../../base/result';
import type { FireStation } from '../../../model/entities/fire-station';
import type { Incident } from '../../../model/entities/incident';
import { ROAD_CLASSES, type RoadClass } from '../../../model/entities/road-segment';
import type { Seed } from '../../../network/first-due';
import { routeTo } from '../../../network/routes';
import { placesOf } from '../../places';
import { driveCosts } from '../costs';
import { type Frontages, frontagesOf } from '../frontage';
import type { RoadNetwork } from '../road-network';
import type { DriveSettings } from '../settings';
import { placeStations } from '../stations';
import {
  type FitQuality,
  fitSpeeds,
  type KnownRun,
  qualityOf,
  type SpeedModel,
  type Speeds,
  travelIn,
} from './fit-speeds';
import { fractile, type RunTimes, runTimesOf } from './run-times';

export interface SpeedFit extends SpeedModel, FitQuality {
  readonly used: number;
  /** Incidents without usable times, or that no station reaches along the roads. */
  readonly left: number;
  /** The present speeds held against the same runs. */
  readonly present: FitQuality;
  readonly medianTurnoutS: number;
  /** What is left of the fitted speeds by the hour of the call; hours with few runs are left out. */
  readonly byHour: readonly { readonly hour: number; readonly factor: number; readonly runs: number }[];
}

/** Ways follow the speeds and the speeds the ways; so many times, and they no longer change. */
const ROUNDS = 5;
/** Where to begin: class speeds closer together or farther apart than now, since a wrong way bears out wrong speeds. */
const SPREADS = [1, 0.4, 2];
const LEAST_RUNS = 30;
const LEAST_HOUR_RUNS = 10;

interface Timed {
  readonly times: RunTimes;
  readonly source: number;
  readonly place: number;
}

/**
 * Speeds by class and hour that the recorded runs show. Each run starts at its own station, else at the first due one.
 * Issues: `drive.fewTimes` when fewer than 30 runs can be used, `drive.noRoads`.
 */
export function fitFromIncidents(
  network: RoadNetwork,
  stations: readonly FireStation[],
  incidents: readonly Incident[],
  settings: DriveSettings,
): Result<SpeedFit> {
  if (network.graph.from.length === 0) return fail(issueOf('drive.noRoads'));
  const start: DriveSettings = { ...settings, by: 'minutes', speedFactor: 1, roadSpeeds: false, turnoutS: 0 };
  const places = placesOf<'incident'>(incidents, network.projection);
  const costs = driveCosts(network, start);
  const { seeds } = placeStations(network, costs, stations, start);
  const fronts = frontagesOf(network, costs, places.x, places.y, settings.frontageM);
  const timed = timedRuns(network, stations, incidents, seeds, fronts, start);
  if (timed.length < LEAST_RUNS)
    return fail(issueOf('drive.fewTimes', { usable: timed.length, least: LEAST_RUNS, total: incidents.length }));
  const present = knownRuns(network, timed, seeds, fronts, start);
  const { model, runs } = SPREADS.map((spread) => converge(network, timed, seeds, fronts, start, spread)).reduce(
    (best, each) => (each.quality.r2 > best.quality.r2 ? each : best),
  );
  return ok({
    ...model,
    ...qualityOf(runs, model),
    used: timed.length,
    left: incidents.length - timed.length,
    present: qualityOf(present, { speedKmh: start.speedKmh, fixedS: 0 }),
    medianTurnoutS: fractile(
      timed.map(({ times }) => times.turnoutS),
      0.5,
    ),
    byHour: hoursOf(timed, runs, model),
  });
}

/** Fits speeds to ways and ways to speeds in turn. @param spread of the classes around their mean at the start */
function converge(
  network: RoadNetwork,
  timed: readonly Timed[],
  seeds: readonly Seed[],
  fronts: Frontages,
  start: DriveSettings,
  spread: number,
) {
  let runs = knownRuns(network, timed, seeds, fronts, { ...start, speedKmh: spreadOut(start.speedKmh, spread) });
  let model = fitSpeeds(runs, start.speedKmh);
  for (let round = 1; round < ROUNDS; round++) {
    runs = knownRuns(network, timed, seeds, fronts, { ...start, speedKmh: model.speedKmh });
    model = fitSpeeds(runs, start.speedKmh);
  }
  return { model, runs, quality: qualityOf(runs, model) };
}

function spreadOut(speedKmh: Speeds, spread: number): Speeds {
  const driven = Object.values(speedKmh).filter((speed) => speed > 0);
  const mean = Math.exp(driven.reduce((sum, speed) => sum + Math.log(speed), 0) / Math.max(1, driven.length));
  return Object.fromEntries(
    ROAD_CLASSES.map((each) => [each, speedKmh[each] > 0 ? mean * (speedKmh[each] / mean) ** spread : 0]),
  ) as Record<RoadClass, number>;
}

function timedRuns(
  network: RoadNetwork,
  stations: readonly FireStation[],
  incidents: readonly Incident[],
  seeds: readonly Seed[],
  fronts: Frontages,
  settings: DriveSettings,
): Timed[] {
  const numbers = new Map(stations.map(({ id }, i) => [id, i]));
  const placed = new Set(seeds.map(({ source }) => source));
  const costs = driveCosts(network, settings);
  const labels = network.search.run(costs, seeds);
  return incidents.flatMap((incident, place): Timed[] => {
    const times = runTimesOf(incident);
    if (!times || fronts.edge[place]! < 0) return [];
    const own = numbers.get(incident.stationId ?? '');
    if (own !== undefined && placed.has(own)) return [{ times, source: own, place }];
    const first = routeTo(network.graph, costs, labels, seeds, fronts.edge[place]!, fronts.at[place]!);
    return first ? [{ times, source: first.source, place }] : [];
  });
}

/** The ways of all runs at the speeds given, station by station. */
function knownRuns(
  network: RoadNetwork,
  timed: readonly Timed[],
  seeds: readonly Seed[],
  fronts: Frontages,
  settings: DriveSettings,
): KnownRun[] {
  const costs = driveCosts(network, settings);
  const runs = new Array<KnownRun>(timed.length);
  for (const seed of seeds) {
    if (!timed.some(({ source }) => source === seed.source)) continue;
    const labels = network.search.run(costs, [seed]);
    for (const [r, { source, place, times }] of timed.entries()) {
      if (source !== seed.source) continue;
      const route = routeTo(network.graph, costs, labels, [seed], fronts.edge[place]!, fronts.at[place]!);
      const metres = new Float64Array(ROAD_CLASSES.length);
      for (const { edge, fromAt, toAt } of route?.legs ?? []) {
        const { class: roadClass = 'local' } = network.roads[network.graph.road[edge]!]!;
        metres[ROAD_CLASSES.indexOf(roadClass)]! += Math.abs(toAt - fromAt) * network.graph.lengthM[edge]!;
      }
      runs[r] = { travelS: times.travelS, metres };
    }
  }
  return runs;
}

/** Driving time by the model against driving time taken, by hour. */
function hoursOf(timed: readonly Timed[], runs: readonly KnownRun[], model: SpeedModel): SpeedFit['byHour'] {
  return Array.from({ length: 24 }, (_, hour) => {
    let [asModelled, taken, count] = [0, 0, 0];
    for (const [r, { times }] of timed.entries()) {
      if (times.hour !== hour) continue;
      count++;
      asModelled += travelIn(model, runs[r]!.metres) - model.fixedS;
      taken += Math.max(0, times.travelS - model.fixedS);
    }
    return { hour, factor: taken > 0 ? asModelled / taken : 1, runs: count };
  }).filter(({ runs: count }) => count >= LEAST_HOUR_RUNS);
}
