import { addSpatialFunctions } from './spatial-functions';
import type { Database, Sqlite3Static } from './sqlite';

/** Makes a database just opened ready for a GeoPackage; SQL that a file brings along can call nothing harmful. */
export function prepareDatabase<D extends Database>(db: D): D {
  db.exec('PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON');
  addSpatialFunctions(db);
  return db;
}

export function emptyDatabase(sqlite: Sqlite3Static): Database {
  return prepareDatabase(new sqlite.oo1.DB(':memory:', 'c'));
}

/**
 * A database over a copy of the bytes, in memory. Cheap: what is wrong inside shows only when it is read.
 * @throws Error when the memory does not suffice.
 */
export function openBytes(sqlite: Sqlite3Static, bytes: Uint8Array): Database {
  const { capi, wasm } = sqlite;
  const db = new sqlite.oo1.DB(':memory:', 'c');
  const size = bytes.byteLength;
  // A view that is no plain Uint8Array (Node's Buffer) is refused below.
  const plain = new Uint8Array(bytes.buffer, bytes.byteOffset, size);
  const copy = wasm.allocFromTypedArray(plain);
  if (size > 19) {
    // Files left in write-ahead mode cannot be opened from memory; what stands in the main file is whole.
    wasm.heap8u()[copy + 18] = 1;
    wasm.heap8u()[copy + 19] = 1;
  }
  const flags = capi.SQLITE_DESERIALIZE_FREEONCLOSE | capi.SQLITE_DESERIALIZE_RESIZEABLE;
  try {
    db.checkRc(capi.sqlite3_deserialize(db.pointer!, 'main', copy, size, size, flags));
    return prepareDatabase(db);
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The bytes of the file as they would stand on the disk. Call it outside of transactions. */
export function bytesOf(sqlite: Sqlite3Static, db: Database): Uint8Array<ArrayBuffer> {
  return sqlite.capi.sqlite3_js_db_export(db.pointer!);
}
