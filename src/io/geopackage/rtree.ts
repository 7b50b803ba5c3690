import { addExtension } from './core-tables';
import type { Database } from './sqlite';

const DEFINITION = 'http://www.geopackage.org/spec120/#extension_rtree';

/** The spatial index of a layer and the triggers that keep it true whoever edits (OGC 12-128r18, annex F.3). */
export function createSpatialIndex(db: Database, table: string, column: string): void {
  db.exec(`CREATE VIRTUAL TABLE "${indexOf(table, column)}" USING rtree(id, minx, maxx, miny, maxy)`);
  fillSpatialIndex(db, table, column);
  addTriggers(db, table, column);
  addExtension(db, [table, column, 'gpkg_rtree_index', DEFINITION, 'write-only']);
}

/** Does big work on a layer without its triggers and makes the index anew afterwards: several times faster. */
export function withoutSpatialIndex(db: Database, table: string, column: string): () => void {
  const index = indexOf(table, column);
  for (const name of TRIGGERS) db.exec(`DROP TRIGGER IF EXISTS "${index}_${name}"`);
  return () => {
    db.exec(`DELETE FROM "${index}"`);
    fillSpatialIndex(db, table, column);
    addTriggers(db, table, column);
  };
}

const TRIGGERS = ['insert', 'update2', 'update4', 'update5', 'update6', 'update7', 'delete'] as const;

function indexOf(table: string, column: string): string {
  return `rtree_${table}_${column}`;
}

function fillSpatialIndex(db: Database, table: string, column: string): void {
  db.exec(`INSERT INTO "${indexOf(table, column)}" SELECT fid, ${sides('', column)} FROM "${table}"
    WHERE "${column}" NOT NULL AND NOT ST_IsEmpty("${column}")`);
}

function sides(row: '' | 'NEW.', column: string): string {
  return ['ST_MinX', 'ST_MaxX', 'ST_MinY', 'ST_MaxY'].map((side) => `${side}(${row}"${column}")`).join(', ');
}

function addTriggers(db: Database, table: string, column: string): void {
  const index = `"${indexOf(table, column)}"`;
  const name = (kind: (typeof TRIGGERS)[number]): string => `CREATE TRIGGER "${indexOf(table, column)}_${kind}"`;
  const there = (row: string): string => `(${row}."${column}" NOTNULL AND NOT ST_IsEmpty(${row}."${column}"))`;
  const gone = (row: string): string => `(${row}."${column}" ISNULL OR ST_IsEmpty(${row}."${column}"))`;
  const insert = `INSERT OR REPLACE INTO ${index} VALUES (NEW.fid, ${sides('NEW.', column)});`;
  const remove = `DELETE FROM ${index} WHERE id = OLD.fid;`;
  const update = `UPDATE ${index} SET minx = ST_MinX(NEW."${column}"), maxx = ST_MaxX(NEW."${column}"),
    miny = ST_MinY(NEW."${column}"), maxy = ST_MaxY(NEW."${column}") WHERE id = NEW.fid;`;
  db.exec(`
    ${name('insert')} AFTER INSERT ON "${table}" WHEN ${there('NEW')} BEGIN ${insert} END;
    ${name('update2')} AFTER UPDATE OF "${column}" ON "${table}"
      WHEN OLD.fid = NEW.fid AND ${gone('NEW')} BEGIN ${remove} END;
    ${name('update4')} AFTER UPDATE ON "${table}"
      WHEN OLD.fid != NEW.fid AND ${gone('NEW')} BEGIN DELETE FROM ${index} WHERE id IN (OLD.fid, NEW.fid); END;
    ${name('update5')} AFTER UPDATE ON "${table}"
      WHEN OLD.fid != NEW.fid AND ${there('NEW')} BEGIN ${remove} ${insert} END;
    ${name('update6')} AFTER UPDATE OF "${column}" ON "${table}"
      WHEN OLD.fid = NEW.fid AND ${there('NEW')} AND ${there('OLD')} BEGIN ${update} END;
    ${name('update7')} AFTER UPDATE OF "${column}" ON "${table}"
      WHEN OLD.fid = NEW.fid AND ${there('NEW')} AND ${gone('OLD')} BEGIN ${insert} END;
    ${name('delete')} AFTER DELETE ON "${table}" WHEN OLD."${column}" NOT NULL BEGIN ${remove} END;`);
}
