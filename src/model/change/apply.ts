import type { Entities, EntityType } from '../entities/registry';
import type { Plan } from '../plan';
import { type Change, changeOf, type PatchRecord, type PutRecord, type RemoveRecord } from './change';

type AnyRecord = Entities[EntityType];

/**
 * Applies a change to the plan in place and returns the change that takes it back exactly.
 * @throws Error when a patch or removal names a record that is not there: the operation was made for another plan.
 */
export function applyChange(plan: Plan, change: Change): Change {
  checkTargets(plan, change);
  const put: PutRecord[] = [];
  const patch: PatchRecord[] = [];
  const remove: RemoveRecord[] = [];
  for (const { type, id } of change.remove) {
    put.push({ type, entity: recordsOf(plan, type).get(id)! } as PutRecord);
    recordsOf(plan, type).delete(id);
  }
  for (const { type, entity } of change.put) {
    const before = recordsOf(plan, type).get(entity.id);
    if (before) put.push({ type, entity: before } as PutRecord);
    else remove.push({ type, id: entity.id });
    recordsOf(plan, type).set(entity.id, entity);
  }
  for (const { type, id, fields } of change.patch) {
    const before = recordsOf(plan, type).get(id)!;
    patch.unshift({ type, id, fields: valuesOf(before, Object.keys(fields)) });
    recordsOf(plan, type).set(id, withFields(before, fields));
  }
  for (const type of touchedTypes(change)) (plan.revisions as Record<EntityType, number>)[type]++;
  return inverseOf(change, put, patch, remove);
}

/** Types that a change touches, each once. */
export function touchedTypes(change: Change): Set<EntityType> {
  return new Set([...change.put, ...change.patch, ...change.remove].map((part) => part.type));
}

function inverseOf(change: Change, put: PutRecord[], patch: PatchRecord[], remove: RemoveRecord[]): Change {
  // A record put and patched by one change is taken back by the put's inverse alone.
  const putIds = new Set(change.put.map(({ type, entity }) => `${type}/${entity.id}`));
  const patches = patch.filter(({ type, id }) => !putIds.has(`${type}/${id}`));
  // A record removed and put again by one change comes back as it was first.
  const removedIds = new Set(change.remove.map(({ type, id }) => `${type}/${id}`));
  const removals = remove.filter(({ type, id }) => !removedIds.has(`${type}/${id}`));
  return changeOf(change.label, { put, patch: patches, remove: removals });
}

function recordsOf(plan: Plan, type: EntityType): Map<string, AnyRecord> {
  return plan.records[type] as Map<string, AnyRecord>;
}

function checkTargets(plan: Plan, change: Change): void {
  const arriving = new Set(change.put.map(({ type, entity }) => `${type}/${entity.id}`));
  for (const { type, id } of change.remove)
    if (!plan.records[type].has(id)) throw new Error(`Cannot remove ${type} ${id}: the plan has no such record`);
  for (const { type, id } of change.patch)
    if (!plan.records[type].has(id) && !arriving.has(`${type}/${id}`))
      throw new Error(`Cannot change ${type} ${id}: the plan has no such record`);
}

function valuesOf(record: AnyRecord, names: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(names.map((name) => [name, (record as unknown as Record<string, unknown>)[name]]));
}

function withFields(record: AnyRecord, fields: Readonly<Record<string, unknown>>): AnyRecord {
  const next: Record<string, unknown> = { ...record, ...fields };
  for (const name of Object.keys(fields)) if (next[name] === undefined) delete next[name];
  return next as unknown as AnyRecord;
}
