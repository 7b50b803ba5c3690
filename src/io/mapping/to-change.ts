import { type Change, changeOf, type PatchRecord, type PutRecord } from '../../model/change/change';
import type { Entity } from '../../model/entities/registry';
import type { Plan } from '../../model/plan';
import type { ImportChoices, ImportedRecords } from './import-plan';

/**
 * The import as one change: `add` puts every record, `update` sets the fields of records with the same number (or id) and
 * adds the rest, `replace` also removes the plan's other records of the type. A district always replaces: a plan has one.
 */
export function toChange({ entity: type, records }: ImportedRecords, mode: ImportChoices['mode'], plan: Plan): Change {
  const list =
    type === 'district' ? [joinDistricts(records as readonly Entity<'district'>[])] : (records as readonly Entity[]);
  const label = { key: 'import', params: { type, count: list.length } };
  const asPut = (entity: Entity): PutRecord => ({ type, entity }) as PutRecord;
  if (mode === 'replace' || type === 'district') {
    const kept = new Set(list.map(({ id }) => id));
    const gone = [...plan.records[type].keys()].filter((id) => !kept.has(id));
    return changeOf(label, { put: list.map(asPut), remove: gone.map((id) => ({ type, id })) });
  }
  if (mode === 'add') return changeOf(label, { put: list.map(asPut) });
  return update(list, plan, type, label);
}

/** A file of several polygons is one district of several parts, with the fields of the first. */
export function joinDistricts(districts: readonly Entity<'district'>[]): Entity<'district'> {
  const coordinates = districts.flatMap(({ geometry }) => geometry.coordinates);
  return { ...districts[0]!, geometry: { type: 'MultiPolygon', coordinates } };
}

function update(list: readonly Entity[], plan: Plan, type: ImportedRecords['entity'], label: Change['label']): Change {
  const byNumber = new Map<string, string>();
  for (const record of plan.records[type].values())
    if ('number' in record && record.number) byNumber.set(record.number, record.id);
  const put: PutRecord[] = [];
  const patch: PatchRecord[] = [];
  for (const record of list) {
    const number = 'number' in record ? record.number : undefined;
    const target = plan.records[type].has(record.id) ? record.id : number && byNumber.get(number);
    const { id: _, ...fields } = record;
    if (target) patch.push({ type, id: target, fields });
    else put.push({ type, entity: record } as PutRecord);
  }
  return changeOf(label, { put, patch });
}
