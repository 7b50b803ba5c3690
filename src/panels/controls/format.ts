import type { LanguageId } from '../../store/state';

const cache = new Map<string, Intl.NumberFormat>();

function formatter(language: LanguageId, digits: number): Intl.NumberFormat {
  const key = `${language} ${digits}`;
  const made =
    cache.get(key) ?? new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  cache.set(key, made);
  return made;
}

/** Figures as people read them: thousands separated, units always. */
export interface Format {
  count(value: number): string;
  percent(share: number): string;
  points(share: number): string;
  km2(areaM2: number): string;
  area(areaM2: number): string;
  /** Whole metres below a kilometre, two decimals below a hundred, then whole kilometres. */
  metres(valueM: number): string;
  /** Such as `4 min 30 s`. */
  duration(seconds: number): string;
  signed(value: number, digits?: number): string;
  number(value: number, digits: number): string;
  /** Day and minute of an ISO 8601 moment, by the clock of the machine. */
  moment(iso: string): string;
}

/** Figures in the manner of a language. */
export function formatFor(language: LanguageId): Format {
  const number = (value: number, digits: number): string => formatter(language, digits).format(value);
  const signed = (value: number, digits = 0): string => {
    const text = number(Math.abs(value), digits);
    if (Number(Math.abs(value).toFixed(digits)) === 0) return '±0';
    return `${value > 0 ? '+' : '−'}${text}`;
  };
  return {
    count: (value) => number(value, 0),
    percent: (share) => `${number(100 * share, 1)} %`,
    points: (share) => `${signed(100 * share, 1)} %`,
    km2: (areaM2) => `${number(areaM2 / 1e6, 2)} km²`,
    // Two units, so that a list can be compared at a glance.
    area: (areaM2) => (areaM2 < 100_000 ? `${number(areaM2, 0)} m²` : `${number(areaM2 / 1e6, 2)} km²`),
    metres: (valueM) =>
      valueM < 1000 ? `${number(valueM, 0)} m` : `${number(valueM / 1000, valueM < 100_000 ? 2 : 0)} km`,
    duration: (seconds) => {
      const whole = Math.round(seconds);
      const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
      return minutes === 0 ? `${rest} s` : rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
    },
    signed,
    number,
    moment: (iso) => momentOf(iso, language),
  };
}

function momentOf(iso: string, language: LanguageId): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return '—';
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'short', hourCycle: 'h23' }).format(time);
}
