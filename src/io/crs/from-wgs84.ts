import proj4 from 'proj4';
import type { LonLat } from '../../base/coordinates';
import { issueOf } from '../../base/issue';
import { fail, ok, type Result } from '../../base/result';
import { toOffset } from './chinese-offset';
import { type CrsId, definitionOf, normalised, WGS84_CRS } from './crs';

/** WGS84 degrees to a system's coordinates: longitude or easting first. */
export type FromWgs84 = (position: LonLat) => LonLat;

export interface OutputProjection {
  readonly convert: FromWgs84;
  /** Whether the system counts in degrees; otherwise in metres or feet. */
  readonly degrees: boolean;
}

/** The computation from WGS84. Issue `crs.unknown` for a code that the table lacks. */
export async function fromWgs84(crs: CrsId): Promise<Result<OutputProjection>> {
  const id = normalised(crs);
  if (id === WGS84_CRS) return ok({ convert: (position) => position, degrees: true });
  if (id === 'GCJ02' || id === 'BD09') return ok({ convert: (position) => toOffset(id, position), degrees: true });
  const definition = await definitionOf(id);
  if (!definition) return fail(issueOf('crs.unknown', { value: crs.slice(0, 80) }));
  try {
    const { forward } = proj4('WGS84', definition);
    return ok({
      convert: ([lon, lat]) => forward([lon, lat]) as unknown as LonLat,
      degrees: /\+proj=longlat|^\s*GEO/i.test(definition),
    });
  } catch {
    return fail(issueOf('crs.unknown', { value: crs.slice(0, 80) }));
  }
}
