import type { PreparedStatement } from '@sqlite.org/sqlite-wasm';
import type { Change, PatchRecord, PutRecord, RemoveRecord } from '../../model/change/change';
import type { EntityType } from '../../model/entities/registry';
import type { EntityGeometry } from '../../model/entities/spec';
import { toSql } from './column-values';
import { type Box, boxOfBlob, encodeGeometry } from './geometry-blob';
import { SRS_ID } from './layer-tables';
import { GEOMETRY_COLUMN, LAYERS, type Layer, layerFor } from './layers';
import { withoutSpatialIndex } from './rtree';
import type { Database, SqlValue } from './sqlite';

/** More geometries than this in one change, and the spatial index is made anew rather than kept up row by row. */
const MANY = 5000;
/** Records between two pauses of a long change. */
const PAUSE_EVERY = 1000;

/**
 * Writes changes into an open plan file, each list of parts as one transaction. `write` is a generator that tells how far it is,
 * 0 to 1, so that the caller may do other things in between; when it ends, the change is on the disk; when it throws, none of it is.
 */
export class ChangeWriter {
  private readonly statements = new Map<string, PreparedStatement>();
  /** Boxes around what the running change puts into each table. */
  private readonly boxes = new Map<string, Box>();

  constructor(private readonly db: Database) {}

  *write(parts: readonly Change[]): Generator<number> {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      const counts = countsOf(parts);
      const restore = [...counts].filter(([, count]) => count >= MANY).map(([type]) => this.suspendIndex(type));
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
      let done = 0;
      for (const work of workOf(parts)) {
        this.apply(work);
        if (++done % PAUSE_EVERY === 0) yield done / total;
      }
      for (const each of restore) each();
      for (const type of counts.keys()) this.noteChange(layerFor(type));
      this.db.exec('COMMIT');
    } catch (error) {
      this.rollBack();
      throw error;
    } finally {
      this.boxes.clear();
    }
  }

  /** Gives the prepared statements back; to be called before the database is closed. */
  close(): void {
    for (const statement of this.statements.values()) statement.finalize();
    this.statements.clear();
  }

  private suspendIndex(type: EntityType): () => void {
    return withoutSpatialIndex(this.db, layerFor(type).table, GEOMETRY_COLUMN);
  }

  /** When a layer changed, and the box around it: as with other writers it only grows, it is a hint. */
  private noteChange({ table }: Layer): void {
    this.run(TOUCH, [table]);
    const box = this.boxes.get(table);
    if (box) this.run(GROW, [...box, table]);
  }

  private apply(work: Work): void {
    if ('entity' in work) this.put(work);
    else if ('fields' in work) this.patch(work);
    else this.remove(work);
  }

  private put({ type, entity }: PutRecord): void {
    const layer = layerFor(type);
    const record = entity as unknown as Record<string, unknown>;
    const geometry = this.geometryOf(layer, entity.geometry);
    const bound = layer.columns.map((column) => toSql(column.field, record[column.field.name]));
    this.run(PUTS[type], [geometry, entity.id, ...bound]);
  }

  private patch({ type, id, fields }: PatchRecord): void {
    const layer = layerFor(type);
    const sets: string[] = [];
    const values: SqlValue[] = [];
    for (const [name, value] of Object.entries(fields)) {
      const column = layer.columns.find(({ field }) => field.name === name);
      if (!column && name !== 'geometry') continue;
      sets.push(`"${column ? name : GEOMETRY_COLUMN}" = ?`);
      values.push(column ? toSql(column.field, value) : this.geometryOf(layer, value as EntityGeometry));
    }
    if (sets.length === 0) return;
    this.run(`UPDATE "${layer.table}" SET ${sets.join(', ')} WHERE id = ?`, [...values, id]);
    if (this.db.changes() !== 1) throw new Error(`The plan file has no ${type} ${id}`);
  }

  private remove({ type, id }: RemoveRecord): void {
    this.run(`DELETE FROM "${layerFor(type).table}" WHERE id = ?`, [id]);
  }

  private geometryOf({ table }: Layer, geometry: EntityGeometry): Uint8Array {
    const blob = encodeGeometry(geometry as unknown as GeoJSON.Geometry, SRS_ID);
    const box = boxOfBlob(blob);
    const before = this.boxes.get(table);
    if (box) this.boxes.set(table, before ? joined(before, box) : box);
    return blob;
  }

  private run(sql: string, values: readonly SqlValue[]): void {
    let statement = this.statements.get(sql);
    if (!statement) {
      statement = this.db.prepare(sql);
      this.statements.set(sql, statement);
    }
    statement.bind([...values]).stepReset();
  }

  /** SQLite has often rolled back by itself, as when the disk is full. */
  private rollBack(): void {
    this.close();
    try {
      this.db.exec('ROLLBACK');
    } catch {
      // Nothing was open any more.
    }
  }
}

type Work = PutRecord | PatchRecord | RemoveRecord;

/** A record replaced keeps its row, and so its place in the order. */
const PUTS = Object.fromEntries(LAYERS.map((layer) => [layer.type, putSql(layer)])) as Record<EntityType, string>;

function putSql({ table, columns }: Layer): string {
  const names = columns.map(({ field }) => field.name);
  const all = [GEOMETRY_COLUMN, 'id', ...names].map((name) => `"${name}"`);
  const updates = [GEOMETRY_COLUMN, ...names].map((name) => `"${name}" = excluded."${name}"`);
  const marks = all.map(() => '?').join(',');
  return `INSERT INTO "${table}" (${all.join(',')}) VALUES (${marks}) ON CONFLICT (id) DO UPDATE SET ${updates.join(',')}`;
}

const TOUCH = "UPDATE gpkg_contents SET last_change = strftime('%Y-%m-%dT%H:%M:%fZ','now') WHERE table_name = ?";

const GROW = `UPDATE gpkg_contents SET min_x = min(ifnull(min_x, ?1), ?1), min_y = min(ifnull(min_y, ?2), ?2),
  max_x = max(ifnull(max_x, ?3), ?3), max_y = max(ifnull(max_y, ?4), ?4) WHERE table_name = ?5`;

function joined(a: Box, b: Box): Box {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}

function countsOf(parts: readonly Change[]): Map<EntityType, number> {
  const counts = new Map<EntityType, number>();
  for (const { type } of workOf(parts)) counts.set(type, (counts.get(type) ?? 0) + 1);
  return counts;
}

/** In the order that `applyChange` has: within each part removals, puts, patches. */
function* workOf(parts: readonly Change[]): Generator<Work> {
  for (const { remove, put, patch } of parts) {
    yield* remove;
    yield* put;
    yield* patch;
  }
}
