import type { LonLat } from '../../base/coordinates';

/** First and second number of positions spread through a file, as the file has them. */
export type Sample = readonly (readonly [first: number, second: number])[];
export type Bounds = readonly [west: number, south: number, east: number, north: number];

/** How far outside the district records may still be meant, degrees. */
const MARGIN_DEG = 0.15;

/** Numbers that can be a position: finite, and not both nought. */
export function finiteOf(sample: Sample): Sample {
  return sample.filter(([a, b]) => Number.isFinite(a) && Number.isFinite(b) && (a !== 0 || b !== 0));
}

/** Median of the first and of the second numbers. */
export function middleOf(sample: Sample): readonly [number, number] {
  return [medianOf(sample.map(([a]) => a)), medianOf(sample.map(([, b]) => b))];
}

export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? Number.NaN;
}

/** In the district or near it. */
export function isNear([lon, lat]: LonLat, [west, south, east, north]: Bounds): boolean {
  return lon >= west - MARGIN_DEG && lon <= east + MARGIN_DEG && lat >= south - MARGIN_DEG && lat <= north + MARGIN_DEG;
}

/** Share of positions within bounds. */
export function shareInside(positions: readonly LonLat[], [west, south, east, north]: Bounds): number {
  const inside = positions.filter(([lon, lat]) => lon >= west && lon <= east && lat >= south && lat <= north);
  return inside.length / Math.max(1, positions.length);
}
