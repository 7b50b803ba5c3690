/** What comes first in a date written with the year last (`dmy`, `mdy`) or with two digits for it first (`ymd`). */
export type DateOrder = 'ymd' | 'dmy' | 'mdy';
/** What a number in a date column counts: Excel's days since 1900 or 1904, epoch, 20240501, or 2024 alone. */
export type DateNumbers = 'excel' | 'excel1904' | 'seconds' | 'milliseconds' | 'compact' | 'year';

export interface DateStyle {
  readonly order?: DateOrder;
  readonly numbers?: DateNumbers;
}

interface Parts {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const DAY_MS = 86_400_000;
/** Day 0 of Excel's two calendars; the first already counts the 29 February 1900 that never was. */
const EXCEL_EPOCH_MS = { excel: Date.UTC(1899, 11, 30), excel1904: Date.UTC(1904, 0, 1) } as const;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Years of two digits from here on are of the last century. */
const PIVOT = 70;

const YEAR_FIRST = /^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*(?:[-/.月]\s*(\d{1,2})(?!\d))?/;
const THREE_PARTS = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})(?!\d)/;
const NAMED_MONTH = /^(\d{1,2})(?:st|nd|rd|th)?[\s\-/.]*([a-z]{3,9})\.?,?[\s\-/.]*(\d{4}|\d{2})(?!\d)/i;
const MONTH_FIRST = /^([a-z]{3,9})\.?\s*(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})/i;
const YEAR_ALONE = /^(\d{4})\s*年?$/;
const TIME =
  /(上午|下午|[ap]\.?m\.?)?\s*(\d{1,2})\s*[:时時点點]\s*(\d{1,2})?(?:\s*[:分]\s*(\d{1,2}))?(?:\.\d+)?\s*分?\s*([ap]\.?m)?/i;

/**
 * ISO local time without zone, or null. Reads 2024-05-01, 2024/5/1 8:30, 2024年5月1日, 二〇二四年五月一日, 民國113年5月1日,
 * 20240501, 1/5/2024, 1-May-24, May 1, 2024, a month or a year alone (as its first day), epoch and Excel's numbers.
 * A zone at the end is passed over: the clock of the place counts. Epochs are read in UTC.
 */
export function dateTimeOf(cell: unknown, style: DateStyle = {}): string | null {
  if (typeof cell === 'number') return fromNumber(cell, style.numbers);
  const text = plainText(String(cell ?? ''));
  if (/^-?\d+(?:\.\d+)?$/.test(text)) return fromNumber(Number(text), style.numbers);
  const found = partsOf(text, style.order ?? 'mdy');
  if (!found) return null;
  const [hour, minute, second] = timeOf(text.slice(found.length));
  return checked(found.parts, hour, minute, second);
}

/** How a column writes its dates, from a sample of its cells; `certain` false when 1/5 may be either. */
export function dateStyleOf(cells: readonly unknown[], date1904 = false): DateStyle & { readonly certain: boolean } {
  const texts = cells.filter((cell) => typeof cell === 'string').map(plainText);
  const order = orderOf(texts);
  const numbers = numbersOf(cells, date1904);
  return { ...order, ...(numbers ? { numbers } : {}) };
}

function orderOf(texts: readonly string[]): { readonly order?: DateOrder; readonly certain: boolean } {
  const rows = texts.map((text) => text.match(THREE_PARTS)).filter((match) => match !== null);
  if (rows.length === 0) return { certain: true };
  const part = (k: number): number[] => rows.map((match) => Number(match[k]));
  const [first, second, third] = [part(1), part(2), part(3)];
  if (first.some((value) => value > 31)) return { order: 'ymd', certain: true };
  const short = rows.every((match) => match[3]!.length === 2);
  if (first.some((value) => value > 12)) {
    // 24-05-01 and 24/05/01 alike: the part that changes least from row to row is the year.
    const yearFirst = short && third.every((value) => value <= 31) && different(first) < different(third);
    return { order: yearFirst ? 'ymd' : 'dmy', certain: !short };
  }
  if (second.some((value) => value > 12)) return { order: 'mdy', certain: true };
  return { order: 'mdy', certain: false };
}

function different(values: readonly number[]): number {
  return new Set(values).size;
}

