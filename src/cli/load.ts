import { basename } from 'node:path';
import { type Issue, issueOf } from '../base/issue';
import { type CrsId, normalised } from '../io/crs/crs';
import { choicesOf } from '../io/mapping/choices';
import { convert, positionsFor } from '../io/mapping/convert';
import type { ColumnMapping, ImportChoices, ImportedRecords, ImportProposal } from '../io/mapping/import-plan';
import { mappingByHand } from '../io/mapping/match-columns';
import { propose, type Surroundings } from '../io/mapping/propose';
import { type RawTable, type SourceFile, UnreadableFile } from '../io/readers/reader';
import { readFile } from '../io/readers/registry';
import { ENTITY_SPECS, type Entity, type EntityType } from '../model/entities/registry';
import { readSource } from './source-file';
import { BadInput } from './usage';

export interface LoadOptions {
  /** `column=value`: only rows with this value. */
  readonly where?: readonly string[];
  /** `field=column`: overrides what would be recognised; `lon`, `lat` and `id` are fields here too. */
  readonly map?: readonly string[];
  /** Coordinate system of the file; recognised when absent. */
  readonly crs?: string;
  /** What is known of the place, to recognise a coordinate system by. */
  readonly surroundings?: Surroundings;
  /** Hears what was assumed. */
  readonly say?: (note: Issue) => void;
}

export interface Loaded extends ImportedRecords<Entity> {
  readonly file: string;
  readonly read: number;
  /** Columns that fed a field. */
  readonly mapping: readonly ColumnMapping[];
  /** The coordinate system that the positions were taken for. */
  readonly crs: CrsId;
}

/** Systems named in a refusal: more would not be read. */
const MOST_NAMED = 6;

/** Reads a file as records of one type. Throws `BadInput` with a sentence that names the file. */
export async function load(path: string, entity: EntityType, options: LoadOptions = {}): Promise<Loaded> {
  const name = basename(path);
  const tables = await readTables(path);
  const table = tables.length === 1 ? tables[0]! : await suited(tables, name, entity);
  return loadTable(table, name, entity, options);
}

/**
 * A table of a file as records of one type. Throws `BadInput` when a column asked for is missing, the coordinate system
 * cannot be told, or no record is usable.
 * @param file its name, for the sentences
 */
export async function loadTable(
  whole: RawTable,
  name: string,
  entity: EntityType,
  options: LoadOptions = {},
): Promise<Loaded> {
  const table = filtered(whole, name, options.where ?? []);
  const named = assignments(options.map ?? [], table, name);
  const proposal = await propose(table, name, options.surroundings, { entity, ...positionOf(named) });
  const mapping = overridden(proposal.mapping, table, entity, named);
  const choices = { ...choicesOf(proposal), mapping, ...systemOf(proposal, name, options) };
  sayReadings(mapping, entity, name, options.say);
  const positions = await positionsFor(table, choices);
  if (!positions.ok) throw new BadInput(positions.issue);
  const imported = convert(table, choices, positions.value);
  if (imported.records.length === 0) throw new BadInput(nothingUsable(imported, name, entity));
  return { ...imported, file: name, read: table.features.length, mapping, crs: choices.crs };
}

const MOST_NOTES = 5;

/** A note for stderr; `where` is the file and row of a sentence that does not name them itself. */
export type Say = (note: Issue, where?: string) => void;

/** As `load`, and says what was assumed and what could not be used. */
export async function loadAndTell(
  path: string,
  entity: EntityType,
  say: Say,
  options: Omit<LoadOptions, 'say'> = {},
): Promise<Loaded> {
  const loaded = await load(path, entity, { ...options, say });
  sayLeftOut(loaded, say);
  return loaded;
}

/** Names the first records and values that could not be used, and how many more there are. */
function sayLeftOut({ file, rejections }: Loaded, say: Say): void {
  for (const { issue, row, whole } of rejections.slice(0, MOST_NOTES))
    say(issueOf(issue.code, { row, ...issue.params, file }, 'note'), whole ? undefined : `${file}:${row}`);
  const more = rejections.length - MOST_NOTES;
  if (more > 0) say(issueOf('cli.moreLeftOut', { file, count: more }, 'note'));
}

function nothingUsable({ rejections }: ImportedRecords, file: string, entity: EntityType): Issue {
  const first = rejections.find(({ whole }) => whole);
  return first
    ? issueOf(first.issue.code, { ...first.issue.params, file, row: first.row, entity })
    : issueOf('import.nothingUsable', { file, entity });
}

