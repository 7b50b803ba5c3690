import { boxOfBlob } from './geometry-blob';
import type { Database, SqlValue } from './sqlite';

/** Functions that the triggers of a spatial index call (OGC 12-128r18, table 27); without them no geometry can be edited. */
export function addSpatialFunctions(db: Database): void {
  const add = (name: string, of: (blob: SqlValue) => SqlValue): void => {
    db.createFunction({
      name,
      arity: 1,
      deterministic: true,
      innocuous: true,
      xFunc: (_context: number, blob: SqlValue) => of(blob),
    });
  };
  const side = (k: 0 | 1 | 2 | 3) => (blob: SqlValue) => boxOf(blob)?.[k] ?? null;
  add('ST_MinX', side(0));
  add('ST_MinY', side(1));
  add('ST_MaxX', side(2));
  add('ST_MaxY', side(3));
  add('ST_IsEmpty', (blob) => (blob instanceof Uint8Array ? (boxOf(blob) ? 0 : 1) : null));
}

/** A blob that nobody can read has no box: it must not keep its record from being edited. */
function boxOf(blob: SqlValue) {
  try {
    return blob instanceof Uint8Array ? boxOfBlob(blob) : null;
  } catch {
    return null;
  }
}
