import { ENTITY_SPECS, type EntityType } from '../../model/entities/registry';
import type { FieldSpec } from '../../model/entities/spec';
import type { RawFeature, RawTable } from '../readers/reader';
import { readingOf } from './column-reading';
import { cellReader } from './convert-value';
import type { ColumnMapping, PositionColumns } from './import-plan';
import { folded, nameForms } from './names';
import { ownCodes, ownLabels } from './own-words';
import { cellsOf } from './samples';
import { FIELD_SYNONYMS } from './synonyms';
import { unitIn } from './units';

/** Characters that a known name must have to be recognised at the end of a longer one: 消火栓状态, hydrant_status. */
const CHINESE_AT_END = 2;
const LATIN_AT_END = 5;

/** Which column feeds which field of a type, each column at most once, the surest reasons first. */
export function matchColumns(table: RawTable, entity: EntityType, position?: PositionColumns): ColumnMapping[] {
  const taken = new Set([position?.lon, position?.lat]);
  const forms = new Map(
    table.columns.filter((column) => !taken.has(column)).map((column) => [column, nameForms(column)]),
  );
  const mapping = new Map<string, ColumnMapping>();
  const specs = [ID_SPEC, ...(ENTITY_SPECS[entity].fields as readonly FieldSpec[])];
  const take = (spec: FieldSpec, fits: (forms: readonly string[], column: string) => boolean, reason: Reason): void => {
    if (mapping.has(spec.name)) return;
    const column = [...forms].find(([name, names]) => fits(names, name))?.[0];
    if (column === undefined || !speaksAtAll(table.features, column, entity, spec)) return;
    forms.delete(column);
    mapping.set(spec.name, mappingOf(table, spec, column, reason));
  };
  const [codes, labels] = [ownCodes(entity), ownLabels(entity)];
  for (const spec of specs) take(spec, (names) => names.includes(folded(spec.name)), 'name');
  for (const spec of specs) take(spec, (names) => names.some((name) => codes.get(name) === spec.name), 'name');
  for (const spec of specs) take(spec, ([name = '']) => labels.get(name) === spec.name, 'synonym');
  for (const [spec, word] of synonymsOf(entity, specs)) take(spec, (names) => names.includes(word), 'synonym');
  for (const [spec, word] of synonymsOf(entity, specs))
    take(spec, ([name], column) => isCut(column) && word.startsWith(name!), 'synonym');
  for (const [spec, word] of synonymsOf(entity, specs))
    if (word.length >= (/[\u4e00-\u9fff]/.test(word) ? CHINESE_AT_END : LATIN_AT_END))
      take(spec, (names) => names.some((name) => name.endsWith(word)), 'synonym');
  for (const spec of specs)
    if (spec.kind === 'choice') take(spec, (_, column) => speaksOf(table.features, column, entity, spec), 'values');
  return specs.flatMap(({ name }) => mapping.get(name) ?? []);
}

/** Shapefiles cut the names of columns to ten characters. */
function isCut(column: string): boolean {
  return column.length === 10 && /^[a-z_]+$/i.test(column);
}

type Reason = ColumnMapping['reason'];

/** Not a field of the types, but a column may give the id. */
const ID_SPEC: FieldSpec = { name: 'id', kind: 'text' };

/** A field fed by a column that somebody chose, with how the column is read. */
export function mappingByHand(table: RawTable, entity: EntityType, field: string, column: string): ColumnMapping {
  const specs = ENTITY_SPECS[entity].fields as readonly FieldSpec[];
  return mappingOf(table, specs.find(({ name }) => name === field) ?? ID_SPEC, column, 'user');
}

function mappingOf({ features, date1904 }: RawTable, spec: FieldSpec, column: string, reason: Reason): ColumnMapping {
  const reading =
    // A column with the field's own code is in the field's own unit.
    reason === 'name' && spec.unit && !unitIn(column, spec.unit)
      ? undefined
      : readingOf(spec, column, cellsOf(features, column), date1904);
  return { field: spec.name, column, reason, ...(reading ? { reading } : {}) };
}

function synonymsOf(entity: EntityType, specs: readonly FieldSpec[]): [FieldSpec, string][] {
  const synonyms = FIELD_SYNONYMS[entity] ?? {};
  return specs.flatMap((spec) => (synonyms[spec.name] ?? []).map((word): [FieldSpec, string] => [spec, folded(word)]));
}

/** Whether nearly every cell of a column is a word for one of the field's codes. */
function speaksOf(features: readonly RawFeature[], column: string, entity: EntityType, spec: FieldSpec): boolean {
  const cells = cellsOf(features, column);
  const words = cells.filter((cell) => typeof cell === 'string' && Number.isNaN(Number(cell)));
  if (words.length < 3 || words.length < cells.length / 2) return false;
  const read = cellReader(entity, spec, column);
  const known = words.filter((cell) => {
    const converted = read(cell);
    return 'value' in converted && converted.value !== undefined;
  });
  return known.length >= 0.9 * words.length;
}

/** More words than this nobody translates by hand. */
const MOST_WORDS = 12;
const FEWEST_KNOWN = 0.1;

/** A column of codes of another kind altogether is not taken for the field, whatever its name. */
function speaksAtAll(features: readonly RawFeature[], column: string, entity: EntityType, spec: FieldSpec): boolean {
  if (spec.kind !== 'choice' && spec.kind !== 'boolean') return true;
  const cells = cellsOf(features, column);
  if (new Set(cells).size <= MOST_WORDS) return true;
  const read = cellReader(entity, spec, column);
  return cells.filter((cell) => 'value' in read(cell)).length >= FEWEST_KNOWN * cells.length;
}
