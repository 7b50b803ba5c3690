import proj4 from 'proj4';
import type { LonLat } from '../../base/coordinates';
import { issueOf } from '../../base/issue';
import { fail, ok, type Result } from '../../base/result';
import { inverseOffset } from './chinese-offset';
import { epsgEntry } from './epsg-table';

/**
 * Names a coordinate system: `WGS84`, `GCJ02`, `BD09`, `EPSG:4547`, or the text of a .prj file (WKT).
 * CGCS2000 degrees count as WGS84: they agree to within centimetres.
 */
export type CrsId = string;

/** Coordinates as the file has them, first and second, to WGS84 degrees. */
export type ToWgs84 = (first: number, second: number) => LonLat;

export const WGS84_CRS: CrsId = 'WGS84';
const NOWHERE: LonLat = [Number.NaN, Number.NaN];
const SAME_AS_WGS84 = new Set(['WGS84', 'EPSG:4326', 'EPSG:4490', 'EPSG:4979', 'EPSG:4480']);
/** Geographic systems in WKT that agree with WGS84 to within centimetres. */
const WKT_LIKE_WGS84 = /^\s*GEOG\w*\s*\[\s*"[^"]*(?:WGS[\s_]*(?:19)?84|CGCS[\s_]*2000|China[\s_]*Geodetic)/i;
/** Beijing 1954 by the three parameters of EPSG:1920; a .prj names the datum and no parameters. */
const BEIJING_1954 = 'TOWGS84[15.8,-154.4,-82.3,0,0,0,0]';

/** Metres by which a computed position may be off because the way from the old datum to WGS84 is not public. */
const ROUGH_M = { xian1980: 200, beijing1954: 50, other: 500 } as const;

/** The computation to WGS84. Issue `crs.unknown` for a code that the table lacks or a text that cannot be read. */
export async function toWgs84(crs: CrsId): Promise<Result<ToWgs84>> {
  const id = normalised(crs);
  if (id === WGS84_CRS) return ok((first, second) => [first, second]);
  if (id === 'GCJ02' || id === 'BD09') {
    const back = inverseOffset(id);
    return ok((first, second) => back([first, second]));
  }
  const definition = await definitionOf(id);
  if (!definition) return fail(issueOf('crs.unknown', { value: crs.slice(0, 80) }));
  const computed = computedBy(definition);
  return computed ? ok(computed) : fail(issueOf('crs.unknown', { value: crs.slice(0, 80) }));
}

/** The computation of a proj4 or WKT definition, NaN where a position is beyond its reach; null for one that cannot be read. */
export function computedBy(definition: string): ToWgs84 | null {
  try {
    const { forward } = proj4(definition, 'WGS84');
    return (first, second) => {
      try {
        return forward([first, second]) as unknown as LonLat;
      } catch {
        return NOWHERE;
      }
    };
  } catch {
    return null;
  }
}

/** A name that people read: the system's own from a .prj, the registered one of an EPSG code. */
export async function crsName(crs: CrsId): Promise<string> {
  const id = normalised(crs);
  const code = codeOf(id);
  if (code) return `${id} ${(await epsgEntry(code))?.[0] ?? ''}`.trim();
  return crs.match(/^\s*\w+\s*\[\s*"([^"]*)"/)?.[1] ?? id;
}

/** Whether the system counts in degrees; null when nobody knows the system. */
export async function isGeographic(crs: CrsId): Promise<boolean | null> {
  const id = normalised(crs);
  if (id === WGS84_CRS || id === 'GCJ02' || id === 'BD09') return true;
  const definition = await definitionOf(id);
  return definition === undefined ? null : /\+proj=longlat|^\s*GEO/i.test(definition);
}

/** How far off, in metres, positions of a system may be after the computation; 0 where it is exact to a metre. */
export async function roughnessM(crs: CrsId): Promise<number> {
  const id = normalised(crs);
  const code = codeOf(id);
  const replaced = code ? (await epsgEntry(code))?.[2] : undefined;
  if (replaced) return replaced;
  const text = (await definitionOf(id)) ?? '';
  if (/\+ellps=IAU76|xian[\s_]*1980/i.test(text)) return ROUGH_M.xian1980;
  if (/beijing[\s_]*1954|15\.8,-154\.4/i.test(text)) return ROUGH_M.beijing1954;
  const shiftless = code && !/towgs84|datum|nadgrids|WGS84|GRS80|a=6378137/.test(text);
  return shiftless ? ROUGH_M.other : 0;
}

/** One spelling for the many: `urn:ogc:def:crs:EPSG::4326`, `epsg 4326`, `http://…/EPSG/0/4326`, `4326`. */
export function normalised(crs: CrsId): CrsId {
  if (isWkt(crs)) return WKT_LIKE_WGS84.test(crs) ? WGS84_CRS : crs;
  const text = crs.trim();
  const code = text.match(/epsg\D*(?:\d+(?:\.\d+)?[:/]+)?(\d{4,6})\s*$/i)?.[1] ?? text.match(/^\d{4,6}$/)?.[0];
  if (code) return SAME_AS_WGS84.has(`EPSG:${code}`) ? WGS84_CRS : `EPSG:${code}`;
  const upper = text.toUpperCase().replace(/[\s_-]/g, '');
  if (/CRS84$|^WGS84$|^CGCS2000$/.test(upper)) return WGS84_CRS;
  return upper === 'GCJ02' || upper === 'BD09' ? upper : text;
}

export function isWkt(text: string): boolean {
  return /^\s*(PROJCS|GEOGCS|PROJCRS|GEOGCRS|GEODCRS|BOUNDCRS|COMPD_CS|COMPOUNDCRS)\s*\[/i.test(text);
}

function codeOf(id: CrsId): string | null {
  return id.match(/^EPSG:(\d+)$/)?.[1] ?? null;
}

/** What proj4 computes a system by: the table's entry or the text of a .prj; undefined for WGS84 and what nobody knows. */
export async function definitionOf(id: CrsId): Promise<string | undefined> {
  const code = codeOf(id);
  if (code) return (await epsgEntry(code))?.[1];
  if (!isWkt(id)) return undefined;
  return /beijing[\s_]*1954/i.test(id) && !/TOWGS84/i.test(id)
    ? id.replace(/(SPHEROID\s*\[[^\]]*\])/i, `$1,${BEIJING_1954}`)
    : id;
}
