import type { CellObject, WorkSheet } from '@e965/xlsx';
import { issueOf } from '../../base/issue';
import { checkSize, MOST_TREE_BYTES } from './limits';
import type { Pace } from './pace';
import { quietly } from './quietly';
import { type RawTable, type Reader, type SourceFile, UnreadableFile } from './reader';
import { type SheetInfo, TableBuilder } from './table';
import { decoded, headText } from './text';
import { isZip } from './zip';

const STEP = 20_000;
/** The most cells filled from merged ones: a merged cell may span a whole sheet. */
const MOST_MERGED = 1_000_000;

/**
 * Excel workbooks, new (XLSX) and old (XLS), and the pages and XML that web systems call .xls: every visible sheet with
 * rows. Formulas count by their stored values, a merged cell fills the cells it covers.
 */
export const workbookReader: Reader = {
  format: 'Excel',
  sniff: (head) => {
    if (isCompound(head)) return 0.9;
    return /^<[\s\S]*?(<table[\s>]|<html[\s>]|urn:schemas-microsoft-com:office:spreadsheet)/i.test(headText(head))
      ? 0.8
      : 0;
  },
  read: readWorkbook,
};

/** Names inside an archive that make it a workbook. */
export function isWorkbook(names: readonly string[]): boolean {
  return names.some((name) => /^xl\/workbook\.(xml|bin)$/.test(name)) || names.includes('content.xml');
}

function isCompound(head: Uint8Array): boolean {
  return head[0] === 0xd0 && head[1] === 0xcf && head[2] === 0x11 && head[3] === 0xe0;
}

async function readWorkbook(file: SourceFile, pace: Pace): Promise<RawTable[]> {
  if (!isZip(file.bytes)) checkSize(file.name, file.bytes.length, MOST_TREE_BYTES);
  const { read } = await import('@e965/xlsx');
  await pace.at(0.05);
  const options = { dense: true, cellDates: true, UTC: true, cellHTML: false, cellText: false };
  const isText = headText(file.bytes).startsWith('<');
  const book = guarded(file, () =>
    isText ? read(decoded(file).text, { ...options, type: 'string' }) : read(file.bytes, { ...options, type: 'array' }),
  );
  const info = { format: 'Excel', ...(book.Workbook?.WBProps?.date1904 ? { date1904: true } : {}) };
  const tables: RawTable[] = [];
  let empty: unknown = null;
  for (const [k, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    const hidden = book.Workbook?.Sheets?.[k]?.Hidden ?? 0;
    if (!sheet?.['!ref'] || hidden > 0) continue;
    try {
      tables.push(
        await sheetTable({ ...info, layer: name }, sheet, file, pace.part(0.6 + (0.4 * k) / book.SheetNames.length, 1)),
      );
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      empty = error;
    }
  }
  if (tables.length === 0) throw empty ?? new UnreadableFile(issueOf('read.noRows', { file: file.name }));
  return tables;
}

async function sheetTable(info: SheetInfo, sheet: WorkSheet, file: SourceFile, pace: Pace): Promise<RawTable> {
  const rows = cellsOf(sheet);
  fillMerged(rows, sheet);
  const table = new TableBuilder(info);
  let formulas = 0;
  for (let r = 0; r < rows.length; r++) {
    if (r % STEP === 0) await pace.at(r / rows.length);
    const cells = rows[r] ?? [];
    for (const cell of cells) if (cell?.f !== undefined && cell.v === undefined) formulas++;
    table.add(Array.from(cells, plainValue));
  }
  if (formulas > 0) table.note(issueOf('read.formula', { layer: info.layer ?? '', count: formulas }, 'warning'));
  return table.finish(file);
}

type Row = (CellObject | undefined)[] | undefined;

function cellsOf(sheet: WorkSheet): Row[] {
  return (sheet as { '!data'?: Row[] })['!data'] ?? [];
}

/** Down, not across: a title over the whole width is no header, and a group's name stands once above its parts. */
function fillMerged(rows: Row[], sheet: WorkSheet): void {
  let filled = 0;
  for (const { s, e } of sheet['!merges'] ?? []) {
    const cell = rows[s.r]?.[s.c];
    if (!cell) continue;
    for (let r = s.r + 1; r <= Math.min(e.r, rows.length - 1) && filled < MOST_MERGED; r++, filled++) {
      const row = rows[r] ?? [];
      if (row[s.c]?.v === undefined) row[s.c] = cell;
      rows[r] = row;
    }
  }
}

function plainValue(cell: CellObject | undefined): unknown {
  if (!cell || cell.t === 'e') return '';
  return cell.v instanceof Date ? dayOrTime(cell.v) : (cell.v ?? '');
}

function dayOrTime(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  // Excel's fractions of a day come out some milliseconds off.
  const text = new Date(Math.round(date.getTime() / 1000) * 1000).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}

function guarded<T>(file: SourceFile, job: () => T): T {
  try {
    return quietly(job);
  } catch (error) {
    const locked = /password|encrypt/i.test(String((error as Error).message));
    throw new UnreadableFile(issueOf(locked ? 'read.password' : 'read.workbook', { file: file.name }));
  }
}
