import type { CrsId } from './crs';

export type Datum = 'CGCS2000' | 'Xian 1980' | 'Beijing 1954';

/** A row of Gauss–Krüger systems with neighbouring codes. */
interface Family {
  readonly datum: Datum;
  readonly width: 3 | 6;
  /** Eastings carry the zone's number in front. */
  readonly prefix: boolean;
  /** Code of the first zone. */
  readonly first: number;
}

/** Central meridians 75° to 135°: 21 zones of three degrees from zone 25 on, 11 of six from zone 13 on. */
const FAMILIES: readonly Family[] = [
  { datum: 'CGCS2000', width: 3, prefix: true, first: 4513 },
  { datum: 'Xian 1980', width: 3, prefix: true, first: 2349 },
  { datum: 'Beijing 1954', width: 3, prefix: true, first: 2401 },
  { datum: 'CGCS2000', width: 3, prefix: false, first: 4534 },
  { datum: 'Xian 1980', width: 3, prefix: false, first: 2370 },
  { datum: 'Beijing 1954', width: 3, prefix: false, first: 2422 },
  { datum: 'CGCS2000', width: 6, prefix: true, first: 4491 },
  { datum: 'Xian 1980', width: 6, prefix: true, first: 2327 },
  { datum: 'Beijing 1954', width: 6, prefix: true, first: 21413 },
  { datum: 'CGCS2000', width: 6, prefix: false, first: 4502 },
  { datum: 'Xian 1980', width: 6, prefix: false, first: 2338 },
  { datum: 'Beijing 1954', width: 6, prefix: false, first: 21453 },
];
const ZONES = { 3: { first: 25, count: 21 }, 6: { first: 13, count: 11 } } as const;
const FIRST_MERIDIAN = 75;

/** A Gauss–Krüger system of China in its parts. */
export interface GaussKruger {
  readonly datum: Datum;
  readonly width: 3 | 6;
  readonly meridian: number;
  /** The zone whose number stands before the easting. */
  readonly zone?: number;
}

/** The parts of a Chinese Gauss–Krüger system; null for any other. */
export function gaussKruger(crs: CrsId): GaussKruger | null {
  const code = Number(crs.match(/^EPSG:(\d+)$/)?.[1] ?? Number.NaN);
  const family = FAMILIES.find(({ first, width }) => code >= first && code < first + ZONES[width].count);
  if (!family) return null;
  const { datum, width, prefix, first } = family;
  const zone = ZONES[width].first + code - first;
  return { datum, width, meridian: FIRST_MERIDIAN + width * (code - first), ...(prefix ? { zone } : {}) };
}

/** Web Mercator reaches that far. */
const WEB_MERCATOR_M = 20_037_509;

/**
 * Systems in metres that Chinese and other offices use and that a position may be in, judged by its size alone; the
 * likeliest first. An easting over 13 million may carry its zone: 13–23 of six degrees, 25–45 of three. Six-degree
 * systems without zone are not named: their meridians are all meridians of three degrees.
 */
export function metricCandidates(easting: number, northing: number): CrsId[] {
  const web = Math.max(Math.abs(easting), Math.abs(northing)) <= WEB_MERCATOR_M ? ['EPSG:3857'] : [];
  const north = northing > 0 && northing < 1e7;
  const rest = easting % 1e6;
  if (easting >= 13e6 && north && rest > 1e5 && rest < 9e5) return [...inZone(Math.floor(easting / 1e6)), ...web];
  if (easting > 0 && easting < 1e6 && north) return [...ofMeridians(), ...utm(), ...web];
  return web;
}

function inZone(zone: number): CrsId[] {
  return FAMILIES.filter(({ prefix }) => prefix).flatMap(({ width, first }) => {
    const at = zone - ZONES[width].first;
    return at >= 0 && at < ZONES[width].count ? [`EPSG:${first + at}`] : [];
  });
}

function ofMeridians(): CrsId[] {
  return FAMILIES.filter(({ prefix, width }) => !prefix && width === 3).flatMap(({ first, width }) =>
    Array.from({ length: ZONES[width].count }, (_, k) => `EPSG:${first + k}`),
  );
}

function utm(): CrsId[] {
  return [32_601, 32_701].flatMap((first) => Array.from({ length: 60 }, (_, k) => `EPSG:${first + k}`));
}
