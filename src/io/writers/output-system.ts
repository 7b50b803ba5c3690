import type { LonLat } from '../../base/coordinates';
import { ok, type Result } from '../../base/result';
import type { EntityGeometry } from '../../model/entities/spec';
import { type CrsId, normalised, WGS84_CRS } from '../crs/crs';
import { fromWgs84 } from '../crs/from-wgs84';

/** The coordinate system of a file to be written. */
export interface OutputSystem {
  /** `WGS84`, `GCJ02`, `BD09` or `EPSG:…`. */
  readonly crs: CrsId;
  readonly degrees: boolean;
  /** A WGS84 position in this system: longitude or easting first. */
  at(position: LonLat): LonLat;
}

export const WGS84_OUTPUT: OutputSystem = { crs: WGS84_CRS, degrees: true, at: (position) => position };

/** Finer than any survey: a tenth of a millimetre. */
const DIGITS = { degrees: 9, metres: 4 } as const;

/** The system by its name or code; issue `crs.unknown`. */
export async function outputSystem(crs: CrsId): Promise<Result<OutputSystem>> {
  const id = normalised(crs);
  if (id === WGS84_CRS || id === 'EPSG:4326') return ok(WGS84_OUTPUT);
  const projection = await fromWgs84(id);
  if (!projection.ok) return projection;
  const { convert, degrees } = projection.value;
  const digits = degrees ? DIGITS.degrees : DIGITS.metres;
  const round = (value: number): number => Number(value.toFixed(digits));
  return ok({
    crs: id,
    degrees,
    at: (position) => {
      const [first, second] = convert(position);
      return [round(first), round(second)];
    },
  });
}

/** A record's geometry in the system. */
export function placed(geometry: EntityGeometry, system: OutputSystem): EntityGeometry {
  if (system === WGS84_OUTPUT) return geometry;
  if (geometry.type === 'Point') return { type: 'Point', coordinates: system.at(geometry.coordinates) };
  if (geometry.type === 'LineString') return { type: 'LineString', coordinates: geometry.coordinates.map(system.at) };
  const coordinates = geometry.coordinates.map((rings) => rings.map((ring) => ring.map(system.at)));
  return { type: 'MultiPolygon', coordinates };
}
