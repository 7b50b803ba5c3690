import { issueOf } from '../../base/issue';
import { fail, ok, type Result } from '../../base/result';
import { hasTable } from './core-tables';
import { PLAN_VERSION, versionOf } from './migrations';
import { INFO_TABLE } from './plan-info';
import type { Database } from './sqlite';

const SIGNATURE = 'SQLite format 3\u0000';

export function isSqlite(head: Uint8Array): boolean {
  return [...SIGNATURE].every((letter, k) => head[k] === letter.charCodeAt(0));
}

/**
 * Whether a database just opened is a plan or somebody else's GeoPackage. Reads every page, so that a file cut off or
 * damaged is found before anything is built on it. Issues: `planFile.damaged`, `planFile.notGeopackage`, `planFile.newer`.
 */
export function checkPlanFile(db: Database, file: string): Result<'plan' | 'foreign'> {
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

/** The first complaint of SQLite's own check; null when all is well. */
function damageOf(db: Database): string | null {
  try {
    const found = String(db.selectValue('PRAGMA integrity_check(1)'));
    return found === 'ok' ? null : found.split('\n').join(' ').slice(0, 120);
  } catch (error) {
    return String((error as Error).message).slice(0, 120);
  }
}
