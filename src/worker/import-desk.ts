import { issueOf } from '../base/issue';
import { fail, ok, type Result } from '../base/result';
import { convert, positionsFor } from '../io/mapping/convert';
import type { ImportChoices, ImportedRecords, ImportProposal } from '../io/mapping/import-plan';
import { propose, type Surroundings } from '../io/mapping/propose';
import { toChange } from '../io/mapping/to-change';
import { type RawTable, UnreadableFile } from '../io/readers/reader';
import { readFile } from '../io/readers/registry';
import type { Change } from '../model/change/change';
import type { EntityType } from '../model/entities/registry';
import type { Plan } from '../model/plan';

interface KeptFile {
  readonly name: string;
  readonly tables: readonly RawTable[];
}

/** Keeps files between reading and importing, so that the sheet's questions do not read them again. */
export class ImportDesk {
  private readonly files = new Map<string, KeptFile>();
  private lastToken = 0;

  async read(
    name: string,
    bytes: Uint8Array,
    surroundings: Surroundings,
    onProgress: (share: number) => void,
  ): Promise<Result<{ token: string; proposals: ImportProposal[] }>> {
    try {
      const tables = await readFile({ name, bytes }, { onProgress });
      const token = String(++this.lastToken);
      this.files.set(token, { name, tables });
      const proposals = await Promise.all(tables.map((table) => propose(table, name, surroundings)));
      return ok({ token, proposals });
    } catch (error) {
      if (error instanceof UnreadableFile) return fail(error.issue);
      throw error;
    }
  }

  /** The proposal for a record type that the user chose. */
  propose(token: string, index: number, entity: EntityType, surroundings: Surroundings): Promise<ImportProposal> {
    return propose(this.table(token, index), this.files.get(token)!.name, surroundings, entity);
  }

  async convert(token: string, index: number, choices: ImportChoices, plan: Plan): Promise<Result<ImportedRecords>> {
    const table = this.table(token, index);
    const positions = await positionsFor(table, choices);
    if (!positions.ok) return positions;
    return ok(convert(table, choices, new Set(plan.records[choices.entity].keys()), positions.value));
  }

  async change(
    token: string,
    index: number,
    choices: ImportChoices,
    plan: Plan,
  ): Promise<Result<{ change: Change; imported: ImportedRecords }>> {
    const converted = await this.convert(token, index, choices, plan);
    if (!converted.ok) return converted;
    const imported = converted.value;
    if (imported.records.length === 0) {
      const file = this.files.get(token)!.name;
      return fail(issueOf('import.nothingUsable', { file, entity: choices.entity }));
    }
    return ok({ change: toChange(imported, choices.mode, plan), imported });
  }

  forget(token: string): void {
    this.files.delete(token);
  }

  /** @throws Error when the file was forgotten: the caller kept a token too long. */
  private table(token: string, index: number): RawTable {
    const table = this.files.get(token)?.tables[index];
    if (!table) throw new Error(`No file is kept under ${token}/${index}`);
    return table;
  }
}
