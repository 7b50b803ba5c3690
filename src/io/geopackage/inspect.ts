import { type Issue, issueOf } from '../../base/issue';
import { fail, ok, type Result } from '../../base/result';
import { hasTable } from './core-tables';
import { openBytes } from './database';
import { PLAN_VERSION, versionOf } from './migrations';
import { INFO_TABLE } from './plan-info';
import type { Database, Sqlite3Static } from './sqlite';

const SIGNATURE = 'SQLite format 3\u0000';

export function isSqlite(head: Uint8Array): boolean {
  return [...SIGNATURE].every((letter, k) => head[k] === letter.charCodeAt(0));
}

/** A whole file is held in memory twice while it is opened. */
const MOST_BYTES = 500_000_000;

/**
 * A copy of a file in memory, read whole and found good; whoever asked closes it. Issues: `planFile.tooLarge` and those of
 * `checkPlanFile`.
 */
export function openChecked(
  sqlite: Sqlite3Static,
  file: string,
  bytes: Uint8Array,
): Result<{ db: Database; kind: 'plan' | 'foreign' }> {
  const db = bytes.length > MOST_BYTES ? null : opened(sqlite, bytes);
  if (!db) {
    const megabytes = (count: number): number => Math.round(count / 1e6);
    return fail(issueOf('planFile.tooLarge', { file, size: megabytes(bytes.length), most: megabytes(MOST_BYTES) }));
  }
  const checked = checkPlanFile(db, file);
  if (checked.ok) return ok({ db, kind: checked.value });
  db.close();
  return checked;
}

function opened(sqlite: Sqlite3Static, bytes: Uint8Array): Database | null {
  try {
    return openBytes(sqlite, bytes);
  } catch (error) {
    if (error instanceof sqlite.WasmAllocError) return null;
    throw error;
  }
}

/**
 * Whether a database just opened is a plan or somebody else's GeoPackage. Reads every page, so that a file cut off or
 * damaged is found before anything is built on it. Issues: `planFile.damaged`, `planFile.notGeopackage`, `planFile.newer`.
 */
function checkPlanFile(db: Database, file: string): Result<'plan' | 'foreign'> {
  const damage = damageOf(db);
  return damage ? fail(issueOf('planFile.damaged', { file, detail: damage })) : planKind(db, file);
}

/** The same without reading every page, for a file that nobody but us has written. */
export function planKind(db: Database, file: string): Result<'plan' | 'foreign'> {
  if (!hasTable(db, 'gpkg_contents')) return fail(issueOf('planFile.notGeopackage', { file }));
  if (!hasTable(db, INFO_TABLE)) return ok('foreign');
  const version = versionOf(db);
  if (version > PLAN_VERSION) return fail(issueOf('planFile.newer', { file, version, known: PLAN_VERSION }));
  return ok('plan');
}

/**
 * What SQLite complains of in a file that its own check let pass (a name in the schema that a flipped bit has changed); null
 * for an error that is not SQLite's.
 */
export function damageIssue(file: string, error: unknown): Issue | null {
  if (!(error instanceof Error) || !('resultCode' in error)) return null;
  return issueOf('planFile.damaged', { file, detail: error.message.slice(0, 120) });
}

/** The first complaint of SQLite's own check; null when all is well. */
function damageOf(db: Database): string | null {
  try {
    const found = String(db.selectValue('PRAGMA integrity_check(1)'));
    return found === 'ok' ? null : found.split('\n').join(' ').slice(0, 120);
  } catch (error) {
    return String((error as Error).message).slice(0, 120);
  }
}
