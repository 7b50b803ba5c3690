import type { Database, Sqlite3Static, SqlValue } from '@sqlite.org/sqlite-wasm';

export type { Database, Sqlite3Static, SqlValue };

let loading: Promise<Sqlite3Static> | null = null;

/** SQLite as WebAssembly, 410 kB gzip: loaded when somebody needs it. The same package runs in Node, in memory. */
export function loadSqlite(): Promise<Sqlite3Static> {
  loading ??= import('@sqlite.org/sqlite-wasm').then(({ default: init }) => init());
  return loading;
}

/** An identifier as SQL wants it, whatever stands in it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
