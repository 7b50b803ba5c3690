import { guarded } from '../formula-guard';

/** With this mark in front Excel reads the file as UTF-8. */
export const BYTE_ORDER_MARK = '\ufeff';

export type CsvCell = string | number | boolean | null | undefined;

/** One line of CSV (RFC 4180) with its line end; text that a spreadsheet would run as a formula is guarded. */
export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

function cellText(cell: CsvCell): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  // A line break within a cell is one character in Excel.
  const text = guarded(cell.replace(/\r\n?/g, '\n'));
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
