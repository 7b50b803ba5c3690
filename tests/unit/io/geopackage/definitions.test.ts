import { DOMParser } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { openBytes } from '../../../../src/io/geopackage/database';
import { LAYERS } from '../../../../src/io/geopackage/layers';
import { planFileOf } from '../../../../src/io/geopackage/plan-file';
import { type Database, loadSqlite } from '../../../../src/io/geopackage/sqlite';
import { ENTITY_TYPES } from '../../../../src/model/entities/registry';
import { planOf, point } from '../../../support/plans';

async function open(): Promise<Database> {
  const plan = planOf({ hydrant: [{ id: 'h', status: 'working', geometry: point(0, 0) }] });
  return openBytes(await loadSqlite(), await planFileOf(plan));
}

describe('what other programs find in a plan file', () => {
  it('is a GeoPackage 1.3 with one layer for each record type, titled in Chinese', async () => {
    const db = await open();
    expect(db.selectValue('PRAGMA application_id')).toBe(0x47504b47);
    expect(db.selectValue('PRAGMA user_version')).toBe(10300);
    const layers = db.selectArrays(
      "SELECT c.table_name, c.identifier, g.geometry_type_name, c.srs_id FROM gpkg_contents c JOIN gpkg_geometry_columns g USING (table_name) WHERE c.data_type = 'features'",
    );
    expect(layers).toHaveLength(ENTITY_TYPES.length);
    expect(layers).toContainEqual(['hydrant', '市政消火栓', 'POINT', 4326]);
    expect(layers).toContainEqual(['road_segment', '道路', 'LINESTRING', 4326]);
    expect(db.selectValues('PRAGMA foreign_key_check')).toEqual([]);
    db.close();
  });

  it('names every column with its unit and lists every code with its word', async () => {
    const db = await open();
    const columns = LAYERS.flatMap(({ columns: each }) => each);
    expect(db.selectValue('SELECT count(*) FROM gpkg_data_columns')).toBe(columns.length);
    expect(db.selectArray("SELECT name, description FROM gpkg_data_columns WHERE column_name = 'flowLps'")).toEqual([
      '流量 (L/s)',
      'Flow (L/s)',
    ]);
    expect(
      db.selectValues(
        "SELECT value || description FROM gpkg_data_column_constraints WHERE constraint_name = 'hydrant_status'",
      ),
    ).toContain('working完好');
    expect(
      db.selectArray("SELECT min, max FROM gpkg_data_column_constraints WHERE constraint_name = 'roadsegment_layer'"),
    ).toEqual([-5, 5]);
    db.close();
  });

  it('has a default QGIS style for each layer, in XML that can be read, with a symbol for each code it sorts by', async () => {
    const db = await open();
    const styles = db.selectObjects(
      'SELECT f_table_name AS name, styleQML AS qml FROM layer_styles WHERE useAsDefault = 1',
    );
    expect(styles.map(({ name }) => name).sort()).toEqual(LAYERS.map(({ table }) => table).sort());
    for (const { name, qml } of styles) {
      const xml = new DOMParser({ onError: (_, message) => expect.fail(`${name}: ${message}`) }).parseFromString(
        String(qml),
        'text/xml',
      );
      const symbols = [...xml.getElementsByTagName('symbol')].map((node) => node.getAttribute('name'));
      const used = [...xml.getElementsByTagName('category')].map((node) => node.getAttribute('symbol'));
      expect(symbols.length).toBeGreaterThan(0);
      for (const symbol of used) expect(symbols).toContain(symbol);
    }
    expect(String(styles.find(({ name }) => name === 'hydrant')!.qml)).toContain('label="完好"');
    db.close();
  });

  it('keeps its spatial index when another program edits a geometry', async () => {
    const db = await open();
    db.exec("UPDATE hydrant SET geom = x'47500001e61000000101000000000000000000f03f0000000000000040' WHERE id = 'h'");
    expect(db.selectArray('SELECT minx, maxy FROM rtree_hydrant_geom')).toEqual([1, 2]);
    db.exec("UPDATE hydrant SET geom = NULL WHERE id = 'h'");
    expect(db.selectValue('SELECT count(*) FROM rtree_hydrant_geom')).toBe(0);
    db.exec("DELETE FROM hydrant WHERE id = 'h'");
    db.close();
  });
});
