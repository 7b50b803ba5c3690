interface Column {
  readonly name: string;
  readonly kind: 'C' | 'N' | 'D' | 'L';
  readonly length: number;
}

export type Shape =
  | { readonly kind: 'null' }
  | { readonly kind: 'point'; readonly at: readonly [number, number] }
  | { readonly kind: 'line' | 'polygon'; readonly parts: readonly (readonly (readonly [number, number])[])[] };

/** Bytes of a .shp as the technical description of 1998 lays them down. */
export function shpOf(shapes: readonly Shape[]): Uint8Array {
  const records = shapes.map(recordOf);
  const length = 100 + records.reduce((sum, record) => sum + 8 + record.length, 0);
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setInt32(0, 9994);
  view.setInt32(24, length / 2);
  view.setInt32(28, 1000, true);
  const kinds = { null: 0, point: 1, line: 3, polygon: 5 };
  view.setInt32(32, kinds[shapes.find(({ kind }) => kind !== 'null')?.kind ?? 'null'], true);
  let at = 100;
  for (const [k, record] of records.entries()) {
    view.setInt32(at, k + 1);
    view.setInt32(at + 4, record.length / 2);
    bytes.set(record, at + 8);
    at += 8 + record.length;
  }
  return bytes;
}

function recordOf(shape: Shape): Uint8Array {
  if (shape.kind === 'null') return new Uint8Array(4);
  if (shape.kind === 'point') {
    const view = new DataView(new ArrayBuffer(20));
    view.setInt32(0, 1, true);
    for (const k of [0, 1]) view.setFloat64(4 + 8 * k, shape.at[k]!, true);
    return new Uint8Array(view.buffer);
  }
  const points = shape.parts.flat();
  const view = new DataView(new ArrayBuffer(44 + 4 * shape.parts.length + 16 * points.length));
  view.setInt32(0, shape.kind === 'line' ? 3 : 5, true);
  view.setInt32(36, shape.parts.length, true);
  view.setInt32(40, points.length, true);
  let first = 0;
  for (const [k, part] of shape.parts.entries()) {
    view.setInt32(44 + 4 * k, first, true);
    first += part.length;
  }
  for (const [k, [x, y]] of points.entries()) {
    view.setFloat64(44 + 4 * shape.parts.length + 16 * k, x, true);
    view.setFloat64(52 + 4 * shape.parts.length + 16 * k, y, true);
  }
  return new Uint8Array(view.buffer);
}

/** Bytes of a .dbf; `encode` writes names and texts in the code page wanted. */
export function dbfOf(
  columns: readonly Column[],
  rows: readonly (readonly (string | number | null)[])[],
  encode: (text: string) => Uint8Array = (text) => new TextEncoder().encode(text),
  deleted: readonly number[] = [],
): Uint8Array {
  const recordLength = 1 + columns.reduce((sum, { length }) => sum + length, 0);
  const headerLength = 33 + 32 * columns.length;
  const bytes = new Uint8Array(headerLength + rows.length * recordLength + 1).fill(32, headerLength);
  const view = new DataView(bytes.buffer);
  bytes.set([3, 126, 5, 1]);
  view.setUint32(4, rows.length, true);
  view.setUint16(8, headerLength, true);
  view.setUint16(10, recordLength, true);
  for (const [k, { name, kind, length }] of columns.entries()) {
    bytes.set(encode(name).subarray(0, 11), 32 + 32 * k);
    bytes[32 + 32 * k + 11] = kind.charCodeAt(0);
    bytes[32 + 32 * k + 16] = length;
  }
  bytes[headerLength - 1] = 0x0d;
  for (const [r, row] of rows.entries()) {
    let at = headerLength + r * recordLength;
    if (deleted.includes(r)) bytes[at] = 0x2a;
    at++;
    for (const [k, { kind, length }] of columns.entries()) {
      const text = encode(String(row[k] ?? '')).subarray(0, length);
      bytes.set(text, kind === 'N' ? at + length - text.length : at);
      at += length;
    }
  }
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}
