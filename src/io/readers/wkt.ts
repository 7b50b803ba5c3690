import { wktToGeoJSON } from 'betterknown';
import { issueOf } from '../../base/issue';
import { isFilled } from './cells';
import type { RawFeature, RawTable } from './reader';

const WKT = /^\s*(?:SRID=(\d+);)?\s*(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\s*(?:ZM|Z|M)?\s*(?:\(|EMPTY)/i;
/** A system that the column's name gives in brackets. */
const SYSTEM = /[(（](EPSG:\d{4,6}|GCJ02|BD09|WGS84)[)）]\s*$/i;
const SAMPLE = 50;

/** The table with the geometry that one of its columns holds as well-known text, where there is one. */
export function withWktGeometry(table: RawTable): RawTable {
  const column = table.columns.find((name) => WKT.test(String(firstFilled(table.features, name) ?? '')));
  if (column === undefined) return table;
  const issues = [...table.issues];
  const features = table.features.map((feature) => {
    const cell = feature.properties[column];
    const geometry = geometryOf(String(cell ?? ''));
    if (!geometry && isFilled(cell)) issues.push(issueOf('read.wkt', { row: feature.row, column }));
    return { ...feature, geometry };
  });
  const srid = String(firstFilled(table.features, column)).match(WKT)?.[1];
  const columns = table.columns.filter((name) => name !== column);
  const crs = srid ? `EPSG:${srid}` : column.match(SYSTEM)?.[1];
  return { ...table, columns, features, issues, ...(crs ? { crs } : {}) };
}

function geometryOf(text: string): GeoJSON.Geometry | null {
  if (!WKT.test(text)) return null;
  try {
    return wktToGeoJSON(text.replace(/^\s*SRID=\d+;/i, ''));
  } catch {
    return null;
  }
}

function firstFilled(features: readonly RawFeature[], column: string): unknown {
  return features.slice(0, SAMPLE).find(({ properties }) => isFilled(properties[column]))?.properties[column];
}
