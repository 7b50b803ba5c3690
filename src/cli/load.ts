import { readFile as readBytes } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Issue, issueOf } from '../base/issue';
import { convert } from '../io/mapping/convert';
import type { ColumnMapping, ImportedRecords } from '../io/mapping/import-plan';
import { propose } from '../io/mapping/propose';
import { type RawTable, UnreadableFile } from '../io/readers/reader';
import { readFile } from '../io/readers/registry';
import type { EntityType } from '../model/entities/registry';
import { BadInput } from './usage';

export interface LoadOptions {
  /** `column=value`: only rows with this value. */
  readonly where?: readonly string[];
  /** `field=column`: overrides what would be recognised. */
  readonly map?: readonly string[];
}

export interface Loaded extends ImportedRecords {
  readonly file: string;
  readonly read: number;
  /** Columns that fed a field. */
  readonly mapping: readonly ColumnMapping[];
}

/** Reads a file as records of one type. Throws `BadInput` with a sentence that names the file. */
export async function load(path: string, entity: EntityType, options: LoadOptions = {}): Promise<Loaded> {
  const name = basename(path);
  const table = filtered(await readTable(path, name), name, options.where ?? []);
  const proposal = propose(table, name, entity);
  const mapping = overridden(proposal.mapping, table, name, options.map ?? []);
  const position = proposal.position;
  const choices = { entity, mode: 'add' as const, mapping, ...(position ? { position } : {}) };
  const imported = convert(table, choices, new Set());
  if (imported.records.length === 0) {
    const first = imported.rejections.find(({ whole }) => whole);
    throw new BadInput(
      first
        ? issueOf(first.issue.code, { ...first.issue.params, file: name, row: first.row, entity })
        : issueOf('import.nothingUsable', { file: name, entity }),
    );
  }
  return { ...imported, file: name, read: table.features.length, mapping };
}

const MOST_NOTES = 5;

/** A note for stderr; `where` is the file and row of a sentence that does not name them itself. */
export type Say = (note: Issue, where?: string) => void;

/** Names the first records and values that could not be used, and how many more there are. */
export function sayLeftOut({ file, rejections }: Loaded, say: Say): void {
  for (const { issue, row, whole } of rejections.slice(0, MOST_NOTES))
    say(issueOf(issue.code, { row, ...issue.params, file }, 'note'), whole ? undefined : `${file}:${row}`);
  const more = rejections.length - MOST_NOTES;
  if (more > 0) say(issueOf('cli.moreLeftOut', { file, count: more }, 'note'));
}

async function readTable(path: string, name: string): Promise<RawTable> {
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(path);
  } catch {
    throw new BadInput(issueOf('read.missing', { file: path }));
  }
  try {
    return (await readFile({ name, bytes: new Uint8Array(bytes) }))[0]!;
  } catch (error) {
    if (error instanceof UnreadableFile) throw new BadInput(error.issue);
    throw error;
  }
}

function filtered(table: RawTable, file: string, where: readonly string[]): RawTable {
  let { features } = table;
  for (const condition of where) {
    const [column, value] = splitPair(condition, 'where');
    if (!table.columns.includes(column))
      throw new BadInput(issueOf('read.noColumn', { file, column, columns: table.columns.join(', ') }));
    features = features.filter(({ properties }) => String(properties[column] ?? '') === value);
    if (features.length === 0) throw new BadInput(issueOf('read.noMatch', { file, column, value }));
  }
  return { ...table, features };
}

function overridden(
  mapping: readonly ColumnMapping[],
  { columns }: RawTable,
  file: string,
  overrides: readonly string[],
): readonly ColumnMapping[] {
  let result = mapping;
  for (const override of overrides) {
    const [field, column] = splitPair(override, 'map');
    if (!columns.includes(column))
      throw new BadInput(issueOf('read.noColumn', { file, column, columns: columns.join(', ') }));
    result = [...result.filter((entry) => entry.field !== field), { field, column, reason: 'user' as const }];
  }
  return result;
}

function splitPair(text: string, option: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1) throw new BadInput(issueOf('usage.pair', { option, value: text }));
  return [text.slice(0, at), text.slice(at + 1)];
}
