import type { Pace } from './pace';
import { encodingOf } from './text';

const STEP = 20_000;

export interface DbfTable {
  readonly columns: readonly string[];
  /** In file order; null for a record marked as deleted. */
  readonly records: readonly (Record<string, unknown> | null)[];
  readonly encoding: string;
  /** Records that the header counts and the file lacks. */
  readonly cut: number;
}

interface Column {
  readonly name: string;
  readonly kind: string;
  readonly at: number;
  readonly length: number;
}

/** Language driver ids of the header (dBASE) that name an East Asian or Western code page. */
const DRIVERS: Readonly<Record<number, string>> = {
  3: 'windows-1252',
  19: 'shift_jis',
  77: 'gb18030',
  78: 'euc-kr',
  79: 'big5',
  87: 'windows-1252',
  122: 'gb18030',
};

/**
 * Records of a .dbf. The code page is that of the .cpg, else the one that the bytes speak for, else the header's; the
 * last is often wrong. A file cut short gives the records that are whole.
 */
export async function dbfRecords(bytes: Uint8Array, codePage: string | null, pace: Pace): Promise<DbfTable> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 33) return { columns: [], records: [], encoding: 'utf-8', cut: 0 };
  const headerLength = view.getUint16(8, true);
  const recordLength = view.getUint16(10, true);
  const encoding = codePageName(codePage) ?? guessed(bytes, headerLength) ?? DRIVERS[bytes[29]!] ?? 'windows-1252';
  const decoder = new TextDecoder(encoding);
  const columns = columnsOf(bytes, headerLength, decoder);
  const names = columns.map(({ name }) => name);
  const declared = view.getUint32(4, true);
  if (recordLength < 1) return { columns: names, records: [], encoding, cut: declared };
  const whole = Math.max(0, Math.floor((bytes.length - headerLength) / recordLength));
  const count = Math.min(declared, whole);
  const records: (Record<string, unknown> | null)[] = [];
  for (let k = 0; k < count; k++) {
    if (k % STEP === 0) await pace.at(k / count);
    const start = headerLength + k * recordLength;
    const isDeleted = bytes[start] === 0x2a;
    records.push(isDeleted ? null : recordOf(bytes.subarray(start, start + recordLength), columns, decoder));
  }
  return { columns: names, records, encoding, cut: declared - count };
}

function columnsOf(bytes: Uint8Array, headerLength: number, decoder: TextDecoder): Column[] {
  const columns: Column[] = [];
  let offset = 1;
  for (let at = 32; at + 32 <= Math.min(headerLength, bytes.length) && bytes[at] !== 0x0d; at += 32) {
    const raw = bytes.subarray(at, at + 11);
    const end = raw.indexOf(0);
    const length = bytes[at + 16]!;
    const name = decoder.decode(end >= 0 ? raw.subarray(0, end) : raw).trim() || `#${columns.length + 1}`;
    columns.push({ name, kind: String.fromCharCode(bytes[at + 11]!), at: offset, length });
    offset += length;
  }
  return columns;
}

function recordOf(record: Uint8Array, columns: readonly Column[], decoder: TextDecoder): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const { name, kind, at, length } of columns)
    values[name] = cellOf(decoder.decode(record.subarray(at, at + length)), kind);
  return values;
}

function cellOf(raw: string, kind: string): unknown {
  const text = raw.replaceAll('\u0000', '').trim();
  if (text === '') return null;
  if (kind === 'N' || kind === 'F') {
    // A number that did not fit.
    if (/^\*+$/.test(text)) return null;
    const value = Number(text);
    return Number.isFinite(value) ? value : text;
  }
  if (kind === 'D') return /^0+$/.test(text) ? null : text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3');
  if (kind === 'L') return /^[ty]$/i.test(text) ? true : /^[fn]$/i.test(text) ? false : null;
  return text;
}

function guessed(bytes: Uint8Array, headerLength: number): string | null {
  const sample = bytes.subarray(headerLength, headerLength + 262_144).filter((byte) => byte !== 0);
  const found = encodingOf(sample);
  return found === 'windows-1252' ? null : found;
}

function codePageName(codePage: string | null): string | null {
  if (!codePage) return null;
  const text = codePage.toLowerCase().replace(/^ansi\s*|^cp|^oem\s*|\s+/g, '');
  const known: Record<string, string> = {
    '936': 'gb18030',
    '950': 'big5',
    '949': 'euc-kr',
    '65001': 'utf-8',
    '1252': 'windows-1252',
  };
  const name = known[text] ?? text;
  try {
    // GB18030 holds all of GBK.
    return new TextDecoder(name).encoding.replace(/^gbk$/, 'gb18030');
  } catch {
    return null;
  }
}
