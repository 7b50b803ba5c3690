import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createCoreTables } from '../../../../src/io/geopackage/core-tables';
import { bytesOf, emptyDatabase } from '../../../../src/io/geopackage/database';
import { encodeGeometry } from '../../../../src/io/geopackage/geometry-blob';
import { planFileOf } from '../../../../src/io/geopackage/plan-file';
import { type Database, loadSqlite, quoted } from '../../../../src/io/geopackage/sqlite';
import { UnreadableFile } from '../../../../src/io/readers/reader';
import { readFile } from '../../../../src/io/readers/registry';
import { planOf, point } from '../../../support/plans';

/** A GeoPackage as another program would write it. */
async function geopackage(fill: (db: Database) => void): Promise<Uint8Array> {
  const sqlite = await loadSqlite();
  const db = emptyDatabase(sqlite);
  createCoreTables(db);
  fill(db);
  const bytes = bytesOf(sqlite, db);
  db.close();
  return bytes;
}

function addLayer(db: Database, table: string, columns: string, srsId: number | null): void {
  const geometry = srsId === null ? '' : ', shape GEOMETRY';
  db.exec(`CREATE TABLE ${quoted(table)} (nr INTEGER PRIMARY KEY${geometry}, ${columns})`);
  db.exec({
    sql: 'INSERT INTO gpkg_contents (table_name, data_type, identifier, srs_id) VALUES (?,?,?,?)',
    bind: [table, srsId === null ? 'attributes' : 'features', `层 ${table}`, srsId],
  });
  if (srsId !== null)
    db.exec({
      sql: "INSERT INTO gpkg_geometry_columns VALUES (?, 'shape', 'GEOMETRY', ?, 2, 0)",
      bind: [table, srsId],
    });
}

const at = (x: number, y: number): Uint8Array => encodeGeometry({ type: 'Point', coordinates: [x, y] }, 4547);

describe('the GeoPackage reader', () => {
  it('reads every layer and table with its system, its columns and values as they are', async () => {
    const bytes = await geopackage((db) => {
      db.exec(
        "INSERT INTO gpkg_spatial_ref_sys VALUES ('CGCS2000 / 3-degree GK CM 114E', 4547, 'EPSG', 4547, 'undefined', NULL)",
      );
      addLayer(db, '消火栓 "新"', '编号 TEXT, 完好 BOOLEAN, 检查 DATETIME, 照片 BLOB, 流量 DOUBLE', 4547);
      db.exec({
        sql: `INSERT INTO "消火栓 ""新""" VALUES (1, ?, 'A', 1, '2026-03-01T08:00:00.000Z', x'00', 15.5), (2, NULL, 'B', 0, NULL, NULL, 9007199254740993)`,
        bind: [at(500_000, 3_400_000)],
      });
      addLayer(db, 'list', 'name TEXT', null);
      db.exec("INSERT INTO list VALUES (1, 'x')");
      addLayer(db, 'empty', 'name TEXT', 4326);
    });
    const [hydrants, list, ...others] = await readFile({ name: 'a.gpkg', bytes });
    expect(others).toEqual([]);
    expect(hydrants).toMatchObject({
      format: 'GeoPackage',
      layer: '层 消火栓 "新"',
      crs: 'EPSG:4547',
      columns: ['编号', '完好', '检查', '流量'],
      issues: [],
    });
    expect(hydrants!.features).toEqual([
      {
        row: 1,
        properties: { 编号: 'A', 完好: true, 检查: '2026-03-01T08:00:00', 流量: 15.5 },
        geometry: { type: 'Point', coordinates: [500_000, 3_400_000] },
      },
      { row: 2, properties: { 编号: 'B', 完好: false, 检查: null, 流量: 9007199254740992 }, geometry: null },
    ]);
    expect(list).toMatchObject({ layer: '层 list', features: [{ properties: { name: 'x' }, geometry: null }] });
  });

  it('lists what it cannot read: curves by row, views by name', async () => {
    const bytes = await geopackage((db) => {
      addLayer(db, 'curves', 'name TEXT', 4326);
      db.exec("INSERT INTO curves VALUES (1, x'47500001e6100000010800000000000000', 'arc')");
      db.exec({ sql: "INSERT INTO curves VALUES (2, ?, 'dot')", bind: [at(120, 30)] });
      db.exec('CREATE VIEW endless AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n');
      db.exec(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier) VALUES ('endless', 'attributes', 'endless')",
      );
    });
    const tables = await readFile({ name: 'a.gpkg', bytes });
    expect(
      tables.map(({ layer, features, issues }) => [layer, features.length, issues.map(({ code }) => code)]),
    ).toEqual([
      ['层 curves', 1, ['read.shape']],
      ['endless', 0, ['read.gpkgView']],
    ]);
  });

  it('knows the record types of a plan', async () => {
    const bytes = await planFileOf(planOf({ hydrant: [{ id: 'h', status: 'working', geometry: point(0, 0) }] }));
    const tables = await readFile({ name: 'plan.gpkg', bytes });
    expect(tables).toMatchObject([{ layer: '市政消火栓', entity: 'hydrant', crs: 'EPSG:4326' }]);
    expect(tables[0]!.features[0]).toMatchObject({ properties: { id: 'h', status: 'working' }, geometry: point(0, 0) });
  });

  it('refuses a file cut in half, a damaged page and a database that is no GeoPackage, each with its sentence', async () => {
    const whole = await planFileOf(planOf({ hydrant: [{ id: 'h', geometry: point(0, 0) }] }));
    const code = (bytes: Uint8Array) =>
      readFile({ name: 'a.gpkg', bytes }).then(
        () => 'read',
        (error) => error.issue.code,
      );
    expect(await code(whole.slice(0, whole.length / 2))).toBe('planFile.damaged');
    const page = whole.slice();
    page.fill(0xff, 8192, 12_288);
    expect(await code(page)).toBe('planFile.damaged');
    expect(await code(whole.slice(0, 60))).toBe('planFile.damaged');
    const other = await geopackage((db) =>
      db.exec('DROP TABLE gpkg_extensions; DROP TABLE gpkg_geometry_columns; DROP TABLE gpkg_contents'),
    );
    expect(await code(other)).toBe('planFile.notGeopackage');
  });
});

it('never crashes on a GeoPackage with a flipped bit: its tables, or one sentence', async () => {
  const whole = await planFileOf(planOf({ hydrant: [{ id: 'h', status: 'working', geometry: point(0, 0) }] }));
  await fc.assert(
    fc.asyncProperty(fc.nat(whole.length * 8 - 1), async (bit) => {
      const bytes = whole.slice();
      bytes[bit >> 3]! ^= 1 << (bit & 7);
      const tables = await readFile({ name: 'flip.gpkg', bytes }).catch((error) => {
        expect(error).toBeInstanceOf(UnreadableFile);
        return [];
      });
      for (const { features } of tables) expect(features.length).toBeLessThan(10);
    }),
    { numRuns: 40 },
  );
}, 30_000);
