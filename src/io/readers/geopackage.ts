import { type Issue, issueOf } from '../../base/issue';
import { isWkt } from '../crs/crs';
import { decodeGeometry } from '../geopackage/geometry-blob';
import { damageIssue, isSqlite, openChecked } from '../geopackage/inspect';
import { LAYERS } from '../geopackage/layers';
import { INFO_TABLE } from '../geopackage/plan-info';
import { type Database, loadSqlite, quoted, type SqlValue } from '../geopackage/sqlite';
import type { Pace } from './pace';
import { type RawFeature, type RawTable, type Reader, type SourceFile, UnreadableFile } from './reader';

const STEP = 5000;

/** Every layer and table of a GeoPackage, with the coordinate system it declares; a damaged file is refused whole. */
export const geopackageReader: Reader = {
  format: 'GeoPackage',
  sniff: (head) => (isSqlite(head) ? 1 : 0),
  read: readGeopackage,
};

async function readGeopackage(file: SourceFile, pace: Pace): Promise<RawTable[]> {
  const opened = openChecked(await loadSqlite(), file.name, file.bytes);
  if (!opened.ok) throw new UnreadableFile(opened.issue);
  const { db, kind } = opened.value;
  try {
    const contents = contentsOf(db);
    const tables: RawTable[] = [];
    for (const [k, content] of contents.entries()) {
      const part = pace.part(k / contents.length, (k + 1) / contents.length);
      const table = await readTable(db, content, kind === 'plan', part);
      if (table.features.length + table.issues.length > 0) tables.push(table);
    }
    if (tables.length === 0) throw new UnreadableFile(issueOf('read.noFeatures', { file: file.name }));
    return tables;
  } catch (error) {
    const damage = damageIssue(file.name, error);
    throw damage ? new UnreadableFile(damage) : error;
  } finally {
    db.close();
  }
}

interface Content {
  readonly table: string;
  readonly identifier: string | null;
  readonly geometry: string | null;
  readonly isView: boolean;
  readonly organization: string | null;
  readonly code: number | null;
  readonly definition: string | null;
}

/** Tables of styles and of the plan's own facts hold no records. */
function contentsOf(db: Database): Content[] {
  return db.exec({
    sql: `SELECT c.table_name AS "table", c.identifier, g.column_name AS geometry, s.type = 'view' AS isView,
        r.organization, r.organization_coordsys_id AS code, r.definition
      FROM gpkg_contents c JOIN sqlite_schema s ON lower(s.name) = lower(c.table_name) AND s.type IN ('table', 'view')
      LEFT JOIN gpkg_geometry_columns g ON lower(g.table_name) = lower(c.table_name)
      LEFT JOIN gpkg_spatial_ref_sys r ON r.srs_id = g.srs_id
      WHERE c.data_type IN ('features', 'attributes', 'aspatial') AND c.table_name NOT IN ('layer_styles', ?)`,
    bind: [INFO_TABLE],
    rowMode: 'object',
    returnValue: 'resultRows',
  }) as unknown as Content[];
}

async function readTable(db: Database, content: Content, isPlan: boolean, pace: Pace): Promise<RawTable> {
  const columns = columnsOf(db, content);
  const issues: Issue[] = [];
  // What a view computes may have no end; what a table holds has.
  if (content.isView) issues.push(issueOf('read.gpkgView', { layer: content.table }, 'warning'));
  const features = content.isView ? [] : await readRows(db, content, columns, issues, pace);
  const entity = isPlan ? LAYERS.find(({ table }) => table === content.table)?.type : undefined;
  const crs = systemOf(content);
  return {
    format: 'GeoPackage',
    layer: content.identifier || content.table,
    ...(entity ? { entity } : {}),
    ...(crs ? { crs } : {}),
    columns: columns.map(({ name }) => name),
    features,
    issues,
  };
}

interface Column {
  readonly name: string;
  readonly type: string;
}

/** The row's number, its geometry and pictures are no values for people. */
function columnsOf(db: Database, { table, geometry }: Content): Column[] {
  const rows = db.exec({
    sql: 'SELECT name, upper(type) AS type, pk FROM pragma_table_xinfo(?) WHERE hidden IN (0, 2, 3)',
    bind: [table],
    rowMode: 'object',
    returnValue: 'resultRows',
  }) as unknown as (Column & { readonly pk: number })[];
  return rows.filter(({ name, type, pk }) => pk === 0 && name !== geometry && !type.startsWith('BLOB'));
}

async function readRows(
  db: Database,
  { table, geometry }: Content,
  columns: readonly Column[],
  issues: Issue[],
  pace: Pace,
): Promise<RawFeature[]> {
  const names = [geometry ? quoted(geometry) : 'NULL', ...columns.map(({ name }) => quoted(name))];
  const total = Number(db.selectValue(`SELECT count(*) FROM ${quoted(table)}`));
  const statement = db.prepare(`SELECT ${names.join(', ')} FROM ${quoted(table)}`);
  const features: RawFeature[] = [];
  try {
    for (let row = 1; statement.step(); row++) {
      const values = statement.get([]) as SqlValue[];
      const shape = geometryOf(values[0]!);
      if (shape === 'unreadable') issues.push(issueOf('read.shape', { row }));
      else features.push({ row, properties: propertiesOf(columns, values), geometry: shape });
      if (row % STEP === 0) await pace.at(row / total);
    }
  } finally {
    statement.finalize();
  }
  return features;
}

function geometryOf(value: SqlValue): GeoJSON.Geometry | null | 'unreadable' {
  if (!(value instanceof Uint8Array)) return null;
  try {
    return decodeGeometry(value);
  } catch {
    return 'unreadable';
  }
}

function propertiesOf(columns: readonly Column[], values: readonly SqlValue[]): Record<string, unknown> {
  return Object.fromEntries(columns.map(({ name, type }, k) => [name, plain(values[k + 1]!, type)]));
}

function plain(value: SqlValue, type: string): unknown {
  if (typeof value === 'bigint') return Number(value);
  if (value instanceof Uint8Array) return null;
  if (type === 'BOOLEAN' && (value === 0 || value === 1)) return value === 1;
  // Times are kept as UTC by rule and mostly meant as local ones: the mark of the zone would shift them.
  if (type === 'DATETIME' && typeof value === 'string') return value.replace(/(\.\d+)?Z$/, '');
  return value;
}

/** Longitude or easting first, whatever the system itself prescribes (OGC 12-128r18 §2.1.3). */
function systemOf({ organization, code, definition }: Content): string | undefined {
  if (organization?.toUpperCase() === 'EPSG' && code && code > 0) return `EPSG:${code}`;
  return definition && isWkt(definition) ? definition : undefined;
}