/** The system asked for, or the one recognised; what was assumed is said, and several that fit are refused. */
function systemOf(
  { systems, confidence }: ImportProposal,
  file: string,
  { crs, say }: LoadOptions,
): Pick<ImportChoices, 'crs' | 'swap' | 'negate'> | Record<string, never> {
  const [best] = systems;
  if (crs) {
    const offer = systems.find((each) => each.crs === normalised(crs)) ?? best;
    return { crs, swap: offer?.swap ?? false, ...(offer?.negate ? { negate: offer.negate } : {}) };
  }
  if (!best) throw new BadInput(issueOf('crs.none', { file }));
  if (confidence === 'ask') {
    const names = systems.slice(0, MOST_NAMED).map(({ name }) => name);
    throw new BadInput(issueOf('crs.ambiguous', { file, systems: names.join('; ') }));
  }
  const note = (code: string, extra: Issue['params'] = {}): void => say?.(issueOf(code, { file, ...extra }, 'note'));
  if (best.swap) note('crs.swapped');
  if (best.negate) note('crs.negated');
  if (best.reason === 'habit') note('crs.habit', { crs: best.name });
  if (best.reason === 'matched') note('crs.matched', { crs: best.name, metres: Math.round(best.distanceM ?? 0) });
  if (best.roughM > 0) note('crs.rough', { crs: best.name, metres: best.roughM });
  return {};
}

/** Says what was taken for granted of a column: a unit that only the size of its numbers gives away, the order of 1/5. */
function sayReadings(mapping: readonly ColumnMapping[], type: EntityType, file: string, say: LoadOptions['say']): void {
  for (const { field, column, reading } of mapping) {
    if (reading?.unitFrom === 'size' && reading.unit)
      say?.(issueOf('import.unitBySize', { file, type, field, column, unit: reading.unit }, 'note'));
    if (reading?.dateOrderFrom === 'habit') say?.(issueOf('import.dateOrder', { file, type, field, column }, 'note'));
  }
}

/** Every layer or sheet of a file. Throws `BadInput` with a sentence that names the file. */
export async function readTables(path: string): Promise<RawTable[]> {
  let file: SourceFile;
  try {
    file = await readSource(path);
  } catch {
    throw new BadInput(issueOf('read.missing', { file: path }));
  }
  try {
    return await readFile(file);
  } catch (error) {
    if (error instanceof UnreadableFile) throw new BadInput(error.issue);
    throw error;
  }
}

/** The table of a file that suits a record type best: the one that the reader knows as such, or whose geometry and columns do. */
async function suited(tables: readonly RawTable[], name: string, entity: EntityType): Promise<RawTable> {
  const known = tables.find((table) => table.entity === entity);
  if (known) return known;
  const ranks = await Promise.all(
    tables.map(async (table) => {
      const proposal = await propose(table, name);
      const rank = [proposal.entity, ...proposal.alternatives].indexOf(entity);
      return rank < 0 ? Number.POSITIVE_INFINITY : rank;
    }),
  );
  return tables[ranks.indexOf(Math.min(...ranks))]!;
}

function filtered(table: RawTable, file: string, where: readonly string[]): RawTable {
  let { features } = table;
  for (const condition of where) {
    const [column, value] = splitPair(condition, 'where');
    checkColumn(column, table, file);
    features = features.filter(({ properties }) => String(properties[column] ?? '').trim() === value);
    if (features.length === 0) throw new BadInput(issueOf('read.noMatch', { file, column, value }));
  }
  return { ...table, features };
}

function assignments(overrides: readonly string[], table: RawTable, file: string): ReadonlyMap<string, string> {
  const named = new Map<string, string>();
  for (const override of overrides) {
    const [field, column] = splitPair(override, 'map');
    checkColumn(column, table, file);
    named.set(field, column);
  }
  return named;
}

function positionOf(named: ReadonlyMap<string, string>) {
  const [lon, lat] = [named.get('lon'), named.get('lat')];
  const [x, y] = [lon ?? lat, lat ?? lon];
  return x !== undefined && y !== undefined ? { position: { lon: x, lat: y } } : {};
}

function overridden(
  mapping: readonly ColumnMapping[],
  table: RawTable,
  entity: EntityType,
  named: ReadonlyMap<string, string>,
): readonly ColumnMapping[] {
  let result = mapping;
  for (const [field, column] of named) {
    if (field === 'lon' || field === 'lat') continue;
    const known = ['id', ...ENTITY_SPECS[entity].fields.map(({ name }) => name)];
    if (!known.includes(field))
      throw new BadInput(issueOf('usage.field', { value: field, entity, known: known.join(', ') }));
    const rest = result.filter((entry) => entry.field !== field && entry.column !== column);
    result = [...rest, mappingByHand(table, entity, field, column)];
  }
  return result;
}

function checkColumn(column: string, { columns }: RawTable, file: string): void {
  if (!columns.includes(column))
    throw new BadInput(issueOf('read.noColumn', { file, column, columns: columns.join(', ') }));
}

function splitPair(text: string, option: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new BadInput(issueOf('usage.pair', { option, value: text }));
  return [text.slice(0, at), text.slice(at + 1)];
}
