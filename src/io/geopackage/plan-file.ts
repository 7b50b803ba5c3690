import { type Issue, issueOf } from '../../base/issue';
import { fail, ok, type Result } from '../../base/result';
import { applyChange } from '../../model/change/apply';
import { type Change, changeOf, type PutRecord } from '../../model/change/change';
import { emptyPlan, type Plan, type PlanInfo } from '../../model/plan';
import { ChangeWriter } from './change-writer';
import { bytesOf, emptyDatabase } from './database';
import { damageIssue, openChecked } from './inspect';
import { bringUpToDate } from './migrations';
import { readInfo, readValue, writeInfo, writeValue } from './plan-info';
import { readRecords } from './plan-reader';
import { type Database, loadSqlite, type Sqlite3Static } from './sqlite';

/** A plan as the bytes of a GeoPackage, with the settings that belong to it as JSON. */
export async function planFileOf(plan: Plan, settings = '{}'): Promise<Uint8Array<ArrayBuffer>> {
  const sqlite = await loadSqlite();
  const db = emptyDatabase(sqlite);
  try {
    for (const _ of fillPlan(db, plan.info, recordsOf(plan)));
    writeValue(db, 'settings', settings);
    return bytesOf(sqlite, db);
  } finally {
    db.close();
  }
}

/** Makes a plan file in an empty database, step by step as `ChangeWriter.write` does. */
export function* fillPlan(db: Database, info: PlanInfo, records: readonly PutRecord[]): Generator<number> {
  bringUpToDate(db);
  writeInfo(db, info);
  const writer = new ChangeWriter(db);
  try {
    yield* writer.write([changeOf({ key: 'open' }, { put: records })]);
  } finally {
    writer.close();
  }
}

export interface PlanContent {
  readonly plan: Plan;
  /** Settings that belong to the plan, as JSON; absent when it has none of its own. */
  readonly settings?: string;
  /** What in the file could not be read. */
  readonly issues: readonly Issue[];
}

/**
 * The plan in a file, brought up to date in memory. Issues: `planFile.damaged`, `planFile.newer`, `planFile.notGeopackage`,
 * `planFile.foreign`.
 */
export function readPlanFile(file: string, bytes: Uint8Array): Promise<Result<PlanContent>> {
  return withPlanFile(file, bytes, (db) => readPlan(db));
}

/** The file with a change in it, made for the plan that it holds; whatever else the file holds stays. Issues as above. */
export function editPlanFile(
  file: string,
  bytes: Uint8Array,
  changeFor: (plan: Plan) => Change,
): Promise<Result<{ bytes: Uint8Array<ArrayBuffer>; plan: Plan }>> {
  return withPlanFile(file, bytes, (db, sqlite) => {
    const { plan } = readPlan(db);
    const change = changeFor(plan);
    const writer = new ChangeWriter(db);
    for (const _ of writer.write([change]));
    writer.close();
    applyChange(plan, change);
    return { bytes: bytesOf(sqlite, db), plan };
  });
}

async function withPlanFile<T>(
  file: string,
  bytes: Uint8Array,
  use: (db: Database, sqlite: Sqlite3Static) => T,
): Promise<Result<T>> {
  const sqlite = await loadSqlite();
  const opened = openChecked(sqlite, file, bytes);
  if (!opened.ok) return opened;
  const { db, kind } = opened.value;
  try {
    if (kind === 'foreign') return fail(issueOf('planFile.foreign', { file }));
    bringUpToDate(db);
    return ok(use(db, sqlite));
  } catch (error) {
    const damage = damageIssue(file, error);
    if (!damage) throw error;
    return fail(damage);
  } finally {
    db.close();
  }
}

function readPlan(db: Database): PlanContent {
  const plan = emptyPlan(readInfo(db));
  const settings = readValue(db, 'settings');
  const steps = readRecords(db);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { plan, issues: value, ...(settings ? { settings } : {}) };
    applyChange(plan, changeOf({ key: 'open' }, { put: value.records }));
  }
}

/** Every record of the plan, in the order of types and insertion. */
export function recordsOf(plan: Plan): PutRecord[] {
  return Object.entries(plan.records).flatMap(([type, records]) =>
    [...records.values()].map((entity) => ({ type, entity }) as PutRecord),
  );
}
