import { type Issue, issueOf } from '../base/issue';
import { fail, ok, type Result } from '../base/result';
import { checkOf, failedCheck, type ImportCheck } from '../io/mapping/check';
import { convert, positionsFor } from '../io/mapping/convert';
import type {
  ColumnMapping,
  ImportChoices,
  ImportedRecords,
  ImportProposal,
  RejectionCounts,
} from '../io/mapping/import-plan';
import { joinImports } from '../io/mapping/join-imports';
import { mappingByHand } from '../io/mapping/match-columns';
import { propose, type Surroundings, type Wanted } from '../io/mapping/propose';
import { toChange } from '../io/mapping/to-change';
import { type RawTable, type SourceFile, UnreadableFile } from '../io/readers/reader';
import { type Change, joinChanges } from '../model/change/change';
import type { Entity, EntityType } from '../model/entities/registry';
import type { Plan } from '../model/plan';

/** One table of a file that was read, by the file's token and the table's place in it. */
export interface TableRef {
  readonly token: string;
  readonly index: number;
}

/** A table that is to be imported, and how. */
export interface ImportPick extends TableRef {
  readonly choices: ImportChoices;
}

/** What became of a file: its tables as proposals, or why it cannot be read. */
export type FileRead =
  | { readonly fileName: string; readonly token: string; readonly proposals: readonly ImportProposal[] }
  | { readonly fileName: string; readonly issue: Issue };

interface KeptTable {
  readonly fileName: string;
  readonly table: RawTable;
  /** The last conversion, and by which choices: the sheet asks the same question for check and import. */
  made?: { readonly key: string; readonly imported: ImportedRecords<Entity> };
}

/** Keeps files between reading and importing, so that the sheet's questions do not read them again. */
export class ImportDesk {
  private readonly tables = new Map<string, KeptTable>();
  private lastToken = 0;

  /** Reads a file and keeps its tables; null when reading was cancelled. */
  async read(
    file: SourceFile,
    surroundings: Surroundings,
    onProgress: (share: number) => void,
    signal: AbortSignal,
  ): Promise<FileRead | null> {
    try {
      // The readers come when the first file does.
      const { readFile } = await import('../io/readers/registry');
      const tables = await readFile(file, { onProgress, signal });
      const token = String(++this.lastToken);
      for (const [index, table] of tables.entries())
        this.tables.set(keyOf({ token, index }), { fileName: file.name, table });
      const proposals = [];
      for (const table of tables) proposals.push(await propose(table, file.name, surroundings));
      return { fileName: file.name, token, proposals };
    } catch (error) {
      if (error instanceof UnreadableFile) return { fileName: file.name, issue: error.issue };
      if (signal.aborted) return null;
      throw error;
    }
  }

  /** The proposal for a record type or position columns that the user chose. */
  propose(ref: TableRef, wanted: Wanted, surroundings: Surroundings): Promise<ImportProposal> {
    const { table, fileName } = this.kept(ref);
    return propose(table, fileName, surroundings, wanted);
  }

  /** A field fed by a column that the user chose, with how its cells are read. */
  proposeColumn(ref: TableRef, entity: EntityType, field: string, column: string): ColumnMapping {
    return mappingByHand(this.kept(ref).table, entity, field, column);
  }

  async check({ choices, ...ref }: ImportPick, plan: Plan): Promise<ImportCheck> {
    const converted = await this.convert(ref, choices);
    return converted.ok ? checkOf(converted.value, plan) : failedCheck(converted.issue);
  }

  /** The records of a table by these choices; made once for the same choices. Issue `crs.unknown`. */
  async convert(ref: TableRef, choices: ImportChoices): Promise<Result<ImportedRecords<Entity>>> {
    const kept = this.kept(ref);
    const { mode: _, ...rest } = choices;
    const key = JSON.stringify(rest);
    if (kept.made?.key === key) return ok(kept.made.imported);
    const positions = await positionsFor(kept.table, choices);
    if (!positions.ok) return positions;
    const imported = convert(kept.table, choices, positions.value);
    kept.made = { key, imported };
    return ok(imported);
  }

  /** Everything picked as one change. Issue `import.nothingUsable` when no record is left. */
  async change(
    picks: readonly ImportPick[],
    plan: Plan,
  ): Promise<Result<{ readonly change: Change; readonly counts: RejectionCounts }>> {
    const byType = new Map<EntityType, { mode: ImportChoices['mode']; parts: ImportedRecords<Entity>[] }>();
    let [records, values, mended] = [0, 0, 0];
    for (const { choices, ...ref } of picks) {
      const converted = await this.convert(ref, choices);
      if (!converted.ok) return converted;
      const { entity, counts } = converted.value;
      records += counts.records;
      values += counts.values;
      mended += counts.mended;
      if (converted.value.records.length === 0) continue;
      const group = byType.get(entity) ?? { mode: choices.mode, parts: [] };
      group.parts.push(converted.value);
      byType.set(entity, group);
    }
    const changes = [...byType.values()].map(({ mode, parts }) => toChange(joinImports(parts), mode, plan));
    if (changes.length === 0) return fail(this.nothing(picks));
    const label = changes.length === 1 ? changes[0]!.label : manyLabel(changes);
    return ok({ change: joinChanges(label, changes), counts: { records, values, mended } });
  }

  /** Drops every file that is kept. */
  clear(): void {
    this.tables.clear();
  }

  fileName(ref: TableRef): string {
    return this.kept(ref).fileName;
  }

  private nothing(picks: readonly ImportPick[]): Issue {
    const [first] = picks;
    return issueOf('import.nothingUsable', {
      file: first ? this.fileName(first) : '',
      entity: first?.choices.entity ?? 'hydrant',
    });
  }

  /** @throws Error when the file was dropped: the caller kept a token too long. */
  private kept(ref: TableRef): KeptTable {
    const kept = this.tables.get(keyOf(ref));
    if (!kept) throw new Error(`No table is kept under ${keyOf(ref)}`);
    return kept;
  }
}

function keyOf({ token, index }: TableRef): string {
  return `${token}/${index}`;
}

function manyLabel(changes: readonly Change[]): Change['label'] {
  const count = changes.reduce((sum, { put, patch }) => sum + put.length + patch.length, 0);
  return { key: 'importMany', params: { count, kinds: changes.length } };
}
