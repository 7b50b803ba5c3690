import { issueOf } from '../../base/issue';
import { type RawTable, type Reader, type SourceFile, UnreadableFile } from './reader';
import { tableOf } from './table';
import { isZip, unzipped } from './zip';

/** Excel workbooks, new (XLSX) and old (XLS): every sheet with rows, formulas by their stored values. */
export const xlsxReader: Reader = {
  format: 'Excel',
  sniff: (head, name) => {
    if (isCompound(head)) return 0.9;
    return isZip(head) && /\.(xlsx|xlsm|xlsb|ods)$/i.test(name) ? 0.9 : 0;
  },
  read: readWorkbook,
};

/** Names inside an archive that make it a workbook. */
export function isWorkbook(names: readonly string[]): boolean {
  return names.some((name) => /^xl\/workbook\.(xml|bin)$/.test(name));
}

function isCompound(head: Uint8Array): boolean {
  return head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 && head[3] === 0xe0;
}

async function readWorkbook(file: SourceFile): Promise<RawTable[]> {
  // The library unpacks by itself: whether the archive is a trap must be known before.
  if (isZip(file.bytes)) await unzipped(file, (name) => /\.xml$/.test(name) && name.length > 1e6);
  const { read, utils } = await import('@e965/xlsx');
  const sheets = parse(() => read(file.bytes, { type: 'array', dense: true, cellDates: true, UTC: true }), file);
  const tables: RawTable[] = [];
  let empty: unknown = null;
  for (const name of sheets.SheetNames) {
    const sheet = sheets.Sheets[name];
    const visible = sheets.Workbook?.Sheets?.find((each) => each.name === name)?.Hidden ?? 0;
    if (!sheet?.['!ref'] || visible > 0) continue;
    const rows = utils.sheet_to_json<unknown[]>(sheet, {
      header: 1,
      raw: true,
      defval: '',
      blankrows: true,
      UTC: true,
    });
    try {
      tables.push(tableOf({ format: 'Excel', layer: name, rows: rows.map(plainCells) }, file));
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      empty = error;
    }
  }
  if (tables.length === 0) throw empty ?? new UnreadableFile(issueOf('read.noRows', { file: file.name }));
  return tables;
}

function parse<T>(job: () => T, file: SourceFile): T {
  try {
    return job();
  } catch (error) {
    const locked = /password|encrypt/i.test(String((error as Error).message));
    throw new UnreadableFile(issueOf(locked ? 'read.password' : 'read.workbook', { file: file.name }));
  }
}

function plainCells(cells: readonly unknown[]): unknown[] {
  return cells.map((cell) => (cell instanceof Date ? dayOrTime(cell) : cell));
}

function dayOrTime(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  // Excel's fractions of a day come out some milliseconds off.
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}
