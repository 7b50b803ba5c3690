import { type Change, changeOf } from '../change/change';
import type { EntityType } from '../entities/registry';
import type { Plan } from '../plan';

/** Takes records away; those that the plan does not have are passed over. */
export function removeRecords(plan: Plan, refs: readonly { readonly type: EntityType; readonly id: string }[]): Change {
  const remove = refs.filter(({ type, id }) => plan.records[type].has(id)).map(({ type, id }) => ({ type, id }));
  return changeOf({ key: 'remove', params: { count: remove.length } }, { remove });
}
