import { PointIndex } from '../../geometry/point-index';
import type { LocalProjection } from '../../geometry/projection';
import type { Entity, EntityType } from '../../model/entities/registry';
import type { Plan } from '../../model/plan';
import {
  type Finding,
  type RuleId,
  ruleOf,
  type StandardProfile,
  type StandardRule,
} from '../../model/standards/profile';
import { type Places, placesOf } from '../places';
import type { CoverageSettings, Gap } from './answer';
import { isStanding } from './counted-hydrants';

const MOST_IDS = 200;

interface Measured {
  readonly id: string;
  readonly value: number;
}

/**
 * Every rule of the profile that hydrants and sources can be held against, with the worst value and the records that
 * break it. A value that nobody measured breaks no rule: it is a data gap.
 */
export function findingsOf(
  plan: Plan,
  settings: CoverageSettings,
  profile: StandardProfile,
  projection: LocalProjection,
  gaps: readonly Gap[],
): Finding[] {
  const hydrants = [...plan.records.hydrant.values()];
  const standing = hydrants.filter(isStanding);
  const cranes = standing.filter(({ kind }) => kind === 'standpipeCrane');
  const ordinary = standing.filter(({ kind }) => kind !== 'standpipeCrane');
  const checks: (Finding | null)[] = [
    radiusFinding(profile, settings, gaps),
    check(profile, 'hydrant.spacing', 'hydrant', nearestOf(placesOf<'hydrant'>(ordinary, projection))),
    check(profile, 'hydrant.staticPressure', 'hydrant', valuesOf(standing, 'staticPressureMpa')),
    check(profile, 'hydrant.flow', 'hydrant', valuesOf(ordinary, 'flowLps')),
    check(profile, 'hydrant.residualPressure', 'hydrant', valuesOf(standing, 'residualPressureMpa')),
    check(profile, 'hydrant.craneFlow', 'hydrant', valuesOf(cranes, 'flowLps')),
    check(profile, 'hydrant.craneMain', 'hydrant', valuesOf(cranes, 'mainDiameterMm')),
    check(profile, 'hydrant.craneSpacing', 'hydrant', nearestOf(placesOf<'hydrant'>(cranes, projection))),
    check(profile, 'source.drawHeight', 'waterSource', valuesOf([...plan.records.waterSource.values()], 'drawHeightM')),
  ];
  return checks.filter((finding) => finding !== null);
}

/** Land beyond the radius: each gap breaks the rule once; the measure is the longest way to a hydrant. */
function radiusFinding(profile: StandardProfile, settings: CoverageSettings, gaps: readonly Gap[]): Finding | null {
  const rule = ruleOf(profile, 'hydrant.radius');
  if (!rule) return null;
  const farthest = gaps.reduce((most, { mostRemote }) => Math.max(most, mostRemote?.distanceM ?? 0), 0);
  return {
    ...headOf(rule),
    ...(farthest > 0 ? { measured: farthest } : {}),
    passed: gaps.length === 0 && settings.radiusM <= (rule.max ?? Number.POSITIVE_INFINITY),
    broken: gaps.length,
    checked: gaps.length,
  };
}

function check(profile: StandardProfile, id: RuleId, type: EntityType, values: readonly Measured[]): Finding | null {
  const rule = ruleOf(profile, id);
  if (!rule || values.length === 0) return null;
  const low = rule.min ?? Number.NEGATIVE_INFINITY;
  const high = rule.max ?? Number.POSITIVE_INFINITY;
  const excess = ({ value }: Measured): number => Math.max(low - value, value - high);
  const broken = values.filter((measured) => excess(measured) > 0).sort((a, b) => excess(b) - excess(a));
  const worst = values.reduce((a, b) => (excess(b) > excess(a) ? b : a));
  return {
    ...headOf(rule),
    measured: worst.value,
    passed: broken.length === 0,
    broken: broken.length,
    checked: values.length,
    records: { type, ids: broken.slice(0, MOST_IDS).map((measured) => measured.id) },
  };
}

function headOf(rule: StandardRule) {
  return {
    ruleId: rule.id,
    clause: rule.clause,
    force: rule.force,
    verified: rule.verified,
    unit: rule.unit,
    limit: {
      ...(rule.min === undefined ? {} : { min: rule.min }),
      ...(rule.max === undefined ? {} : { max: rule.max }),
    },
  };
}

function valuesOf<E extends { readonly id: string }>(records: readonly E[], field: keyof E): Measured[] {
  return records.flatMap((record) => {
    const value = record[field];
    return typeof value === 'number' ? [{ id: record.id, value }] : [];
  });
}

/** Straight-line distance to the nearest other one: never more than the distance along the street that the code means. */
function nearestOf(places: Places<Entity<'hydrant'>>): Measured[] {
  if (places.records.length < 2) return [];
  const index = new PointIndex(places.x, places.y);
  return places.records.map(({ id }, i) => ({
    id,
    value: index.nearest(places.x[i]!, places.y[i]!, undefined, i)!.distanceM,
  }));
}
