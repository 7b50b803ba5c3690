import { type Issue, issueOf } from '../../base/issue';
import type { PutRecord } from '../../model/change/change';
import type { EntityGeometry, FieldSpec } from '../../model/entities/spec';
import { fromSql } from './column-values';
import { decodeGeometry } from './geometry-blob';
import { GEOMETRY_COLUMN, LAYERS, type Layer } from './layers';
import type { Database } from './sqlite';

/** Records a step: as many as one message to the page carries. */
const STEP = 1000;

export interface ReadStep {
  readonly records: readonly PutRecord[];
  /** Part of the file read so far, 0 to 1. */
  readonly share: number;
}

/**
 * The records of an open plan file that is up to date, in the order of their writing, step by step; returns what could not
 * be read, because another program wrote it.
 */
export function* readRecords(db: Database): Generator<ReadStep, Issue[]> {
  const issues: Issue[] = [];
  const counts = LAYERS.map(({ table }) => Number(db.selectValue(`SELECT count(*) FROM "${table}"`)));
  const total = counts.reduce((sum, count) => sum + count, 0);
  let done = 0;
  for (const [k, layer] of LAYERS.entries()) {
    if (counts[k] === 0) continue;
    for (const rows of rowsOf(db, layer)) {
      done += rows.length;
      const records = rows.map((row) => recordOf(layer, row, issues)).filter((record) => record !== null);
      yield { records, share: done / total };
    }
  }
  return issues;
}

interface Row {
  readonly fid: number;
  readonly values: readonly unknown[];
  readonly blob: Uint8Array | null;
}

/** Attributes come as one JSON text a step, which is several times faster than value by value. */
function* rowsOf(db: Database, { table, columns }: Layer): Generator<Row[]> {
  const names = ['id', ...columns.map(({ field }) => field.name)];
  // JSON holds no blobs, and SQLite lets anybody put one into any column.
  const values = names.map((name) => `CASE typeof("${name}") WHEN 'blob' THEN NULL ELSE "${name}" END`);
  const step = `FROM "${table}" WHERE fid > ? ORDER BY fid LIMIT ${STEP}`;
  const attributes = db.prepare(`SELECT json_group_array(json_array(${values.join(',')})) FROM (SELECT * ${step})`);
  const geometries = db.prepare(`SELECT fid, "${GEOMETRY_COLUMN}" ${step}`);
  try {
    for (let after = Number.MIN_SAFE_INTEGER; ; ) {
      const rows = readStep(attributes, geometries, after);
      if (rows.length === 0) return;
      after = rows.at(-1)!.fid;
      yield rows;
    }
  } finally {
    attributes.finalize();
    geometries.finalize();
  }
}

type Statement = ReturnType<Database['prepare']>;

function readStep(attributes: Statement, geometries: Statement, after: number): Row[] {
  attributes.bind([after]).step();
  const values = JSON.parse(attributes.getString(0)!) as unknown[][];
  attributes.reset();
  geometries.bind([after]);
  const rows: Row[] = [];
  while (geometries.step()) {
    const blob = geometries.get(1);
    rows.push({
      fid: geometries.getInt(0)!,
      values: values[rows.length]!,
      blob: blob instanceof Uint8Array ? blob : null,
    });
  }
  geometries.reset();
  return rows;
}

function recordOf({ type, columns }: Layer, { values, blob }: Row, issues: Issue[]): PutRecord | null {
  const id = String(values[0]);
  const geometry = geometryOf(type, blob);
  if (!geometry) {
    issues.push(issueOf('planFile.geometry', { type, id }, 'warning'));
    return null;
  }
  const record: Record<string, unknown> = { id };
  for (const [k, { field }] of columns.entries()) {
    const raw = values[k + 1];
    const value = fromSql(field, raw);
    if (value !== undefined) record[field.name] = value;
    else if (raw !== null && raw !== '') issues.push(valueIssue(type, id, field, raw));
  }
  record.geometry = geometry;
  return { type, entity: record } as unknown as PutRecord;
}

function valueIssue(type: string, id: string, field: FieldSpec, raw: unknown): Issue {
  return issueOf('planFile.value', { type, id, field: field.name, value: String(raw).slice(0, 60) }, 'warning');
}

/** As the record type wants it: a single polygon counts as an area of one part. Null when it is of another kind. */
function geometryOf(type: Layer['type'], blob: Uint8Array | null): EntityGeometry | null {
  const wanted = LAYERS.find((layer) => layer.type === type)!.geometry;
  const found = blob && decoded(blob);
  if (!found) return null;
  if (wanted === 'POINT') return found.type === 'Point' ? flat(found) : null;
  if (wanted === 'LINESTRING') return found.type === 'LineString' ? flat(found) : null;
  if (found.type === 'Polygon') return flat({ type: 'MultiPolygon', coordinates: [found.coordinates] });
  return found.type === 'MultiPolygon' && found.coordinates.length > 0 ? flat(found) : null;
}

function decoded(blob: Uint8Array): GeoJSON.Geometry | null {
  try {
    return decodeGeometry(blob);
  } catch {
    return null;
  }
}

/** Without heights, which some programs add. */
function flat(geometry: GeoJSON.Point | GeoJSON.LineString | GeoJSON.MultiPolygon): EntityGeometry {
  const cut = (item: unknown): unknown =>
    Array.isArray(item) ? (typeof item[0] === 'number' ? item.slice(0, 2) : item.map(cut)) : item;
  return {
    type: geometry.type,
    coordinates: hasHeights(geometry) ? cut(geometry.coordinates) : geometry.coordinates,
  } as EntityGeometry;
}

function hasHeights({ coordinates }: GeoJSON.Point | GeoJSON.LineString | GeoJSON.MultiPolygon): boolean {
  let first: unknown = coordinates;
  while (Array.isArray(first) && Array.isArray(first[0])) first = first[0];
  return Array.isArray(first) && first.length > 2;
}
