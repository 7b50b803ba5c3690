import { type Issue, issueOf } from '../../base/issue';
import { fail, ok, type Result } from '../../base/result';
import { applyChange } from '../../model/change/apply';
import { changeOf, type PutRecord } from '../../model/change/change';
import { emptyPlan, type Plan, type PlanInfo } from '../../model/plan';
import { ChangeWriter } from './change-writer';
import { bytesOf, emptyDatabase, openBytes } from './database';
import { checkPlanFile } from './inspect';
import { bringUpToDate } from './migrations';
import { readInfo, writeInfo, writeValue } from './plan-info';
import { readRecords } from './plan-reader';
import { type Database, loadSqlite } from './sqlite';

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

/**
 * The plan in a file, brought up to date in memory, and what in it could not be read. Issues: `planFile.damaged`,
 * `planFile.newer`, `planFile.foreign`.
 */
export async function readPlanFile(file: string, bytes: Uint8Array): Promise<Result<{ plan: Plan; issues: Issue[] }>> {
  const sqlite = await loadSqlite();
  const db = openBytes(sqlite, bytes);
  try {
    const checked = checkPlanFile(db, file);
    if (!checked.ok) return checked;
    if (checked.value === 'foreign') return fail(issueOf('planFile.foreign', { file }));
    bringUpToDate(db);
    return ok(readPlan(db));
  } finally {
    db.close();
  }
}

function readPlan(db: Database): { plan: Plan; issues: Issue[] } {
  const plan = emptyPlan(readInfo(db));
  const steps = readRecords(db);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return { plan, issues: value };
    applyChange(plan, changeOf({ key: 'open' }, { put: value.records }));
  }
}

/** Every record of the plan, in the order of types and insertion. */
export function recordsOf(plan: Plan): PutRecord[] {
  return Object.entries(plan.records).flatMap(([type, records]) =>
    [...records.values()].map((entity) => ({ type, entity }) as PutRecord),
  );
}
