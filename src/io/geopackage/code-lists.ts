import { addExtension, hasTable } from './core-tables';
import { LAYERS, type Layer, type LayerColumn } from './layers';
import type { Database } from './sqlite';

const DEFINITION = 'http://www.geopackage.org/spec/#extension_schema';

const TABLES = `
CREATE TABLE gpkg_data_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT,
  constraint_name TEXT,
  CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name),
  CONSTRAINT gdc_tn UNIQUE (table_name, name));
CREATE TABLE gpkg_data_column_constraints (
  constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN,
  max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
  CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
`;

/** What columns are called and which values they take, for other programs (OGC 12-128r18, annex F.9); written anew. */
export function writeCodeLists(db: Database): void {
  if (!hasTable(db, 'gpkg_data_columns')) {
    db.exec(TABLES);
    for (const table of ['gpkg_data_columns', 'gpkg_data_column_constraints'])
      addExtension(db, [table, null, 'gpkg_schema', DEFINITION, 'read-write']);
  }
  for (const layer of LAYERS) for (const column of layer.columns) writeColumn(db, layer, column);
}

function writeColumn(db: Database, { table }: Layer, column: LayerColumn): void {
  const { field, titleZh, titleEn, constraint } = column;
  db.exec({
    sql: 'INSERT OR REPLACE INTO gpkg_data_columns VALUES (?,?,?,?,?,NULL,?)',
    bind: [table, field.name, titleZh, titleZh, titleEn, constraint],
  });
  if (!constraint) return;
  db.exec({ sql: 'DELETE FROM gpkg_data_column_constraints WHERE constraint_name = ?', bind: [constraint] });
  const add = 'INSERT INTO gpkg_data_column_constraints VALUES (?,?,?,?,?,?,?,?)';
  for (const { code, labelZh } of column.choices)
    db.exec({ sql: add, bind: [constraint, 'enum', code, null, null, null, null, labelZh] });
  if (column.choices.length === 0)
    db.exec({ sql: add, bind: [constraint, 'range', null, field.min!, 1, field.max!, 1, titleZh] });
}
