import { issueOf } from '../../base/issue';
import { fail, ok, type Result } from '../../base/result';
import { ROAD_CLASSES, type RoadClass, type RoadSegment } from '../../model/entities/road-segment';
import { ruleOf, type StandardProfile } from '../../model/standards/profile';
import { type BuildOptions, DEFAULT_BUILD } from '../../network/build-graph';
import type { OneWayRule } from '../../network/costs';

export interface DriveSettings {
  readonly profileId: string;
  readonly by: 'minutes' | 'metres';
  /** Ascending. Minutes after the order, turnout included; or metres along the road from the station. */
  readonly thresholds: readonly number[];
  readonly turnoutS: number;
  /** Mean speed of an engine by class, km/h; 0 = engines do not drive there. */
  readonly speedKmh: Readonly<Record<RoadClass, number>>;
  /** Takes a road's own speed, where it has one, before its class's. Signs tell a limit, not what an engine manages. */
  readonly roadSpeeds: boolean;
  /** What is left of the speeds at the hour in question, such as 0.85 by day; 1 by night. */
  readonly speedFactor: number;
  readonly oneWay: OneWayRule;
  readonly build: BuildOptions;
  /** Adds the way from the station to the road and from the road to the target, at walking the nearest edge's speed. */
  readonly addSnap: boolean;
  /** Targets farther than this from any road are not reached, metres. */
  readonly frontageM: number;
  /** Micro stations on foot or by electric bicycle, km/h, and what they need to get away, seconds. */
  readonly microKmh: number;
  readonly microReadyS: number;
  /** Stations that take part; absent = every station in service. */
  readonly stationIds?: readonly string[];
  readonly countPlanned: boolean;
  readonly incidentMonths: number;
  /** Closed besides those that the plan marks so. */
  readonly closedRoadIds?: readonly string[];
}

/**
 * Mean speeds between the order and the arrival. The middle classes lie within what the code's area limits imply with
 * four minutes and λ 1.3–1.5: 19.5–61.6 km/h (建标152-2017 art. 14, A = 2·(S/λ)²). Editable; real times come before them.
 */
export const DEFAULT_SPEED_KMH: DriveSettings['speedKmh'] = {
  motorway: 70,
  trunk: 55,
  primary: 45,
  secondary: 40,
  tertiary: 35,
  local: 28,
  service: 15,
  path: 0,
};

export const DEFAULT_DRIVE_SETTINGS: DriveSettings = {
  profileId: 'cn',
  by: 'minutes',
  thresholds: [3, 4, 5, 8],
  turnoutS: 60,
  speedKmh: DEFAULT_SPEED_KMH,
  roadSpeeds: false,
  speedFactor: 1,
  oneWay: 'respect',
  build: DEFAULT_BUILD,
  addSnap: false,
  frontageM: 300,
  microKmh: 15,
  microReadyS: 30,
  countPlanned: false,
  incidentMonths: 36,
};

/** Turnout as the profile has it, seconds; the default where it has none. */
export function turnoutOf(profile: StandardProfile): number {
  const rule = ruleOf(profile, 'station.turnout');
  if (rule?.max === undefined) return DEFAULT_DRIVE_SETTINGS.turnoutS;
  return rule.unit === 's' ? rule.max : rule.max * 60;
}

/** Issues: `drive.settings` with the name of the setting. */
export function checkSettings(settings: DriveSettings): Result<DriveSettings> {
  const wrong = wrongSetting(settings);
  return wrong ? fail(issueOf('drive.settings', { setting: wrong })) : ok(settings);
}

function wrongSetting(settings: DriveSettings): string | null {
  const { thresholds, turnoutS, speedKmh, speedFactor, build, frontageM, microKmh, microReadyS } = settings;
  const positive = (value: number): boolean => value > 0 && Number.isFinite(value);
  if (thresholds.length === 0 || !thresholds.every(positive)) return 'thresholds';
  if (!(turnoutS >= 0 && Number.isFinite(turnoutS))) return 'turnoutS';
  const slow = ROAD_CLASSES.find((each) => !(speedKmh[each] >= 0 && speedKmh[each] <= 200));
  if (slow) return `speedKmh.${slow}`;
  if (!(speedFactor > 0 && speedFactor <= 2)) return 'speedFactor';
  if (!positive(frontageM)) return 'frontageM';
  if (!positive(microKmh)) return 'microKmh';
  if (!(microReadyS >= 0 && Number.isFinite(microReadyS))) return 'microReadyS';
  return build.toleranceM >= 0 && build.toleranceM <= 50 ? null : 'toleranceM';
}

/** Speed of an engine on a road, km/h; 0 where it does not drive. A road without a class is a local one. */
export function engineSpeed({ class: roadClass = 'local', speedKmh }: RoadSegment, settings: DriveSettings): number {
  const ofClass = settings.speedKmh[roadClass];
  if (ofClass === 0) return 0;
  const own = settings.roadSpeeds && speedKmh !== undefined && speedKmh > 0;
  return (own ? speedKmh : ofClass) * settings.speedFactor;
}
