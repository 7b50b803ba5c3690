import type { Database } from './sqlite';

const APPLICATION_ID = 0x47504b47;
/** GeoPackage 1.3. Older GDAL warns of anything newer. */
const USER_VERSION = 10300;
const NOW = "strftime('%Y-%m-%dT%H:%M:%fZ','now')";

const WGS84 =
  'GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563,AUTHORITY["EPSG","7030"]],AUTHORITY["EPSG","6326"]],PRIMEM["Greenwich",0,AUTHORITY["EPSG","8901"]],UNIT["degree",0.0174532925199433,AUTHORITY["EPSG","9122"]],AXIS["Latitude",NORTH],AXIS["Longitude",EAST],AUTHORITY["EPSG","4326"]]';

const TABLES = `
CREATE TABLE gpkg_spatial_ref_sys (
  srs_name TEXT NOT NULL, srs_id INTEGER PRIMARY KEY, organization TEXT NOT NULL,
  organization_coordsys_id INTEGER NOT NULL, definition TEXT NOT NULL, description TEXT);
CREATE TABLE gpkg_contents (
  table_name TEXT NOT NULL PRIMARY KEY, data_type TEXT NOT NULL, identifier TEXT UNIQUE, description TEXT DEFAULT '',
  last_change DATETIME NOT NULL DEFAULT (${NOW}),
  min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE, srs_id INTEGER,
  CONSTRAINT fk_gc_r_srs_id FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_geometry_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, geometry_type_name TEXT NOT NULL, srs_id INTEGER NOT NULL,
  z TINYINT NOT NULL, m TINYINT NOT NULL,
  CONSTRAINT pk_geom_cols PRIMARY KEY (table_name, column_name),
  CONSTRAINT uk_gc_table_name UNIQUE (table_name),
  CONSTRAINT fk_gc_tn FOREIGN KEY (table_name) REFERENCES gpkg_contents(table_name),
  CONSTRAINT fk_gc_srs FOREIGN KEY (srs_id) REFERENCES gpkg_spatial_ref_sys(srs_id));
CREATE TABLE gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
`;

/** The tables that every GeoPackage has, in an empty database (OGC 12-128r18 §1.1). */
export function createCoreTables(db: Database): void {
  db.exec(`PRAGMA application_id=${APPLICATION_ID}; PRAGMA user_version=${USER_VERSION}; ${TABLES}`);
  addSystem(db, ['WGS 84 geodetic', 4326, 'EPSG', 4326, WGS84, 'longitude/latitude in decimal degrees']);
  addSystem(db, ['Undefined cartesian SRS', -1, 'NONE', -1, 'undefined', 'undefined cartesian coordinates']);
  addSystem(db, ['Undefined geographic SRS', 0, 'NONE', 0, 'undefined', 'undefined geographic coordinates']);
}

/** Enters a table among the contents; `srsId` null for a table without geometry. A title that another table has is not used twice. */
export function addContents(
  db: Database,
  table: string,
  { identifier, description, srsId }: { identifier: string; description: string; srsId: number | null },
): void {
  const taken = db.selectValue('SELECT count(*) FROM gpkg_contents WHERE identifier = ?', [identifier]) !== 0;
  db.exec({
    sql: 'INSERT INTO gpkg_contents (table_name, data_type, identifier, description, srs_id) VALUES (?,?,?,?,?)',
    bind: [table, srsId === null ? 'attributes' : 'features', taken ? table : identifier, description, srsId],
  });
}

export function addExtension(
  db: Database,
  [table, column, name, definition, scope]: readonly [
    string,
    string | null,
    string,
    string,
    'read-write' | 'write-only',
  ],
): void {
  db.exec({
    sql: 'INSERT OR IGNORE INTO gpkg_extensions VALUES (?,?,?,?,?)',
    bind: [table, column, name, definition, scope],
  });
}

export function hasTable(db: Database, name: string): boolean {
  return db.selectValue('SELECT count(*) FROM sqlite_schema WHERE name = ?', [name]) === 1;
}

function addSystem(db: Database, row: readonly (string | number)[]): void {
  db.exec({ sql: 'INSERT INTO gpkg_spatial_ref_sys VALUES (?,?,?,?,?,?)', bind: [...row] });
}
