import type { PlanInfo } from '../../model/plan';
import { addContents } from './core-tables';
import type { Database } from './sqlite';

export const INFO_TABLE = 'shuantu_plan';

/** What a plan file says of the plan as a whole; each is one row of the table. */
type InfoKey = 'format' | 'definitions' | 'id' | 'name' | 'asOf' | 'settings';

export function createInfoTable(db: Database): void {
  db.exec(
    `CREATE TABLE ${INFO_TABLE} (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, key TEXT NOT NULL UNIQUE, value TEXT)`,
  );
  addContents(db, INFO_TABLE, { identifier: '规划工程', description: 'Plan', srsId: null });
}

export function readValue(db: Database, key: InfoKey): string | undefined {
  const value = db.selectValue(`SELECT value FROM ${INFO_TABLE} WHERE key = ?`, [key]);
  return value === undefined || value === null ? undefined : String(value);
}

export function writeValue(db: Database, key: InfoKey, value: string): void {
  db.exec({
    sql: `INSERT INTO ${INFO_TABLE} (key, value) VALUES (?1, ?2) ON CONFLICT (key) DO UPDATE SET value = ?2`,
    bind: [key, value],
  });
}

export function readInfo(db: Database): PlanInfo {
  return { id: readValue(db, 'id') ?? '', name: readValue(db, 'name') ?? '', asOf: readValue(db, 'asOf') ?? '' };
}

export function writeInfo(db: Database, { id, name, asOf }: PlanInfo): void {
  writeValue(db, 'id', id);
  writeValue(db, 'name', name);
  writeValue(db, 'asOf', asOf);
}
