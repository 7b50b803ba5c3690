import { type Change, changeOf } from '../change/change';
import type { Plan } from '../plan';

/** Standing hydrants that are out of service work again (维修); planned ones and working ones stay as they are. */
export function repairHydrants(plan: Plan, ids: readonly string[]): Change {
  const patch = ids
    .filter((id) => ['damaged', 'blocked', 'outOfWater'].includes(plan.records.hydrant.get(id)?.status ?? ''))
    .map((id) => ({ type: 'hydrant' as const, id, fields: { status: 'working' } }));
  return changeOf({ key: 'repair', params: { count: patch.length } }, { patch });
}
