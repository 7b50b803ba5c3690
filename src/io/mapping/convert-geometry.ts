import type { LonLat } from '../../base/coordinates';
import { type Issue, issueOf } from '../../base/issue';
import { ENTITY_SPECS, type EntityType } from '../../model/entities/registry';
import type { EntityGeometry } from '../../model/entities/spec';
import type { RawFeature } from '../readers/reader';
import type { PositionColumns } from './import-plan';
import { type Positions, type ReadPosition, tablePosition } from './positions';

export interface ConvertedGeometry {
  /** As the record type wants it; several points or lines in one feature give several. */
  readonly geometries: readonly EntityGeometry[];
  readonly remark?: ReadPosition['remark'];
  readonly far?: ReadPosition['far'];
}

interface Remark {
  readonly remark?: ReadPosition['remark'] | undefined;
  readonly far?: ReadPosition['far'] | undefined;
}

/** The feature's geometry in WGS84 as the record type wants it, or why it cannot be used. */
export function convertGeometry(
  feature: RawFeature,
  type: EntityType,
  columns: PositionColumns | undefined,
  positions: Positions,
): ConvertedGeometry | Issue {
  if (!feature.geometry) return fromTable(feature, type, columns, positions);
  const wanted = ENTITY_SPECS[type].geometry;
  const lines = partsOf(feature.geometry, wanted);
  if (!lines) return issueOf('import.geometry', { found: feature.geometry.type, wanted });
  const reading = new Reading(positions);
  const geometries = shaped(lines, wanted, reading);
  if (reading.issue) return reading.issue;
  const issue = geometries.map(checkShape).find((found) => found !== null);
  return issue ?? { geometries, ...remarkOf(reading) };
}

function fromTable(
  feature: RawFeature,
  type: EntityType,
  columns: PositionColumns | undefined,
  positions: Positions,
): ConvertedGeometry | Issue {
  const raw = tablePosition(feature, columns);
  if ('code' in raw) return raw;
  const wanted = ENTITY_SPECS[type].geometry;
  if (wanted !== 'Point') return issueOf('import.geometry', { found: 'Point', wanted });
  const read = positions.at(raw[0], raw[1]);
  if ('code' in read) return read;
  const geometry = { type: 'Point', coordinates: read.position } as const;
  return { geometries: [geometry], ...remarkOf(read) };
}

function remarkOf({ remark, far }: Remark): Pick<ConvertedGeometry, 'remark' | 'far'> {
  return { ...(remark ? { remark } : {}), ...(far ? { far } : {}) };
}

/** Reads positions one after the other and remembers the first that is wrong. */
class Reading {
  issue: Issue | null = null;
  remark: ReadPosition['remark'];
  far: ReadPosition['far'];

  constructor(private readonly positions: Positions) {}

  /** Heights are dropped: every record of the plan is flat. */
  readonly at = (raw: GeoJSON.Position): LonLat => {
    const [first, second] = Array.isArray(raw) ? raw : [];
    const read =
      typeof first === 'number' && typeof second === 'number'
        ? this.positions.at(first, second)
        : issueOf('import.notNumbers', { value: String(raw).slice(0, 60) });
    if ('code' in read) {
      this.issue ??= read;
      return [0, 0];
    }
    this.remark ??= read.remark;
    this.far ??= read.far;
    return read.position;
  };
}

/** Points, lines or polygons of a geometry as lists of their parts; null when it is of another kind. */
function partsOf(raw: GeoJSON.Geometry, wanted: EntityGeometry['type']): unknown[] | null {
  if (raw.type === 'GeometryCollection') return partsOfAll(raw.geometries ?? [], wanted);
  if (!Array.isArray(raw.coordinates)) return null;
  if (wanted === 'Point') {
    if (raw.type === 'Point') return [raw.coordinates];
    return raw.type === 'MultiPoint' ? raw.coordinates : null;
  }
  if (wanted === 'LineString') {
    if (raw.type === 'LineString') return [raw.coordinates];
    return raw.type === 'MultiLineString' ? raw.coordinates : null;
  }
  if (raw.type === 'Polygon') return [raw.coordinates];
  return raw.type === 'MultiPolygon' ? raw.coordinates : null;
}

/** A collection whose members are all of the wanted kind, as KML writes an area of several polygons. */
function partsOfAll(members: readonly GeoJSON.Geometry[], wanted: EntityGeometry['type']): unknown[] | null {
  const parts = members.map((member) => partsOf(member, wanted));
  const found = parts.flatMap((part) => part ?? []);
  if (found.length === 0 || parts.includes(null)) return null;
  return wanted === 'Point' && found.length > 1 ? null : found;
}

function shaped(parts: unknown[], wanted: EntityGeometry['type'], { at }: Reading): EntityGeometry[] {
  const list = <T>(value: unknown, each: (item: never) => T): T[] =>
    Array.isArray(value) ? value.map(each as never) : [];
  if (wanted === 'Point') return parts.map((part) => ({ type: 'Point', coordinates: at(part as GeoJSON.Position) }));
  if (wanted === 'LineString')
    return parts.map((part) => ({ type: 'LineString', coordinates: list(part, at as never) }));
  const polygons = parts.map((rings) => list(rings, (ring) => list<LonLat>(ring, at as never)));
  return [{ type: 'MultiPolygon', coordinates: polygons }];
}

function checkShape(geometry: EntityGeometry): Issue | null {
  if (geometry.type === 'Point') return null;
  if (geometry.type === 'LineString') return geometry.coordinates.length < 2 ? issueOf('import.shortLine') : null;
  const rings = geometry.coordinates.flat();
  return rings.length === 0 || rings.some((ring) => ring.length < 4) ? issueOf('import.shortRing') : null;
}
