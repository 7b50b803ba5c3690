import type { CrsId } from './crs';

/** Systems in metres that Chinese and other offices use, as EPSG codes. */
interface Family {
  /** Code of the first zone or meridian. */
  readonly first: number;
  readonly count: number;
}

const THREE_DEGREE_ZONE: readonly Family[] = [
  { first: 4513, count: 21 }, // CGCS2000
  { first: 2349, count: 21 }, // Xian 1980
  { first: 2401, count: 21 }, // Beijing 1954
];
const THREE_DEGREE_MERIDIAN: readonly Family[] = [
  { first: 4534, count: 21 },
  { first: 2370, count: 21 },
  { first: 2422, count: 21 },
];
const SIX_DEGREE_ZONE: readonly Family[] = [
  { first: 4491, count: 11 },
  { first: 2327, count: 11 },
  { first: 21413, count: 11 },
];
const SIX_DEGREE_MERIDIAN: readonly Family[] = [
  { first: 4502, count: 11 },
  { first: 2338, count: 11 },
  { first: 21453, count: 11 },
];

/**
 * Systems in metres that a position may be in, judged by its size alone; the likeliest datum first. An easting over
 * 13 million carries its zone number: 13–23 of six degrees, 25–45 of three.
 */
export function metricCandidates(easting: number, northing: number): CrsId[] {
  if (northing < -2.1e7 || northing > 2.1e7 || Math.abs(easting) > 4.6e7) return [];
  const zone = Math.floor(easting / 1e6);
  if (zone >= 25 && zone <= 45) return THREE_DEGREE_ZONE.map(({ first }) => code(first + zone - 25));
  if (zone >= 13 && zone <= 23 && northing < 6e6 && northing > 1.8e6 && easting % 1e6 > 1e5 && easting % 1e6 < 9e5)
    return [...SIX_DEGREE_ZONE.map(({ first }) => code(first + zone - 13)), 'EPSG:3857'];
  if (easting > 0 && easting < 1e6 && northing > 0 && northing < 1e7)
    return [
      ...[...THREE_DEGREE_MERIDIAN, ...SIX_DEGREE_MERIDIAN].flatMap(({ first, count }) =>
        Array.from({ length: count }, (_, k) => code(first + k)),
      ),
      ...Array.from({ length: 60 }, (_, k) => code(32_601 + k)),
      'EPSG:3857',
    ];
  return ['EPSG:3857'];
}

function code(value: number): CrsId {
  return `EPSG:${value}`;
}
