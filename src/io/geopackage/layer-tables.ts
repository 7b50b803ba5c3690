import { addContents, hasTable } from './core-tables';
import { GEOMETRY_COLUMN, LAYERS, type Layer } from './layers';
import { createSpatialIndex } from './rtree';
import type { Database } from './sqlite';

export const SRS_ID = 4326;

/** Adds the layers and columns that the file does not have yet; what others added stays. */
export function completeLayers(db: Database): void {
  for (const layer of LAYERS) {
    if (hasTable(db, layer.table)) addMissingColumns(db, layer);
    else createLayer(db, layer);
    giveIds(db, layer);
  }
}

function createLayer(db: Database, layer: Layer): void {
  const columns = layer.columns.map(({ field, sqlType }) => `"${field.name}" ${sqlType}`);
  db.exec(`CREATE TABLE "${layer.table}" (
    fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, "${GEOMETRY_COLUMN}" ${layer.geometry},
    ${['id TEXT UNIQUE', ...columns].join(', ')})`);
  addContents(db, layer.table, { identifier: layer.titleZh, description: layer.titleEn, srsId: SRS_ID });
  db.exec({
    sql: 'INSERT INTO gpkg_geometry_columns VALUES (?,?,?,?,0,0)',
    bind: [layer.table, GEOMETRY_COLUMN, layer.geometry, SRS_ID],
  });
  createSpatialIndex(db, layer.table, GEOMETRY_COLUMN);
}

function addMissingColumns(db: Database, { table, columns }: Layer): void {
  const there = new Set(db.selectValues('SELECT name FROM pragma_table_info(?)', [table]));
  for (const { field, sqlType } of columns)
    if (!there.has(field.name)) db.exec(`ALTER TABLE "${table}" ADD COLUMN "${field.name}" ${sqlType}`);
}

/** Records that another program added have no id yet. */
function giveIds(db: Database, { table, type }: Layer): void {
  db.exec({ sql: `UPDATE "${table}" SET id = ? || fid WHERE id IS NULL OR id = ''`, bind: [`${type}-fid`] });
}
