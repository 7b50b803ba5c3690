import { difference } from '@turf/difference';
import { featureCollection, multiPolygon } from '@turf/helpers';
import { issueOf } from '../../base/issue';
import { fail, ok, type Result } from '../../base/result';
import { DiscCoverage } from '../../geometry/disc-coverage';
import type { FireStation } from '../../model/entities/fire-station';
import type { Entity } from '../../model/entities/registry';
import type { AreaGeometry } from '../../model/entities/spec';
import type { Plan } from '../../model/plan';
import { type Finding, ruleOf, type StandardProfile } from '../../model/standards/profile';
import { DEFAULT_COVERAGE_SETTINGS } from '../coverage/settings';
import { countCover, TARGET_NAMES, type TargetName, type Targets, targetsOf } from '../coverage/targets';
import { areaOf, type LocalDistrict, localDistrict } from '../district';
import { type Places, placesOf } from '../places';
import { areaRuleOf } from '../station-area';
import type { ReachRing, ReachShare, ResponseAnswer, ResponseSettings, StationPartition } from './answer';
import { partitionOf } from './partition';

const CHORD_ERROR_M = 2;

/**
 * Reach of stations as the crow flies: rings by metres or by minutes at a mean speed with a detour factor λ
 * (reach = speed · minutes / λ), the land nearest to each station, and the code's area A = 2·(S/λ)² (建标152-2017).
 * Issues: `response.noStation`, `response.settings`, and those of `localDistrict`.
 */
export function analyseResponse(
  plan: Plan,
  settings: ResponseSettings,
  profile: StandardProfile,
): Result<ResponseAnswer> {
  const wrong = wrongSetting(settings);
  if (wrong) return fail(issueOf('response.settings', { setting: wrong }));
  const district = localDistrict(plan);
  if (!district.ok) return district;
  const stations = placesOf<'fireStation'>(chosenStations(plan, settings), district.value.projection);
  if (stations.records.length === 0) return fail(issueOf('response.noStation'));
  const { projection, region } = district.value;
  const targets = targetsOf(
    plan,
    { ...DEFAULT_COVERAGE_SETTINGS, incidentMonths: settings.incidentMonths },
    projection,
    region,
  );
  const limits = { drivenM: drivenIn(settings, ruleOf(profile, 'station.travelTime')?.max ?? 4), profile };
  const partition = partitionOf(stations, targets, district.value, settings, limits);
  const rings = settings.thresholds.map((threshold) => ringOf(threshold, settings, stations, targets, district.value));
  return ok({
    settings,
    district: { areaM2: region.areaM2 },
    rings: rings.map((ring, k) => ({ ...ring, band: without(ring.geometry, rings[k - 1]?.geometry) })),
    unreached: without(district.value.geometry, rings[rings.length - 1]?.geometry),
    partition,
    findings: areaFindings(partition, stations.records, profile),
  });
}

/** Straight-line reach of a threshold, metres. */
export function reachM(threshold: number, settings: ResponseSettings): number {
  return settings.by === 'metres' ? threshold : drivenIn(settings, threshold) / settings.detourFactor;
}

function drivenIn({ speedKmh }: ResponseSettings, minutes: number): number {
  return (speedKmh / 3.6) * minutes * 60;
}

function wrongSetting({ thresholds, speedKmh, detourFactor }: ResponseSettings): string | null {
  if (thresholds.length === 0 || thresholds.some((value) => !(value > 0 && Number.isFinite(value))))
    return 'thresholds';
  if (!(speedKmh > 0 && speedKmh <= 200)) return 'speedKmh';
  return detourFactor >= 1 && detourFactor <= 5 ? null : 'detourFactor';
}

function chosenStations(plan: Plan, { stationIds, countPlanned }: ResponseSettings): FireStation[] {
  const all = [...plan.records.fireStation.values()];
  if (stationIds) return all.filter(({ id }) => stationIds.includes(id));
  return all.filter(({ stage }) => countPlanned || stage !== 'planned');
}

function ringOf(
  threshold: number,
  settings: ResponseSettings,
  { x, y }: Places<Entity<'fireStation'>>,
  targets: Targets,
  district: LocalDistrict,
): Omit<ReachRing, 'band'> {
  const radiusM = reachM(threshold, settings);
  const r = new Float64Array(x.length).fill(radiusM);
  const coverage = new DiscCoverage(x, y, r, district.region);
  const shares = Object.fromEntries(
    TARGET_NAMES.map((name) => {
      const { covered, total } = countCover(targets[name] as Places<unknown>, x, y, r);
      return [name, { total, within: covered, share: total > 0 ? covered / total : 0 }];
    }),
  ) as Record<TargetName, ReachShare>;
  return {
    threshold,
    radiusM,
    areaM2: coverage.coveredAreaM2,
    areaShare: coverage.coveredAreaM2 / coverage.districtAreaM2,
    buildings: shares.buildings,
    keyUnits: shares.keyUnits,
    incidents: shares.incidents,
    geometry: reachedLand(coverage, district),
  };
}

/** The district without what no circle reaches. */
function reachedLand(coverage: DiscCoverage, { geometry, projection }: LocalDistrict): AreaGeometry {
  const gaps = coverage.gaps(CHORD_ERROR_M).filter(({ areaM2 }) => areaM2 >= 1);
  if (gaps.length === 0) return geometry;
  const missing = areaOf(
    gaps.map(({ rings }) => rings),
    projection,
  );
  return without(geometry, missing);
}

/** The first area less the second; nothing is taken away when there is none. */
function without(area: AreaGeometry, other: AreaGeometry | undefined): AreaGeometry {
  if (area.coordinates.length === 0 || !other || other.coordinates.length === 0) return area;
  const rest = difference(featureCollection([turfArea(area), turfArea(other)]));
  if (!rest) return { type: 'MultiPolygon', coordinates: [] };
  const { geometry } = rest;
  const coordinates = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  return { type: 'MultiPolygon', coordinates: coordinates as unknown as AreaGeometry['coordinates'] };
}

function turfArea({ coordinates }: AreaGeometry) {
  return multiPolygon(coordinates as unknown as number[][][][]);
}

/** The code's area for a station's class; special and full-time stations are held against the first class. */
function areaFindings(
  partition: readonly StationPartition[],
  stations: readonly FireStation[],
  profile: StandardProfile,
): Finding[] {
  return stations.flatMap((station): Finding[] => {
    const part = partition.find(({ stationId }) => stationId === station.id);
    const rule = areaRuleOf(station, profile);
    if (!rule?.max || !part) return [];
    const passed = part.areaM2 <= rule.max * 1e6;
    return [
      {
        ruleId: rule.id,
        clause: rule.clause,
        force: rule.force,
        verified: rule.verified,
        unit: rule.unit,
        limit: { max: rule.max },
        measured: part.areaM2 / 1e6,
        passed,
        broken: passed ? 0 : 1,
        checked: 1,
        records: { type: 'fireStation', ids: [station.id] },
      },
    ];
  });
}
