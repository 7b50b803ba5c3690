import type { LonLat } from '../../src/base/coordinates';
import { applyChange } from '../../src/model/change/apply';
import { changeOf, type PutRecord } from '../../src/model/change/change';
import type { Entities, EntityType } from '../../src/model/entities/registry';
import { emptyPlan, type Plan } from '../../src/model/plan';

/** Degrees per metre at the place where the tests' plans lie: 30° N, 120° E (WGS84). */
export const LON_PER_M = 1 / 96_486.28;
export const LAT_PER_M = 1 / 110_852.43;

/** A place so many metres east and north of 120° E, 30° N. */
export function at(eastM: number, northM: number): LonLat {
  return [120 + eastM * LON_PER_M, 30 + northM * LAT_PER_M];
}

export function point(eastM: number, northM: number) {
  return { type: 'Point', coordinates: at(eastM, northM) } as const;
}

/** A rectangle from one corner to the other, in metres. */
export function rectangle(x0: number, y0: number, x1: number, y1: number) {
  const ring = [at(x0, y0), at(x1, y0), at(x1, y1), at(x0, y1), at(x0, y0)];
  return { type: 'MultiPolygon', coordinates: [[ring]] } as const;
}

type Records = { readonly [T in EntityType]?: readonly Entities[T][] };

/** A plan of the records given, as of 2026-01-01. */
export function planOf(records: Records): Plan {
  const plan = emptyPlan({ id: 'test', name: 'Test', asOf: '2026-01-01' });
  const put = Object.entries(records).flatMap(([type, list]) =>
    (list as readonly Entities[EntityType][]).map((entity) => ({ type, entity }) as PutRecord),
  );
  applyChange(plan, changeOf({ key: 'open' }, { put }));
  return plan;
}
