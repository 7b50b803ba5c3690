import type { Cell } from './columns';

/** Bytes of a text field, and of a field's name (dBASE III). */
export const MOST_TEXT = 254;
const MOST_NAME = 10;
/** Longest number in shortest notation: -1.7976931348623157e+308. */
const MOST_NUMBER = 24;
const MOST_DECIMALS = 15;

const encoder = new TextEncoder();

export interface DbfField {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'flag' | 'date';
  /** One for each record; undefined where it says nothing. */
  readonly cells: readonly (Cell | undefined)[];
}

/** Writes a .dbf (dBASE III) in UTF-8; its .cpg must say so. @param cut hears field and record of a text cut to fit */
export function dbfBytes(
  fields: readonly DbfField[],
  count: number,
  cut: (field: DbfField, record: number) => void,
): Uint8Array<ArrayBuffer> {
  const columns = fields.map((field) => encodedColumn(field, cut));
  const headerBytes = 32 + 32 * fields.length + 1;
  const recordBytes = 1 + columns.reduce((sum, { width }) => sum + width, 0);
  const bytes = new Uint8Array(headerBytes + recordBytes * count + 1).fill(0x20, headerBytes);
  const view = new DataView(bytes.buffer);
  bytes.set([0x03, 80, 1, 1]);
  view.setUint32(4, count, true);
  view.setUint16(8, headerBytes, true);
  view.setUint16(10, recordBytes, true);
  let offset = 1;
  for (const [k, { type, width, decimals, values }] of columns.entries()) {
    const at = 32 + 32 * k;
    bytes.set(encoder.encode(fields[k]!.name), at);
    bytes.set([type.charCodeAt(0)], at + 11);
    bytes.set([width, decimals], at + 16);
    const right = type === 'N' || type === 'F';
    for (const [row, value] of values.entries()) {
      const start = headerBytes + recordBytes * row + offset;
      bytes.set(value, right ? start + width - value.length : start);
    }
    offset += width;
  }
  bytes[headerBytes - 1] = 0x0d;
  bytes[bytes.length - 1] = 0x1a;
  return bytes;
}

/** Names of at most ten bytes, no two alike whatever their case. */
export function dbfNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    for (let k = 0; ; k++) {
      const suffix = k === 0 ? '' : `_${k}`;
      const short = new TextDecoder().decode(cutBytes(encoder.encode(name), MOST_NAME - suffix.length)) + suffix;
      if (taken.has(short.toLowerCase())) continue;
      taken.add(short.toLowerCase());
      return short;
    }
  });
}

interface EncodedColumn {
  readonly type: 'C' | 'N' | 'F' | 'L' | 'D';
  readonly width: number;
  readonly decimals: number;
  readonly values: readonly Uint8Array[];
}

function encodedColumn(field: DbfField, cut: (field: DbfField, record: number) => void): EncodedColumn {
  if (field.kind === 'number') return numberColumn(field.cells);
  if (field.kind === 'flag') {
    const values = field.cells.map((cell) => encoder.encode(cell === undefined ? '?' : cell ? 'T' : 'F'));
    return { type: 'L', width: 1, decimals: 0, values };
  }
  if (field.kind === 'date') {
    const values = field.cells.map((cell) => encoder.encode(String(cell ?? '').replaceAll('-', '')));
    return { type: 'D', width: 8, decimals: 0, values };
  }
  const values = field.cells.map((cell, record) => {
    const whole = encoder.encode(String(cell ?? '').replaceAll('\u0000', ''));
    if (whole.length > MOST_TEXT) cut(field, record);
    return cutBytes(whole, MOST_TEXT);
  });
  return { type: 'C', width: widest(values), decimals: 0, values };
}

/** Fixed decimals where every value is exact in them, otherwise each in its shortest notation. */
function numberColumn(cells: DbfField['cells']): EncodedColumn {
  const numbers = cells.map((cell) => (typeof cell === 'number' ? cell : undefined));
  const decimals = Math.max(0, ...numbers.map((value) => (value === undefined ? 0 : decimalsOf(value))));
  const fixed = numbers.map((value) => (value === undefined ? '' : value.toFixed(Math.min(decimals, MOST_DECIMALS))));
  const exact = fixed.every((text, k) => text.length <= MOST_NUMBER && (text === '' || Number(text) === numbers[k]));
  const texts = exact ? fixed : numbers.map((value) => (value === undefined ? '' : String(value)));
  const values = texts.map((text) => encoder.encode(text));
  return { type: exact ? 'N' : 'F', width: widest(values), decimals: exact ? decimals : MOST_DECIMALS, values };
}

function decimalsOf(value: number): number {
  const [digits = '', exponent = '0'] = String(value).split('e');
  return Math.max(0, (digits.split('.')[1]?.length ?? 0) - Number(exponent));
}

function widest(values: readonly Uint8Array[]): number {
  return values.reduce((width, { length }) => Math.max(width, length), 1);
}

/** The beginning of UTF-8 text that fits, never half a character. */
function cutBytes(bytes: Uint8Array, most: number): Uint8Array {
  if (bytes.length <= most) return bytes;
  let end = most;
  while (end > 0 && (bytes[end]! & 0xc0) === 0x80) end--;
  return bytes.subarray(0, end);
}
