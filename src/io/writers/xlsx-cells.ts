import type { FieldSpec } from '../../model/entities/spec';

export type CellKind = FieldSpec['kind'] | 'position';

/** Indices of the cell formats in `xlsx-book`. */
const STYLE = { header: 1, date: 2, dateTime: 3 } as const;
/** Characters of a cell (Excel's limit). */
const MOST_CHARACTERS = 32_767;
const DAY_MS = 86_400_000;
/** 1899-12-30: the day that makes serials right from 1900-03-01 on; before it Excel counts a leap day that never was. */
const DAY_ZERO = Date.UTC(1899, 11, 30);
const FIRST_SERIAL = 61;

const WIDTHS: Readonly<Record<CellKind, number>> = {
  text: 18,
  number: 12,
  integer: 10,
  boolean: 10,
  date: 12,
  dateTime: 20,
  choice: 14,
  reference: 16,
  position: 14,
};

/** Up to the first row: a header that stays while the rest scrolls, and widths that show most values whole. */
export function sheetStart(kinds: readonly CellKind[]): string {
  const widths = kinds.map((kind, k) => `<col min="${k + 1}" max="${k + 1}" width="${WIDTHS[kind]}" customWidth="1"/>`);
  return `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
}

export function sheetEnd(columns: number, rows: number): string {
  return `</sheetData><autoFilter ref="A1:${columnName(columns - 1)}${rows}"/></worksheet>`;
}

/** @param kinds null for the header; @param lost hears the column whose value was cut, and the limit */
export function rowXml(
  row: number,
  cells: readonly (string | number | boolean | undefined)[],
  kinds: readonly CellKind[] | null,
  lost: (column: number, code: string, limit: number) => void,
): string {
  const xml = cells.map((cell, k) => {
    if (cell === undefined || cell === '') return '';
    const at = `r="${columnName(k)}${row}"`;
    if (typeof cell === 'number') return `<c ${at}><v>${cell}</v></c>`;
    if (typeof cell === 'boolean') return `<c ${at} t="b"><v>${cell ? 1 : 0}</v></c>`;
    const kind = kinds?.[k];
    const serial = kind === 'date' || kind === 'dateTime' ? serialOf(cell) : null;
    if (serial !== null) return `<c ${at} s="${STYLE[kind as 'date' | 'dateTime']}"><v>${serial}</v></c>`;
    if (cell.length <= MOST_CHARACTERS) return textCell(at, cell, kinds === null);
    // Half a geometry is none.
    const whole = kind === 'position';
    lost(k, whole ? 'write.geometryTooLong' : 'write.cut', MOST_CHARACTERS);
    return whole ? '' : textCell(at, cell.slice(0, MOST_CHARACTERS), false);
  });
  return `<row r="${row}">${xml.join('')}</row>`;
}

function textCell(at: string, text: string, header: boolean): string {
  return `<c ${at}${header ? ` s="${STYLE.header}"` : ''} t="inlineStr"><is><t xml:space="preserve">${escaped(text)}</t></is></c>`;
}

/** Days since day nought, with the time of day as a fraction; null for a day that a serial cannot name. */
function serialOf(text: string): number | null {
  const match = text.match(/^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d))?$/);
  if (!match) return null;
  const [year, month, day, hour, minute, second] = match.slice(1).map((part) => Number(part ?? 0));
  const ms = Date.UTC(year!, month! - 1, day!, hour, minute, second) - DAY_ZERO;
  return ms >= FIRST_SERIAL * DAY_MS ? ms / DAY_MS : null;
}

/** XML text with line breaks as Excel has them, one character; what XML cannot hold, and what would be taken for such an escape, as `_xHHHH_` (ECMA-376, 22.9.2.19). */
function escaped(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9a-fA-F]{4}_)/g, '_x005F_')
    .replace(
      /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,
      (c) => `_x${c.charCodeAt(0).toString(16).padStart(4, '0').toUpperCase()}_`,
    )
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}

/** A, B … Z, AA …; @param index from nought */
function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
