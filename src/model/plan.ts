import { ENTITY_TYPES, type Entities, type EntityType } from './entities/registry';

export interface PlanInfo {
  readonly id: string;
  readonly name: string;
  /** Reference day of every "within the last N months", `YYYY-MM-DD`; analyses have no clock of their own. */
  readonly asOf: string;
}

/**
 * One planning project: every record by type and id, in the order of insertion.
 * The maps belong to `applyChange`; nothing else writes them. `revisions` counts the changes per type,
 * so that a view knows cheaply whether what it shows is stale.
 */
export interface Plan {
  info: PlanInfo;
  readonly records: { readonly [T in EntityType]: ReadonlyMap<string, Entities[T]> };
  readonly revisions: { readonly [T in EntityType]: number };
}

/** A plan without any record. */
export function emptyPlan(info: PlanInfo): Plan {
  return {
    info,
    records: Object.fromEntries(ENTITY_TYPES.map((type) => [type, new Map()])) as unknown as Plan['records'],
    revisions: Object.fromEntries(ENTITY_TYPES.map((type) => [type, 0])) as Plan['revisions'],
  };
}
