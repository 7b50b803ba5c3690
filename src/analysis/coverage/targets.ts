import { CoverCount } from '../../geometry/cover-count';
import type { LocalProjection } from '../../geometry/projection';
import type { Region } from '../../geometry/region';
import type { Entity } from '../../model/entities/registry';
import type { Plan } from '../../model/plan';
import { isWithin, monthsBefore } from '../dates';
import { type Places, placesOf } from '../places';
import type { CoverageSettings, Share } from './answer';

/** What coverage is asked for besides land: only what stands in the district. */
export interface Targets {
  readonly buildings: Places<Entity<'building'>>;
  readonly keyUnits: Places<Entity<'keyUnit'>>;
  readonly highRiskUnits: Places<Entity<'keyUnit'>>;
  /** Of the last months that the settings name. */
  readonly incidents: Places<Entity<'incident'>>;
}

export type TargetName = keyof Targets;
export const TARGET_NAMES: readonly TargetName[] = ['buildings', 'keyUnits', 'highRiskUnits', 'incidents'];

/** What coverage is of: the records within the region as points in local metres. */
export function targetsOf(
  plan: Plan,
  settings: CoverageSettings,
  projection: LocalProjection,
  region: Region,
): Targets {
  const since = monthsBefore(plan.info.asOf, settings.incidentMonths);
  const recent = [...plan.records.incident.values()].filter(({ calledAt }) =>
    isWithin(calledAt, since, plan.info.asOf),
  );
  const keyUnits = insideOf(placesOf<'keyUnit'>(plan.records.keyUnit.values(), projection), region);
  return {
    buildings: insideOf(placesOf<'building'>(plan.records.building.values(), projection), region),
    keyUnits,
    highRiskUnits: filtered(keyUnits, ({ highRisk }) => highRisk === true),
    incidents: insideOf(placesOf<'incident'>(recent, projection), region),
  };
}

/** Counts for every place how many discs (local metres, radius 0 = off) reach it. */
export function countCover<E>(places: Places<E>, x: Float64Array, y: Float64Array, r: Float64Array): CoverCount {
  return new CoverCount(places.x, places.y, x, y, r);
}

/** Covered of total; 0 where there is nothing to cover. */
export function shareOf(covered: number, total: number): Share {
  return { total, covered, share: total > 0 ? covered / total : 0 };
}

function insideOf<E>(places: Places<E>, region: Region): Places<E> {
  return filtered(places, (_, i) => region.contains(places.x[i]!, places.y[i]!));
}

function filtered<E>(places: Places<E>, keep: (record: E, index: number) => boolean): Places<E> {
  const kept = places.records.flatMap((record, i) => (keep(record, i) ? [i] : []));
  return {
    records: kept.map((i) => places.records[i]!),
    x: Float64Array.from(kept, (i) => places.x[i]!),
    y: Float64Array.from(kept, (i) => places.y[i]!),
  };
}
