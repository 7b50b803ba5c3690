import type { LonLat } from '../../base/coordinates';
import { type Issue, issueOf } from '../../base/issue';
import type { RawFeature } from '../readers/reader';

type Columns = { readonly lon: string; readonly lat: string } | undefined;

/** A feature's first position when it is a usable one; null otherwise. For framing only. */
export function positionOf(feature: RawFeature, columns: Columns): LonLat[] | null {
  const position = feature.geometry ? firstOf(feature.geometry) : tablePosition(feature, columns);
  return position && !('code' in position) && checkPosition(position) === null ? [position] : null;
}

/** The position in a table's columns, or what is wrong with it. */
export function tablePosition({ properties, row }: RawFeature, columns: Columns): LonLat | Issue {
  if (!columns) return issueOf('import.noPosition', { row });
  const lon = coordinate(properties[columns.lon]);
  const lat = coordinate(properties[columns.lat]);
  if (lon === null)
    return issueOf('import.coordinate', { column: columns.lon, value: String(properties[columns.lon] ?? '') });
  if (lat === null)
    return issueOf('import.coordinate', { column: columns.lat, value: String(properties[columns.lat] ?? '') });
  return [lon, lat];
}

/** What is wrong with a position in degrees; null when nothing is. */
export function checkPosition(position: readonly unknown[]): Issue | null {
  const [lon, lat] = position;
  if (typeof lon !== 'number' || typeof lat !== 'number' || !Number.isFinite(lon) || !Number.isFinite(lat))
    return issueOf('import.notNumbers', { value: String(position.slice(0, 2)) });
  if (lon === 0 && lat === 0) return issueOf('import.zeros', {});
  if (Math.abs(lat) > 90 && Math.abs(lat) <= 180 && Math.abs(lon) <= 90) return issueOf('import.swapped', { lon, lat });
  if (Math.abs(lat) > 90 || Math.abs(lon) > 180) return issueOf('import.notDegrees', { lon, lat });
  return null;
}

function coordinate(cell: unknown): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  const text = String(cell ?? '')
    .normalize('NFKC')
    .trim();
  return /^[-+]?\d+(\.\d+)?$/.test(text) ? Number(text) : null;
}

function firstOf(geometry: GeoJSON.Geometry): LonLat | null {
  if (geometry.type === 'GeometryCollection') return null;
  let at: unknown = geometry.coordinates;
  while (Array.isArray(at) && Array.isArray(at[0])) at = at[0];
  return Array.isArray(at) && at.length >= 2 ? (at as unknown as LonLat) : null;
}
