import type { LonLat } from '../../base/coordinates';
import { type Issue, issueOf } from '../../base/issue';
import { ENTITY_SPECS, type EntityType } from '../../model/entities/registry';
import type { EntityGeometry } from '../../model/entities/spec';
import type { RawFeature } from '../readers/reader';
import { checkPosition, tablePosition } from './position';

type Columns = { readonly lon: string; readonly lat: string } | undefined;

/** The feature's geometry as the record type wants it (a multi-line gives several), or why it cannot be used. */
export function convertGeometry(feature: RawFeature, type: EntityType, columns: Columns): EntityGeometry[] | Issue {
  const raw = feature.geometry ?? pointFrom(tablePosition(feature, columns));
  if ('code' in raw) return raw;
  const wanted = ENTITY_SPECS[type].geometry;
  const geometries = shaped(raw, wanted);
  if (!geometries) return issueOf('import.geometry', { found: raw.type, wanted });
  for (const geometry of geometries) {
    const issue = checkGeometry(geometry);
    if (issue) return issue;
  }
  return geometries;
}

function pointFrom(position: LonLat | Issue): GeoJSON.Geometry | Issue {
  return 'code' in position ? position : { type: 'Point', coordinates: [position[0], position[1]] };
}

function shaped(raw: GeoJSON.Geometry, wanted: EntityGeometry['type']): EntityGeometry[] | null {
  if (wanted === 'Point') {
    if (raw.type === 'Point') return [{ type: 'Point', coordinates: flat(raw.coordinates) }];
    return raw.type === 'MultiPoint' && raw.coordinates.length === 1
      ? [{ type: 'Point', coordinates: flat(raw.coordinates[0]!) }]
      : null;
  }
  if (wanted === 'LineString') {
    const lines =
      raw.type === 'LineString' ? [raw.coordinates] : raw.type === 'MultiLineString' ? raw.coordinates : null;
    return lines?.map((line) => ({ type: 'LineString', coordinates: line.map(flat) })) ?? null;
  }
  const polygons = raw.type === 'Polygon' ? [raw.coordinates] : raw.type === 'MultiPolygon' ? raw.coordinates : null;
  return polygons
    ? [{ type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.map((ring) => ring.map(flat))) }]
    : null;
}

/** Heights are dropped: every record of the plan is flat. */
function flat(position: GeoJSON.Position): LonLat {
  return Array.isArray(position) ? [position[0]!, position[1]!] : [Number.NaN, Number.NaN];
}

function checkGeometry(geometry: EntityGeometry): Issue | null {
  if (geometry.type === 'Point') return checkPosition(geometry.coordinates);
  if (geometry.type === 'LineString')
    return geometry.coordinates.length < 2 ? issueOf('import.shortLine') : firstIssue(geometry.coordinates);
  const rings = geometry.coordinates.flat();
  if (rings.length === 0 || rings.some((ring) => ring.length < 4)) return issueOf('import.shortRing');
  return firstIssue(rings.flat());
}

function firstIssue(positions: readonly LonLat[]): Issue | null {
  for (const position of positions) {
    const issue = checkPosition(position);
    if (issue) return issue;
  }
  return null;
}
