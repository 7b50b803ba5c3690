import type { ImportChoices } from './import-plan';
import type { Rejections } from './rejections';

/** Gives every record of a file an id of its own. */
export class RecordIds {
  /** Ids that the file does not name. */
  readonly madeUp = new Set<string>();
  private readonly taken = new Set<string>();
  private readonly idColumn: string | undefined;
  private counted = 0;

  constructor(private readonly choices: Pick<ImportChoices, 'entity' | 'mapping'>) {
    this.idColumn = choices.mapping.find(({ field }) => field === 'id')?.column;
  }

  /** The record's id or number where it is the first with it, otherwise a made-up one; a second one is remarked upon. */
  next(properties: Readonly<Record<string, unknown>>, number: unknown, row: number, rejections: Rejections): string {
    const own = this.idColumn === undefined ? '' : textOf(properties[this.idColumn]);
    const named = own || textOf(number);
    if (named && !this.taken.has(named)) {
      this.taken.add(named);
      return named;
    }
    if (named) rejections.remark(row, 'import.duplicate', { id: named });
    return this.makeUp();
  }

  /** Further parts of a feature of several: A, A/2, A/3. */
  ofPart(id: string, part: number): string {
    const name = `${id}/${part + 1}`;
    if (this.taken.has(name)) return this.makeUp();
    this.taken.add(name);
    if (this.madeUp.has(id)) this.madeUp.add(name);
    return name;
  }

  private makeUp(): string {
    for (;;) {
      const id = `${this.choices.entity}-${++this.counted}`;
      if (this.taken.has(id)) continue;
      this.taken.add(id);
      this.madeUp.add(id);
      return id;
    }
  }
}

function textOf(value: unknown): string {
  return value === null || value === undefined ? '' : String(value).trim();
}
