import { type Issue, issueOf } from '../../base/issue';
import type { EntityType } from '../../model/entities/registry';
import type { FieldSpec } from '../../model/entities/spec';
import { folded } from './names';
import { VALUE_WORDS } from './value-words';

/** A value as the field stores it; `undefined` = the cell is empty; an issue = it cannot be used. */
export type Converted = { readonly value: string | number | boolean | undefined } | { readonly issue: Issue };

/** Factors to the unit of storage, by what the column's name or the cell says. */
const UNIT_FACTORS: Readonly<Record<string, readonly (readonly [RegExp, number])[]>> = {
  'L/s': [
    [/gpm/i, 0.0630902],
    [/m[³3]\s*\/\s*h|cbm/i, 1 / 3.6],
    [/l\s*\/\s*min|lpm/i, 1 / 60],
  ],
  MPa: [
    [/kpa/i, 0.001],
    [/psi/i, 0.00689476],
    [/bar/i, 0.1],
    [/kgf?\s*\/\s*cm/i, 0.0980665],
  ],
  mm: [[/\binch|\bin\b|英寸|"/i, 25.4]],
  'km/h': [[/mph/i, 1.609344]],
  m: [[/\bft\b|feet/i, 0.3048]],
};

const EMPTY = new Set([
  '',
  '<null>',
  '-',
  '--',
  '/',
  'null',
  'none',
  'n/a',
  'na',
  'nan',
  '无数据',
  '不详',
  '未知',
  'unknown',
]);

/** Turns a cell into the field's value. @param column the column's name, which may name the unit */
export function convertValue(type: EntityType, spec: FieldSpec, column: string, cell: unknown): Converted {
  if (cell === null || cell === undefined) return { value: undefined };
  const text = String(cell).normalize('NFKC').trim();
  if (EMPTY.has(text.toLowerCase())) return { value: undefined };
  const bad = (code: string, extra: Record<string, string | number> = {}): Converted => ({
    issue: issueOf(code, { type, field: spec.name, column, value: text.slice(0, 60), ...extra }, 'warning'),
  });
  switch (spec.kind) {
    case 'number':
    case 'integer':
      return numberOf(spec, column, text, bad);
    case 'boolean':
      return wordOf('boolean', text, (word) => ({ value: word === 'true' })) ?? bad('field.kind');
    case 'choice':
      return choiceOf(type, spec, text) ?? bad('field.choice');
    case 'date': {
      const day = dateTimeOf(cell, text)?.slice(0, 10);
      return day ? { value: day } : bad('field.kind');
    }
    case 'dateTime': {
      const time = dateTimeOf(cell, text);
      return time ? { value: time } : bad('field.kind');
    }
    default:
      return { value: text };
  }
}

function numberOf(
  spec: FieldSpec,
  column: string,
  text: string,
  bad: (code: string, extra?: Record<string, string | number>) => Converted,
): Converted {
  const match = text.replace(/(\d),(?=\d{3}\b)/g, '$1').match(/[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?/i);
  if (!match) return bad('field.kind');
  const raw = Number(match[0]);
  const factor = (UNIT_FACTORS[spec.unit ?? ''] ?? []).find(([unit]) => unit.test(text) || unit.test(column))?.[1] ?? 1;
  const value = spec.kind === 'integer' ? Math.round(raw * factor) : Number((raw * factor).toPrecision(12));
  if (!Number.isFinite(value)) return bad('field.kind');
  if (value < (spec.min ?? value) || value > (spec.max ?? value))
    return bad('field.range', { min: spec.min ?? '−∞', max: spec.max ?? '∞' });
  return { value };
}

function choiceOf(type: EntityType, spec: FieldSpec, text: string): Converted | null {
  const word = folded(text);
  const own = spec.choices?.find((code) => folded(code) === word);
  return own ? { value: own } : wordOf(`${type}.${spec.name}`, text, (code) => ({ value: code }));
}

function wordOf(list: string, text: string, found: (code: string) => Converted): Converted | null {
  const word = folded(text);
  for (const [code, words] of Object.entries(VALUE_WORDS[list] ?? {}))
    if (words.some((candidate) => folded(candidate) === word)) return found(code);
  return null;
}

/** ISO local time without zone from epoch seconds or milliseconds, 2024-05-01, 2024/5/1 8:30, 20240501, 2024年5月1日, 5/1/2024. */
export function dateTimeOf(cell: unknown, text: string): string | null {
  if (typeof cell === 'number' || /^-?\d{9,13}$/.test(text)) return fromEpoch(Number(cell));
  const compact = /^\d{8}$/.test(text) ? text.replace(/^(\d{4})(\d\d)(\d\d)$/, '$1-$2-$3') : text;
  const ymd = compact.match(/(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})/);
  const mdy = compact.match(/^(\d{1,2})[/-](\d{1,2})[/-](\d{4})/);
  const [year, month, day] = ymd ? [ymd[1], ymd[2], ymd[3]] : mdy ? [mdy[3], mdy[1], mdy[2]] : [];
  if (!year) return null;
  const time = compact.match(/(\d{1,2})\s*[:时点]\s*(\d{1,2})(?:\s*[:分]\s*(\d{1,2}))?/);
  return checked(
    Number(year),
    Number(month),
    Number(day),
    Number(time?.[1] ?? 0),
    Number(time?.[2] ?? 0),
    Number(time?.[3] ?? 0),
  );
}

/** Under 1e8 a number is no date: years, counts and serial numbers stand in date columns too. */
function fromEpoch(value: number): string | null {
  if (!(Math.abs(value) >= 1e8)) return null;
  const ms = Math.abs(value) < 1e11 ? value * 1000 : value;
  const date = new Date(ms);
  return Number.isNaN(date.getTime()) || date.getUTCFullYear() < 1800 || date.getUTCFullYear() > 2200
    ? null
    : date.toISOString().slice(0, 19);
}

function checked(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): string | null {
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const same = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && date.getUTCHours() === hour;
  return same ? date.toISOString().slice(0, 19) : null;
}
