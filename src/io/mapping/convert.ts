import { ok, type Result } from '../../base/result';
import { ENTITY_SPECS, type Entity } from '../../model/entities/registry';
import type { FieldSpec } from '../../model/entities/spec';
import { toWgs84 } from '../crs/crs';
import type { RawFeature, RawTable } from '../readers/reader';
import { convertGeometry } from './convert-geometry';
import { type Converted, cellReader } from './convert-value';
import type { ImportChoices, ImportedRecords } from './import-plan';
import { Positions, samplePositions } from './positions';
import { RecordIds } from './record-ids';
import { Rejections } from './rejections';

const REMARKS = { swapped: 'import.mendedSwap', sign: 'import.mendedSign', far: 'import.far' } as const;

/**
 * Makes records of a table as the choices say. A feature that cannot be used is left out, a value that cannot be used is
 * left empty; both are listed with row, column and reason. Ids come from the id or number column where they are
 * unique, otherwise they are made up; the same file gives the same ids. What the plan holds plays no part yet.
 * @param positions the choices' coordinate system at work, from `positionsFor`
 */
export function convert(table: RawTable, choices: ImportChoices, positions: Positions): ImportedRecords<Entity> {
  const rejections = new Rejections();
  for (const issue of table.issues) {
    const row = Number(issue.params.row ?? 0);
    if (issue.severity === 'error') rejections.leaveOut(row, issue);
    else rejections.leaveValue(row, String(issue.params.column ?? ''), issue);
  }
  const records: Entity[] = [];
  const fields = fieldReaders(choices);
  const ids = new RecordIds(choices);
  for (const feature of table.features) {
    const converted = convertGeometry(feature, choices.entity, choices.position, positions);
    if ('code' in converted) {
      rejections.leaveOut(feature.row, converted);
      continue;
    }
    if (converted.remark) rejections.remark(feature.row, REMARKS[converted.remark], { ...converted.far });
    const record: Record<string, unknown> = { id: '', geometry: converted.geometries[0] };
    fill(record, feature, fields, rejections);
    const id = ids.next(feature.properties, record.number, feature.row, rejections);
    record.id = id;
    records.push(record as unknown as Entity);
    for (let part = 1; part < converted.geometries.length; part++) {
      const geometry = converted.geometries[part];
      records.push({ ...record, id: ids.ofPart(id, part), geometry } as unknown as Entity);
    }
  }
  const { list, counts, unknown } = rejections;
  return { entity: choices.entity, records, madeUp: ids.madeUp, rejections: list, counts, unknown };
}

/** The coordinate system of the choices at work on a table's positions. Issue `crs.unknown`. */
export async function positionsFor(table: RawTable, choices: ImportChoices): Promise<Result<Positions>> {
  const transform = await toWgs84(choices.crs);
  if (!transform.ok) return transform;
  return ok(new Positions(transform.value, choices, samplePositions(table.features, choices.position)));
}

interface FieldReader {
  readonly field: string;
  readonly column: string;
  readonly read: (cell: unknown) => Converted;
}

function fieldReaders({ entity, mapping }: ImportChoices): FieldReader[] {
  return mapping.flatMap(({ field, column, reading }) => {
    const spec = (ENTITY_SPECS[entity].fields as readonly FieldSpec[]).find(({ name }) => name === field);
    return spec ? [{ field, column, read: cellReader(entity, spec, column, reading) }] : [];
  });
}

function fill(
  record: Record<string, unknown>,
  { row, properties }: RawFeature,
  fields: readonly FieldReader[],
  rejections: Rejections,
): void {
  for (const { field, column, read } of fields) {
    const converted = read(properties[column]);
    if ('issue' in converted) rejections.leaveValue(row, column, converted.issue);
    else if (converted.value !== undefined) record[field] = converted.value;
  }
}