function numbersOf(cells: readonly unknown[], date1904: boolean): DateNumbers | undefined {
  const counts = new Map<DateNumbers, number>();
  for (const cell of cells) {
    const value = typeof cell === 'number' ? cell : /^-?\d+(?:\.\d+)?$/.test(String(cell).trim()) ? Number(cell) : null;
    const kind = value === null ? null : kindOf(value);
    if (kind) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  const best = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
  return best === 'excel' && date1904 ? 'excel1904' : best;
}

/** What a number alone would count, by its size. */
function kindOf(value: number): DateNumbers | null {
  const size = Math.abs(value);
  if (size >= 1e11 && size < 1e13) return 'milliseconds';
  if (size >= 1e8 && size < 1e11) return 'seconds';
  if (value >= 18_000_101 && value <= 22_001_231) return 'compact';
  if (Number.isInteger(value) && value >= 1900 && value <= 2100) return 'year';
  return value >= 10_000 && value < 100_000 ? 'excel' : null;
}

function fromNumber(value: number, numbers: DateNumbers | undefined): string | null {
  const alone = kindOf(value);
  // What the column counts decides where the size leaves it open: seconds of 1973 are milliseconds of 1970.
  const kind =
    (numbers === 'milliseconds' && alone === 'seconds') || (numbers === 'excel1904' && alone === 'excel')
      ? numbers
      : alone;
  switch (kind) {
    case 'milliseconds':
      return fromMs(value);
    case 'seconds':
      return fromMs(value * 1000);
    case 'compact':
      return checked(
        { year: Math.floor(value / 1e4), month: Math.floor(value / 100) % 100, day: value % 100 },
        0,
        0,
        0,
      );
    case 'year':
      return checked({ year: value, month: 1, day: 1 }, 0, 0, 0);
    case 'excel':
    case 'excel1904':
      return fromMs(EXCEL_EPOCH_MS[kind] + Math.round((value * DAY_MS) / 1000) * 1000);
    default:
      return null;
  }
}

function fromMs(ms: number): string | null {
  const date = new Date(ms);
  const year = date.getUTCFullYear();
  return Number.isNaN(year) || year < 1800 || year > 2200 ? null : date.toISOString().slice(0, 19);
}

function partsOf(text: string, order: DateOrder): { readonly parts: Parts; readonly length: number } | null {
  const read = (match: RegExpMatchArray, year: unknown, month: unknown, day: unknown) => ({
    parts: { year: fullYear(String(year)), month: Number(month), day: Number(day ?? 1) },
    length: match[0].length,
  });
  const ymd = text.match(YEAR_FIRST);
  if (ymd) return read(ymd, ymd[1], ymd[2], ymd[3]);
  const three = text.match(THREE_PARTS);
  if (three) {
    const [, a, b, c] = three;
    if (order === 'ymd' && c!.length === 2) return read(three, a, b, c);
    return order === 'dmy' ? read(three, c, b, a) : read(three, c, a, b);
  }
  const named = text.match(NAMED_MONTH);
  if (named) return read(named, named[3], monthOf(named[2]!), named[1]);
  const american = text.match(MONTH_FIRST);
  if (american) return read(american, american[3], monthOf(american[1]!), american[2]);
  const year = text.match(YEAR_ALONE);
  return year ? read(year, year[1], 1, 1) : null;
}

function fullYear(text: string): number {
  const value = Number(text);
  return text.length === 2 ? value + (value >= PIVOT ? 1900 : 2000) : value;
}

function monthOf(word: string): number {
  return MONTHS.indexOf(word.slice(0, 3).toLowerCase()) + 1;
}

function timeOf(rest: string): [number, number, number] {
  const match = rest.match(TIME);
  if (!match) return [0, 0, 0];
  const [, before, hours, minutes = '0', seconds = '0', after] = match;
  const half = `${before ?? ''}${after ?? ''}`.toLowerCase();
  const hour = Number(hours);
  const afternoon = /下午|p/.test(half);
  return [half === '' ? hour : (hour % 12) + (afternoon ? 12 : 0), Number(minutes), Number(seconds)];
}

function checked({ year, month, day }: Parts, hour: number, minute: number, second: number): string | null {
  if (hour > 23 || minute > 59 || second > 59 || year < 1800 || year > 2200) return null;
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.toISOString().slice(0, 19) : null;
}

/** Full-width forms folded, the weekday dropped, Chinese numerals and years of the Republic turned into ours. */
function plainText(raw: unknown): string {
  const text = String(raw).trim();
  if (!/[^\x20-\x7e]|[a-z]/i.test(text)) return text;
  const plain = text
    .normalize('NFKC')
    .replace(/[(（]?(?:星期|周|週|礼拜)[一二三四五六日天][)）]?/g, ' ')
    .replace(/^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+/i, '')
    .trim();
  const digits = /[〇零一二三四五六七八九十].*年/.test(plain) ? fromChinese(plain) : plain;
  return digits.replace(/^民[国國]\s*(\d{1,3})\s*年/, (_, year: string) => `${Number(year) + 1911}年`);
}

/** 二〇二四年十一月二十一日 → 2024年11月21日. */
function fromChinese(text: string): string {
  const digit = (sign: string): number => '〇一二三四五六七八九'.indexOf(sign.replace('零', '〇'));
  return text
    .replace(/([一二三四五六七八九]?)十([一二三四五六七八九]?)/g, (_, tens: string, ones: string) =>
      String((tens ? digit(tens) : 1) * 10 + (ones ? digit(ones) : 0)),
    )
    .replace(/[〇零一二三四五六七八九]/g, (sign) => String(digit(sign)));
}
