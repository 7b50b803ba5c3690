import { issueOf } from '../../base/issue';
import { ok, type Result } from '../../base/result';
import { ENTITY_SPECS, type Entity } from '../../model/entities/registry';
import type { FieldSpec } from '../../model/entities/spec';
import { toWgs84 } from '../crs/crs';
import type { RawFeature, RawTable } from '../readers/reader';
import { convertGeometry } from './convert-geometry';
import { convertValue } from './convert-value';
import type { ImportChoices, ImportedRecords, Rejection } from './import-plan';
import { Positions, samplePositions } from './positions';

const REPAIRS = { swapped: 'import.mendedSwap', sign: 'import.mendedSign' } as const;

/**
 * Makes records of a table as the choices say. A feature that cannot be used is left out, a value that cannot be used is
 * left empty; both are listed with row, column and reason. Ids come from the id or number column where they are
 * unique, otherwise they are counted; the same file gives the same ids.
 * @param positions the choices' coordinate system at work, from `positionsFor`
 * @param existing ids of the plan's records of this type, not to be taken by added ones
 */
export function convert(
  table: RawTable,
  choices: ImportChoices,
  existing: ReadonlySet<string>,
  positions: Positions,
): ImportedRecords {
  const rejections: Rejection[] = table.issues.map((issue) => ({
    row: Number(issue.params.row ?? 0),
    issue,
    whole: issue.severity === 'error',
  }));
  const records: Entity[] = [];
  const ids = new Ids(choices, existing);
  for (const feature of table.features) {
    const converted = convertGeometry(feature, choices.entity, choices.position, positions);
    if ('code' in converted) {
      const { column } = converted.params;
      rejections.push({
        row: feature.row,
        issue: converted,
        whole: true,
        ...(column ? { column: String(column) } : {}),
      });
      continue;
    }
    if (converted.repair)
      rejections.push({ row: feature.row, issue: issueOf(REPAIRS[converted.repair], {}, 'warning'), whole: false });
    const fields = fieldsOf(feature, choices, rejections);
    for (const geometry of converted.geometries) {
      const id = ids.next(feature, fields, rejections);
      records.push({ id, geometry, ...fields } as Entity);
    }
  }
  return { entity: choices.entity, records, rejections };
}

/** The coordinate system of the choices at work on a table's positions. Issue `crs.unknown`. */
export async function positionsFor(table: RawTable, choices: ImportChoices): Promise<Result<Positions>> {
  const transform = await toWgs84(choices.crs);
  if (!transform.ok) return transform;
  return ok(new Positions(transform.value, choices.swap, samplePositions(table.features, choices.position)));
}

function fieldsOf(
  { row, properties }: RawFeature,
  { entity, mapping }: ImportChoices,
  rejections: Rejection[],
): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const { field, column } of mapping) {
    const spec = (ENTITY_SPECS[entity].fields as readonly FieldSpec[]).find(({ name }) => name === field);
    if (!spec) continue;
    const converted = convertValue(entity, spec, column, properties[column]);
    if ('issue' in converted) rejections.push({ row, column, issue: converted.issue, whole: false });
    else if (converted.value !== undefined) fields[field] = converted.value;
  }
  return fields;
}

/** Gives every record an id of its own. */
class Ids {
  private readonly taken = new Set<string>();
  private counted = 0;
  private readonly idColumn: string | undefined;

  constructor(
    private readonly choices: ImportChoices,
    private readonly existing: ReadonlySet<string>,
  ) {
    this.idColumn = choices.mapping.find(({ field }) => field === 'id')?.column;
  }

  next({ row, properties }: RawFeature, fields: Record<string, unknown>, rejections: Rejection[]): string {
    const named = this.named(properties, fields);
    if (named && !this.taken.has(named) && !(this.choices.mode === 'add' && this.existing.has(named))) {
      this.taken.add(named);
      return named;
    }
    if (named && this.taken.has(named))
      rejections.push({ row, issue: issueOf('import.duplicate', { id: named }, 'warning'), whole: false });
    return this.count();
  }

  private named(properties: RawFeature['properties'], fields: Record<string, unknown>): string {
    const own = this.idColumn === undefined ? undefined : properties[this.idColumn];
    return String(own ?? fields.number ?? '').trim();
  }

  private count(): string {
    for (;;) {
      const id = `${this.choices.entity}-${++this.counted}`;
      if (this.taken.has(id) || this.existing.has(id)) continue;
      this.taken.add(id);
      return id;
    }
  }
}
