import proj4 from 'proj4';
import type { LonLat } from '../../base/coordinates';
import { issueOf } from '../../base/issue';
import { fail, ok, type Result } from '../../base/result';
import { fromOffset } from './chinese-offset';

/**
 * Names a coordinate system: `WGS84`, `GCJ02`, `BD09`, `EPSG:4547`, or the text of a .prj file (WKT).
 * CGCS2000 degrees count as WGS84: they agree to within centimetres.
 */
export type CrsId = string;

/** Coordinates as the file has them, first and second, to WGS84 degrees. */
export type ToWgs84 = (first: number, second: number) => LonLat;

export const WGS84_CRS: CrsId = 'WGS84';
const SAME_AS_WGS84 = new Set(['WGS84', 'CRS84', 'EPSG:4326', 'EPSG:4490', 'EPSG:4979', 'CGCS2000']);

/** The computation to WGS84. Issue `crs.unknown` for a code that the table lacks or a text that cannot be read. */
export async function toWgs84(crs: CrsId): Promise<Result<ToWgs84>> {
  const id = normalised(crs);
  if (SAME_AS_WGS84.has(id)) return ok((first, second) => [first, second]);
  if (id === 'GCJ02' || id === 'BD09') return ok((first, second) => fromOffset(id, [first, second]));
  const definition = await definitionOf(id);
  if (!definition) return fail(issueOf('crs.unknown', { value: crs.slice(0, 80) }));
  try {
    const { forward } = proj4(definition, 'WGS84');
    return ok((first, second) => forward([first, second]) as unknown as LonLat);
  } catch {
    return fail(issueOf('crs.unknown', { value: crs.slice(0, 80) }));
  }
}

/** A name that people read: the system's own from a .prj, the registered one of an EPSG code. */
export async function crsName(crs: CrsId): Promise<string> {
  const id = normalised(crs);
  if (id.startsWith('EPSG:')) return `${id} ${(await epsgTable())[id.slice(5)]?.[0] ?? ''}`.trim();
  return crs.match(/^\s*\w+\s*\[\s*"([^"]*)"/)?.[1] ?? id;
}

/** One spelling for the many: `urn:ogc:def:crs:EPSG::4326`, `epsg 4326`, `http://…/EPSG/0/4326`, `4326`. */
export function normalised(crs: CrsId): CrsId {
  if (isWkt(crs)) return crs;
  const text = crs.trim();
  const code = text.match(/(?:epsg|EPSG)\D*(?:\d+(?:\.\d+)?[:/]+)?(\d{4,6})\s*$/i)?.[1] ?? text.match(/^\d{4,6}$/)?.[0];
  if (code) return `EPSG:${code}`;
  const upper = text.toUpperCase().replace(/[\s_-]/g, '');
  if (/CRS84$|^WGS84$|^CGCS2000$/.test(upper)) return WGS84_CRS;
  return upper === 'GCJ02' || upper === 'BD09' ? upper : text;
}

export function isWkt(text: string): boolean {
  return /^\s*(PROJCS|GEOGCS|PROJCRS|GEOGCRS|GEODCRS|BOUNDCRS)\s*\[/i.test(text);
}

type EpsgTable = Readonly<Record<string, readonly [name: string, definition: string]>>;
let table: Promise<EpsgTable> | null = null;

/** 0.9 MB, so it is loaded when somebody needs it. */
function epsgTable(): Promise<EpsgTable> {
  table ??= import('./epsg.json').then(({ default: rows }) => rows as unknown as EpsgTable);
  return table;
}

/** What proj4 computes a system by: the table's entry or the text of a .prj; undefined for WGS84 and what nobody knows. */
export async function definitionOf(id: CrsId): Promise<string | undefined> {
  return id.startsWith('EPSG:') ? (await epsgTable())[id.slice(5)]?.[1] : isWkt(id) ? id : undefined;
}
