import type { ImportChoices } from '../io/mapping/import-plan';

type Remembered = Omit<ImportChoices, 'mode'>;
type Drawer = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

const KEY = 'shuantu.imports';
/** The oldest is forgotten for the newest. */
const MOST_HEADERS = 40;

interface Entry {
  readonly header: string;
  readonly choices: Remembered;
}

/**
 * How files were taken in, by their header, so that the next one with the same header comes in the same way. Kept in the
 * browser; without storage, or with damaged storage, it simply remembers nothing.
 */
export class ImportMemory {
  constructor(private readonly drawer: Drawer | null) {}

  /** The choices for the last file with these columns, whatever their order. */
  recall(columns: readonly string[]): Remembered | null {
    const header = headerOf(columns);
    return this.entries().find((entry) => entry.header === header)?.choices ?? null;
  }

  keep(columns: readonly string[], { mode: _, ...choices }: ImportChoices): void {
    if (columns.length === 0) return;
    const header = headerOf(columns);
    this.write([{ header, choices }, ...this.entries().filter((entry) => entry.header !== header)]);
  }

  forget(columns: readonly string[]): void {
    const header = headerOf(columns);
    this.write(this.entries().filter((entry) => entry.header !== header));
  }

  clear(): void {
    this.drawer?.removeItem(KEY);
  }

  private entries(): Entry[] {
    try {
      const stored: unknown = JSON.parse(this.drawer?.getItem(KEY) ?? '[]');
      return Array.isArray(stored) ? stored.filter(isEntry) : [];
    } catch {
      return [];
    }
  }

  private write(entries: readonly Entry[]): void {
    try {
      this.drawer?.setItem(KEY, JSON.stringify(entries.slice(0, MOST_HEADERS)));
    } catch {
      // A full or forbidden storage costs the user nothing but the convenience.
    }
  }
}

function headerOf(columns: readonly string[]): string {
  return JSON.stringify([...columns].sort());
}

function isEntry(value: unknown): value is Entry {
  const { header, choices } = (value ?? {}) as Partial<Entry>;
  return (
    typeof header === 'string' &&
    typeof choices?.entity === 'string' &&
    typeof choices.crs === 'string' &&
    Array.isArray(choices.mapping)
  );
}
