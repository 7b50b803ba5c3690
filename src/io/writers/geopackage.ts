import type { PutRecord } from '../../model/change/change';
import { bytesOf, emptyDatabase } from '../geopackage/database';
import { fillPlan } from '../geopackage/plan-file';
import { loadSqlite } from '../geopackage/sqlite';
import { Pace } from '../readers/pace';
import { checkWgs84, type Writer } from './writer';

const NO_PLAN = { id: 'export', name: '', asOf: '' };

/**
 * GeoPackage: a layer for each record type with names, styles and code lists for QGIS; the file is at once a plan that
 * the app opens. Columns are the codes of the model, with their names in both languages beside them.
 */
export const geopackageWriter: Writer = {
  id: 'geopackage',
  format: 'GeoPackage',
  ending: 'gpkg',
  mime: 'application/geopackage+sqlite3',
  manyTypes: true,
  write: async (layers, { system, info, ...watching }) => {
    checkWgs84(geopackageWriter, system);
    const pace = new Pace(watching);
    const records = layers.flatMap(({ type, records: list }) => list.map((entity) => ({ type, entity }) as PutRecord));
    const sqlite = await loadSqlite();
    const db = emptyDatabase(sqlite);
    try {
      for (const share of fillPlan(db, info ?? NO_PLAN, records)) await pace.at(share);
      return { bytes: bytesOf(sqlite, db), issues: [] };
    } finally {
      db.close();
    }
  },
};
