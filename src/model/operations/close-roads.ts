import { type Change, changeOf } from '../change/change';
import type { Plan } from '../plan';

/** Closes roads to engines (封闭); those closed already stay as they are. */
export function closeRoads(plan: Plan, ids: readonly string[]): Change {
  return setClosed(plan, ids, true, 'closeRoad');
}

/** Opens closed roads again. */
export function openRoads(plan: Plan, ids: readonly string[]): Change {
  return setClosed(plan, ids, false, 'openRoad');
}

function setClosed(plan: Plan, ids: readonly string[], closed: boolean, key: string): Change {
  const patch = ids
    .filter((id) => plan.records.roadSegment.has(id) && (plan.records.roadSegment.get(id)?.closed ?? false) !== closed)
    .map((id) => ({ type: 'roadSegment' as const, id, fields: { closed: closed || undefined } }));
  return changeOf({ key, params: { count: patch.length } }, { patch });
}
