import type { LonLat } from '../../base/coordinates';
import { isInChina } from '../crs/chinese-offset';
import { type CrsId, crsName } from '../crs/crs';

export interface SuggestedSystem {
  readonly crs: CrsId;
  readonly name: string;
}

/** Systems in which offices near a place want their files, the usual ones first. */
export async function suggestedSystems([lon, lat]: LonLat): Promise<SuggestedSystem[]> {
  const codes = isInChina(lon, lat)
    ? ['GCJ02', 'BD09', ...gaussKrueger(lon), utm(lon, lat)]
    : [utm(lon, lat), 'EPSG:3857'];
  return Promise.all(codes.map(async (crs) => ({ crs, name: await crsName(crs) })));
}

/** CGCS2000 in three-degree zones: by meridian, and with the zone's number before the easting. */
function gaussKrueger(lon: number): CrsId[] {
  const zone = Math.round(lon / 3);
  return zone >= 25 && zone <= 45 ? [`EPSG:${4534 + zone - 25}`, `EPSG:${4513 + zone - 25}`] : [];
}

function utm(lon: number, lat: number): CrsId {
  const zone = Math.min(60, Math.floor((lon + 180) / 6) + 1);
  return `EPSG:${(lat < 0 ? 32_700 : 32_600) + zone}`;
}
