import { type Issue, issueOf } from '../../base/issue';
import type { EntityType } from '../../model/entities/registry';
import type { FieldSpec } from '../../model/entities/spec';
import { dateTimeOf } from './dates';
import type { ColumnReading } from './import-plan';
import { folded } from './names';
import { numberIn } from './numbers';
import { ownCode } from './own-words';
import { factorOf, unitIn } from './units';
import { codeOf } from './value-words';

/** A value as the field stores it; `undefined` = the cell is empty; an issue = it cannot be used. */
export type Converted = { readonly value: string | number | boolean | undefined } | { readonly issue: Issue };
type Refuse = (code: string, text: string, limits?: Record<string, string | number>) => Converted;

const EMPTY_WORDS = [
  '<null>',
  '-',
  '--',
  '—',
  '/',
  'null',
  'none',
  'n/a',
  'na',
  'nan',
  '#n/a',
  '无数据',
  '不详',
  '未知',
];
const EMPTY = new Set(['', ...EMPTY_WORDS, '不明', '待查', '無', 'unknown', 'tbd', '?']);
const LONGEST_EMPTY = Math.max(...[...EMPTY].map((word) => word.length));
const NOTHING: Converted = { value: undefined };
/** Columns of codes and dates repeat themselves: what was read once need not be read again. */
const REPEATING: ReadonlySet<FieldSpec['kind']> = new Set(['choice', 'boolean', 'date', 'dateTime'] as const);
const MOST_REMEMBERED = 4000;

/** How a column's cells become a field's values; made once for a column, called for each cell. */
export function cellReader(
  type: EntityType,
  spec: FieldSpec,
  column: string,
  reading: ColumnReading = {},
): (cell: unknown) => Converted {
  const refuse: Refuse = (code, text, limits = {}) => ({
    issue: issueOf(code, { type, field: spec.name, column, value: text.slice(0, 60), ...limits }, 'warning'),
  });
  const read = readerOf(type, spec, column, reading, refuse);
  const convert = (cell: unknown): Converted => {
    if (cell === null || cell === undefined || cell === '') return NOTHING;
    const text = textOf(cell);
    return text.length <= LONGEST_EMPTY && EMPTY.has(text.toLowerCase()) ? NOTHING : read(text, cell);
  };
  return REPEATING.has(spec.kind) ? remembering(convert) : convert;
}

function remembering(convert: (cell: unknown) => Converted): (cell: unknown) => Converted {
  const known = new Map<unknown, Converted>();
  return (cell) => {
    const before = known.get(cell);
    if (before) return before;
    const converted = convert(cell);
    if (known.size < MOST_REMEMBERED) known.set(cell, converted);
    return converted;
  };
}

function readerOf(
  type: EntityType,
  spec: FieldSpec,
  column: string,
  reading: ColumnReading,
  refuse: Refuse,
): (text: string, cell: unknown) => Converted {
  switch (spec.kind) {
    case 'number':
    case 'integer':
      return numberReader(spec, unitIn(column, spec.unit), reading, refuse);
    case 'boolean':
      return (text) => {
        const code = reading.words?.[folded(text)] ?? codeOf('boolean', text);
        if (code === '') return NOTHING;
        return code === null ? refuse('field.choice', text) : { value: code === 'true' };
      };
    case 'choice':
      return (text) => {
        const code = reading.words?.[folded(text)] ?? ownCode(type, spec, text) ?? codeOf(`${type}.${spec.name}`, text);
        if (code === '') return NOTHING;
        return code === null ? refuse('field.choice', text) : { value: code };
      };
    case 'date':
    case 'dateTime':
      return dateReader(spec.kind, reading, refuse);
    default:
      // Text stays as it was written, full-width signs and all.
      return (text, cell) => ({ value: typeof cell === 'string' ? cell.trim() : text });
  }
}

function dateReader(kind: 'date' | 'dateTime', { dateOrder, dateNumbers }: ColumnReading, refuse: Refuse) {
  const style = { ...(dateOrder ? { order: dateOrder } : {}), ...(dateNumbers ? { numbers: dateNumbers } : {}) };
  const length = kind === 'date' ? 10 : 19;
  return (text: string, cell: unknown): Converted => {
    const time = dateTimeOf(typeof cell === 'number' ? cell : text, style);
    return time === null ? refuse('field.date', text) : { value: time.slice(0, length) };
  };
}

function numberReader(spec: FieldSpec, headerUnit: string | null, reading: ColumnReading, refuse: Refuse) {
  const usual = factorOf(reading.unit ?? headerUnit, spec.unit);
  const { min = Number.NEGATIVE_INFINITY, max = Number.POSITIVE_INFINITY } = spec;
  return (text: string): Converted => {
    const bare = Number(text);
    const raw = Number.isFinite(bare) ? bare : numberIn(text);
    if (raw === null) return refuse('field.number', text);
    const own = Number.isFinite(bare) ? null : unitIn(text, spec.unit);
    const factor = own === null ? usual : factorOf(own, spec.unit);
    const value = spec.kind === 'integer' ? Math.round(raw * factor) : times(raw, factor);
    if (value < min || value > max) return refuse('field.range', text, { min: spec.min ?? '−∞', max: spec.max ?? '∞' });
    return { value };
  };
}

/** Rounded where a unit was converted, so that 1 bar is 0.1 MPa; a number in its own unit stays as it is. */
function times(raw: number, factor: number): number {
  return factor === 1 ? raw : Number((raw * factor).toPrecision(12));
}

function textOf(cell: unknown): string {
  const text = typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
  return /[^\x20-\x7e]/.test(text) ? text.normalize('NFKC').trim() : text.trim();
}
