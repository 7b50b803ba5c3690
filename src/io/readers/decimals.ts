import { isFilled } from './cells';
import type { RawTable } from './reader';
import type { OpenFeature } from './table';

const SAMPLE = 1000;
const NUMBER = /^[-+]?[\d.,\u00a0\u202f ]*\d$/;
/** 12,5 · 118,123456 · 0,125 · 1.234,56 · 1 234,5: the comma can only be the decimal mark. */
const DECIMAL_COMMA =
  /^[-+]?(?:0,\d+|\d+,\d{1,2}|\d+,\d{4,}|\d{4,},\d+|\d{1,3}(?:\.\d{3})+,\d+|\d{1,3}(?:[\u00a0\u202f ]\d{3})+,\d+)$/;
const GROUPED_COMMA = /^[-+]?\d{1,3}(?:\.\d{3})+,\d+$/;
/** 1,234.56 · 1,234,567: the comma can only part thousands. */
const THOUSANDS_COMMA = /^[-+]?\d{1,3}(?:(?:,\d{3})+\.\d+|(?:,\d{3}){2,})$/;

const EITHER = /^[-+]?\d{1,3},\d{3}$/;

type Style = 'decimalComma' | 'thousandsComma';

/**
 * Numbers with decimal commas or parted thousands as plain ones (1234.56), in columns that hold nothing else. A comma that
 * could be either is left for the reader of the value to judge, unless other columns of the file settle it.
 */
export function withPlainNumbers(table: RawTable, delimiter: string): RawTable {
  const features = table.features as readonly OpenFeature[];
  const styles = table.columns.map((column) => styleOf(sampleOf(features, column), delimiter));
  const usual = styles.find((style): style is Style => style === 'decimalComma' || style === 'thousandsComma');
  for (const [k, column] of table.columns.entries()) {
    const style = styles[k] === 'either' ? usual : styles[k];
    if (style !== 'decimalComma' && style !== 'thousandsComma') continue;
    for (const { properties } of features) properties[column] = plain(properties[column], style);
  }
  return table;
}

function sampleOf(features: readonly OpenFeature[], column: string): string[] {
  const cells: string[] = [];
  const every = Math.max(1, Math.floor(features.length / SAMPLE));
  for (let k = 0; k < features.length; k += every) {
    const cell = features[k]!.properties[column];
    if (isFilled(cell)) cells.push(String(cell).trim());
  }
  return cells;
}

function styleOf(cells: readonly string[], delimiter: string): Style | 'either' | null {
  if (cells.length === 0 || !cells.some((cell) => cell.includes(','))) return null;
  if (cells.filter((cell) => NUMBER.test(cell)).length < 0.9 * cells.length) return null;
  // Between commas as separators "1,2" is rather a list.
  const decimal = delimiter === ',' ? GROUPED_COMMA : DECIMAL_COMMA;
  const decimals = cells.filter((cell) => decimal.test(cell)).length;
  const thousands = cells.filter((cell) => THOUSANDS_COMMA.test(cell)).length;
  if (decimals > 0 && thousands > 0) return null;
  if (decimals > 0) return 'decimalComma';
  if (thousands > 0) return 'thousandsComma';
  return cells.every((cell) => !cell.includes(',') || EITHER.test(cell)) ? 'either' : null;
}

function plain(cell: unknown, style: Style): unknown {
  if (typeof cell !== 'string' || !cell.includes(',') || !NUMBER.test(cell.trim())) return cell;
  const text = cell.replace(/[\u00a0\u202f ]/g, '');
  return style === 'decimalComma' ? text.replaceAll('.', '').replace(',', '.') : text.replaceAll(',', '');
}
