import { writeFile } from 'node:fs/promises';
import { analyseDrive } from '../analysis/drive/analyse';
import type { DriveAnswer } from '../analysis/drive/answer';
import { reachFeatures } from '../analysis/drive/reach-features';
import { roadNetwork } from '../analysis/drive/road-network';
import { DEFAULT_DRIVE_SETTINGS, type DriveSettings, turnoutOf } from '../analysis/drive/settings';
import { DRIVE_TARGETS, type DriveTargets } from '../analysis/drive/targets';
import { placesOf } from '../analysis/places';
import type { LonLat } from '../base/coordinates';
import { issueOf } from '../base/issue';
import { createProjection } from '../geometry/projection';
import type { FireStation } from '../model/entities/fire-station';
import type { Entity, EntityType } from '../model/entities/registry';
import type { RoadSegment } from '../model/entities/road-segment';
import { profileById } from '../model/standards/profiles';
import { loadAndTell, type Say } from './load';
import { choiceOf, joinOf, profileIdOf } from './options';
import { BadInput } from './usage';

export interface ResponseOptions {
  readonly stations: string;
  readonly roads: string;
  readonly incidents?: string;
  readonly buildings?: string;
  readonly units?: string;
  readonly minutes?: string;
  readonly metres?: string;
  readonly turnout?: string;
  readonly oneWay: string;
  readonly join: string;
  readonly tolerance?: string;
  readonly factor?: string;
  readonly addSnap?: boolean;
  readonly roadSpeeds?: boolean;
  readonly profile: string;
  readonly where?: readonly string[];
  readonly map?: readonly string[];
  readonly out?: string;
}

/** `shuantu response`: reads, searches the roads, writes what is reached where asked; `say` gets notes for stderr. */
export async function responseCommand(options: ResponseOptions, say: Say) {
  const settings = settingsOf(options);
  const filters = { where: options.where ?? [], map: options.map ?? [] };
  const stations = (await loadAndTell(options.stations, 'fireStation', say, filters)).records as FireStation[];
  const roads = (await loadAndTell(options.roads, 'roadSegment', say)).records as RoadSegment[];
  const projection = createProjection(middleOf(roads));
  const targets = await targetsOf(options, projection, say);
  const started = performance.now();
  const network = roadNetwork(roads, projection, settings.build);
  const answer = analyseDrive(network, stations, targets, settings);
  if (!answer.ok) throw new BadInput(answer.issue);
  const seconds = Math.round(performance.now() - started) / 1000;
  for (const issue of answer.value.issues) say(issue);
  if (options.out) await writeFile(options.out, JSON.stringify(reachFeatures(network, stations, settings)));
  return { report: reportOf(answer.value, seconds), answer: answer.value };
}

function settingsOf(options: ResponseOptions): DriveSettings {
  if (options.minutes !== undefined && options.metres !== undefined) throw new BadInput(issueOf('usage.oneOf'));
  const profileId = profileIdOf(options.profile);
  const by = options.metres === undefined ? 'minutes' : 'metres';
  const thresholds = listOf(by, options[by] ?? DEFAULT_DRIVE_SETTINGS.thresholds.join(','));
  const build = DEFAULT_DRIVE_SETTINGS.build;
  return {
    ...DEFAULT_DRIVE_SETTINGS,
    profileId,
    by,
    thresholds,
    turnoutS: options.turnout === undefined ? turnoutOf(profileById(profileId)) : Number(options.turnout),
    speedFactor: options.factor === undefined ? 1 : Number(options.factor),
    roadSpeeds: options.roadSpeeds ?? false,
    oneWay: choiceOf('one-way', options.oneWay, ['respect', 'waive']),
    build: {
      join: joinOf(options.join),
      toleranceM: options.tolerance === undefined ? build.toleranceM : Number(options.tolerance),
    },
    addSnap: options.addSnap ?? false,
  };
}

function listOf(option: string, value: string): number[] {
  const list = value.split(',').map(Number);
  if (!list.every((each) => each > 0 && Number.isFinite(each)))
    throw new BadInput(issueOf('usage.list', { option, value }));
  return list;
}

async function targetsOf(
  options: ResponseOptions,
  projection: ReturnType<typeof createProjection>,
  say: Say,
): Promise<DriveTargets> {
  const files: Readonly<Record<(typeof DRIVE_TARGETS)[number], [EntityType, string | undefined]>> = {
    buildings: ['building', options.buildings],
    keyUnits: ['keyUnit', options.units],
    incidents: ['incident', options.incidents],
  };
  const targets: { -readonly [K in keyof DriveTargets]: DriveTargets[K] } = {};
  for (const kind of DRIVE_TARGETS) {
    const [type, path] = files[kind];
    if (path) targets[kind] = placesOf((await loadAndTell(path, type, say)).records as Entity[], projection);
  }
  return targets;
}

/** The middle of the roads' box: where lengths are truest. */
function middleOf(roads: readonly RoadSegment[]): LonLat {
  let [west, south, east, north] = [180, 90, -180, -90];
  for (const { geometry } of roads)
    for (const [lon, lat] of geometry.coordinates) {
      west = Math.min(west, lon);
      east = Math.max(east, lon);
      south = Math.min(south, lat);
      north = Math.max(north, lat);
    }
  return [(west + east) / 2, (south + north) / 2];
}

function reportOf(answer: DriveAnswer, seconds: number) {
  const { by } = answer.settings;
  return {
    settings: answer.settings,
    network: answer.network,
    stations: answer.stations,
    reach: answer.reach.map(({ threshold, keyUnits, ...rest }) => ({
      [by]: threshold,
      ...rest,
      ...(keyUnits ? { units: keyUnits } : {}),
    })),
    firstDue: answer.firstDue,
    unreachedM: answer.unreachedM,
    worst: answer.worst,
    detourFactor: answer.detourFactor,
    meanSpeedKmh: answer.meanSpeedKmh,
    seconds,
  };
}
