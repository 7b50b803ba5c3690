import { writeCodeLists } from './code-lists';
import { createCoreTables, hasTable } from './core-tables';
import { completeLayers } from './layer-tables';
import { LAYERS } from './layers';
import { createInfoTable, INFO_TABLE, readValue, writeValue } from './plan-info';
import type { Database } from './sqlite';
import { addStyles } from './styles';

/** One step of the plan file's history: brings a file from the version before to the step's own. */
type Migration = (db: Database) => void;

/**
 * Steps by number: the first makes version 1 out of an empty database. A new version is one more step at the end;
 * what only adds record types, fields or codes needs none, for that is completed at every opening.
 */
const MIGRATIONS: readonly Migration[] = [
  (db) => {
    createCoreTables(db);
    createInfoTable(db);
    completeLayers(db);
  },
  (db) => {
    writeCodeLists(db);
    addStyles(db);
  },
];

/** Version of the plan files written here. */
export const PLAN_VERSION = MIGRATIONS.length;

/** Version of a plan file; 0 for an empty database. */
export function versionOf(db: Database): number {
  return hasTable(db, INFO_TABLE) ? Number(readValue(db, 'format') ?? 0) : 0;
}

/** Makes or migrates the tables up to a version, in one transaction; a file newer than that must not come here. */
export function bringUpToDate(db: Database, upTo = PLAN_VERSION): void {
  const version = versionOf(db);
  db.transaction('IMMEDIATE', () => {
    for (const step of MIGRATIONS.slice(version, upTo)) step(db);
    completeLayers(db);
    if (version !== upTo) writeValue(db, 'format', String(upTo));
    if (upTo === PLAN_VERSION) completeDefinitions(db);
  });
}

/** Code lists and styles follow the model when it has grown since the file was last open. */
function completeDefinitions(db: Database): void {
  const definitions = JSON.stringify(LAYERS);
  if (readValue(db, 'definitions') === definitions) return;
  writeCodeLists(db);
  addStyles(db);
  writeValue(db, 'definitions', definitions);
}
