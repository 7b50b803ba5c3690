import { readFile as readBytes } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Issue, issueOf } from '../base/issue';
import { type CrsId, normalised } from '../io/crs/crs';
import { choicesOf } from '../io/mapping/choices';
import { convert, positionsFor } from '../io/mapping/convert';
import type { ColumnMapping, ImportedRecords, ImportProposal } from '../io/mapping/import-plan';
import { propose, type Surroundings } from '../io/mapping/propose';
import { type RawTable, UnreadableFile } from '../io/readers/reader';
import { readFile } from '../io/readers/registry';
import type { EntityType } from '../model/entities/registry';
import { BadInput } from './usage';

export interface LoadOptions {
  /** `column=value`: only rows with this value. */
  readonly where?: readonly string[];
  /** `field=column`: overrides what would be recognised. */
  readonly map?: readonly string[];
  /** Coordinate system of the file; recognised when absent. */
  readonly crs?: string;
  /** What is known of the place, to recognise a coordinate system by. */
  readonly surroundings?: Surroundings;
  /** Hears what was assumed. */
  readonly say?: (note: Issue) => void;
}

export interface Loaded extends ImportedRecords {
  readonly read: number;
  /** Columns that fed a field. */
  readonly mapping: readonly ColumnMapping[];
  /** The coordinate system that the positions were taken for. */
  readonly crs: CrsId;
}

/** Reads a file as records of one type. Throws `BadInput` with a sentence that names the file. */
export async function load(path: string, entity: EntityType, options: LoadOptions = {}): Promise<Loaded> {
  const [table] = await readTables(path);
  return loadTable(table!, basename(path), entity, options);
}

/**
 * A table of a file as records of one type. Throws `BadInput` when a column asked for is missing, the coordinate system
 * cannot be told, or no record is usable.
 * @param name of the file, for the sentences
 * @param taken ids that the records must not have
 */
export async function loadTable(
  whole: RawTable,
  name: string,
  entity: EntityType,
  options: LoadOptions = {},
  taken: ReadonlySet<string> = new Set(),
): Promise<Loaded> {
  const table = filtered(whole, name, options.where ?? []);
  const proposal = await propose(table, name, options.surroundings, entity);
  const mapping = overridden(proposal.mapping, table, name, options.map ?? []);
  const choices = { ...choicesOf(proposal), mapping, ...systemOf(proposal, name, options) };
  const positions = await positionsFor(table, choices);
  if (!positions.ok) throw new BadInput(positions.issue);
  const imported = convert(table, choices, taken, positions.value);
  if (imported.records.length === 0) {
    const first = imported.rejections.find(({ whole }) => whole);
    throw new BadInput(
      first
        ? issueOf(first.issue.code, { ...first.issue.params, file: name, row: first.row, entity })
        : issueOf('import.nothingUsable', { file: name, entity }),
    );
  }
  return { ...imported, read: table.features.length, mapping, crs: choices.crs };
}

/** The system asked for, or the one recognised; what was assumed is said, and two that fit equally well are refused. */
function systemOf(
  { systems, systemCertain }: ImportProposal,
  file: string,
  { crs, say }: LoadOptions,
): { crs?: string; swap?: boolean } {
  const [best] = systems;
  if (crs) return { crs, swap: (systems.find((offer) => offer.crs === normalised(crs)) ?? best)?.swap ?? false };
  if (!best) throw new BadInput(issueOf('crs.none', { file }));
  if (best.swap) say?.(issueOf('crs.swapped', { file }, 'note'));
  if (best.reason === 'habit' || best.reason === 'matched')
    say?.(issueOf(`crs.${best.reason}`, { file, crs: best.name, metres: Math.round(best.distanceM ?? 0) }, 'note'));
  else if (!systemCertain)
    throw new BadInput(
      issueOf('crs.ambiguous', {
        file,
        systems: systems
          .slice(0, 6)
          .map(({ name }) => name)
          .join('; '),
      }),
    );
  return {};
}

/** Every layer or sheet of a file. Throws `BadInput` with a sentence that names the file. */
export async function readTables(path: string): Promise<RawTable[]> {
  let bytes: Uint8Array;
  try {
    bytes = await readBytes(path);
  } catch {
    throw new BadInput(issueOf('read.missing', { file: path }));
  }
  try {
    return await readFile({ name: basename(path), bytes: new Uint8Array(bytes) });
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
