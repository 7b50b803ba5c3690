import { type Change, changeOf, type PatchRecord, type PutRecord } from '../../model/change/change';
import type { Entity, EntityType } from '../../model/entities/registry';
import { positionsOf } from '../../model/lookups/bounds';
import type { Plan } from '../../model/plan';
import type { ImportChoices, ImportedRecords } from './import-plan';

type Mode = ImportChoices['mode'];
type Imported = Pick<ImportedRecords<Entity>, 'entity' | 'records' | 'madeUp'>;

/** What an import would do to the plan's records of its type. */
export interface ImportEffect {
  readonly added: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly removed: number;
  /** Of the changed ones, those that would move more than a kilometre: the same number, but hardly the same thing. */
  readonly moved: number;
}

/**
 * The import as one change: `add` puts every record under an id of its own, `update` sets the fields of records with the
 * same number (or id) and adds the rest, `replace` also removes the plan's other records of the type. A district always
 * replaces: a plan has one.
 */
export function toChange(imported: Imported, mode: Mode, plan: Plan): Change {
  const { entity: type } = imported;
  const records = type === 'district' ? [joinDistricts(imported.records as Entity<'district'>[])] : imported.records;
  const label = { key: 'import', params: { type, count: records.length } };
  const asPut = (entity: Entity): PutRecord => ({ type, entity }) as PutRecord;
  if (mode === 'replace' || type === 'district') {
    const kept = new Set(records.map(({ id }) => id));
    const gone = [...plan.records[type].keys()].filter((id) => !kept.has(id));
    return changeOf(label, { put: records.map(asPut), remove: gone.map((id) => ({ type, id })) });
  }
  const free = new FreeIds(type, plan, records);
  if (mode === 'add') return changeOf(label, { put: records.map((record) => asPut(free.owned(record))) });
  const put: PutRecord[] = [];
  const patch: PatchRecord[] = [];
  const target = targets(imported, plan);
  for (const record of records) {
    const id = target(record);
    if (id === undefined) put.push(asPut(free.owned(record)));
    else patch.push({ type, id, fields: fieldsOf(record) });
  }
  return changeOf(label, { put, patch });
}

/** What each way of importing would do, without doing it. */
export function effectsOf(imported: Imported, plan: Plan): Readonly<Record<Mode, ImportEffect>> {
  const { entity: type, records } = imported;
  const target = targets(imported, plan);
  let [known, same, moved] = [0, 0, 0];
  let kept = 0;
  for (const record of records) {
    const id = target(record);
    if (plan.records[type].has(record.id)) kept++;
    if (id === undefined) continue;
    known++;
    const before = plan.records[type].get(id) as Entity;
    if (isSame(before, record)) same++;
    else if (isFar(before, record)) moved++;
  }
  const count = type === 'district' ? Math.min(1, records.length) : records.length;
  const removed = plan.records[type].size - kept;
  const replace = { added: Math.max(0, count - kept), changed: kept - same, unchanged: same, removed, moved: 0 };
  if (type === 'district') return { add: replace, update: replace, replace };
  return {
    add: { added: count, changed: 0, unchanged: 0, removed: 0, moved: 0 },
    update: { added: count - known, changed: known - same, unchanged: same, removed: 0, moved },
    replace,
  };
}

/** A file of several polygons is one district of several parts, with the fields of the first. */
export function joinDistricts(districts: readonly Entity<'district'>[]): Entity<'district'> {
  const coordinates = districts.flatMap(({ geometry }) => geometry.coordinates);
  return { ...districts[0]!, geometry: { type: 'MultiPolygon', coordinates } };
}

/**
 * Finds the plan's record that a file's record means: by number, else by id; an id that was made up means none. Where
 * several carry one number, the first of the file means the first of the plan, and so on.
 */
function targets({ entity: type, madeUp }: Imported, plan: Plan): (record: Entity) => string | undefined {
  const byNumber = new Map<string, string[]>();
  for (const { id, number } of plan.records[type].values() as Iterable<{ id: string; number?: string }>)
    if (number) byNumber.set(number, [...(byNumber.get(number) ?? []), id]);
  const met = new Set<string>();
  return (record) => {
    const { id, number } = record as { readonly id: string; readonly number?: string };
    const named = number ? byNumber.get(number)?.find((candidate) => !met.has(candidate)) : undefined;
    const target = named ?? (!madeUp.has(id) && !met.has(id) && plan.records[type].has(id) ? id : undefined);
    if (target !== undefined) met.add(target);
    return target;
  };
}

function fieldsOf(record: Entity): Record<string, unknown> {
  const { id: _, ...fields } = record;
  return fields;
}

/** Whether every field that the file gives is what the plan has already. */
function isSame(before: Entity, record: Entity): boolean {
  const old = before as unknown as Record<string, unknown>;
  return Object.entries(fieldsOf(record)).every(([name, value]) =>
    name === 'geometry' ? areNear(old[name], value) : old[name] === value,
  );
}

/** More than about a kilometre from where it was. */
function isFar(before: Entity, record: Entity): boolean {
  const [a] = positionsOf(before.geometry);
  const [b] = positionsOf(record.geometry);
  if (!a || !b) return false;
  return Math.hypot((a[0] - b[0]) * Math.cos((a[1] * Math.PI) / 180), a[1] - b[1]) > FAR_DEG;
}

const FAR_DEG = 0.009;

/** About a millimetre: computed twice, a position may differ in its last digits. */
const SAME_PLACE_DEG = 1e-8;

function areNear(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < SAME_PLACE_DEG;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return a === b;
  const [before, after] = [Object.values(a), Object.values(b)];
  return before.length === after.length && before.every((value, k) => areNear(value, after[k]));
}

/** Ids that neither the plan nor the file has taken. */
class FreeIds {
  private readonly taken: Set<string>;
  private counted = 0;

  constructor(
    private readonly type: EntityType,
    private readonly plan: Plan,
    records: readonly Entity[],
  ) {
    this.taken = new Set(records.map(({ id }) => id));
  }

  /** The record itself, or under another id where the plan has one of the same. */
  owned(record: Entity): Entity {
    if (!this.plan.records[this.type].has(record.id)) return record;
    for (;;) {
      const id = `${this.type}-${++this.counted}`;
      if (this.taken.has(id) || this.plan.records[this.type].has(id)) continue;
      this.taken.add(id);
      return { ...record, id };
    }
  }
}
