import type { LonLat } from '../../base/coordinates';
import type { EntityGeometry } from '../../model/entities/spec';
import { wound } from './rings';

/** Shape types of the ESRI Shapefile Technical Description (1998). */
const SHAPE = { Point: 1, LineString: 3, MultiPolygon: 5 } as const;
const HEADER_BYTES = 100;
const FILE_CODE = 9994;
const VERSION = 1000;
/** Offsets are 16-bit words in 32 bits, and most programs read no further than this. */
export const MOST_BYTES = 2 ** 31 - 1;

export interface ShapeFiles {
  readonly shp: Uint8Array<ArrayBuffer>;
  readonly shx: Uint8Array<ArrayBuffer>;
}

/** Bytes that the .shp of these geometries takes. */
export function shpSize(geometries: readonly EntityGeometry[]): number {
  return geometries.reduce((sum, geometry) => sum + 8 + contentBytes(geometry), HEADER_BYTES);
}

/** Geometries of one kind as .shp and its index .shx; outer rings clockwise. */
export function shapeFiles(type: EntityGeometry['type'], geometries: readonly EntityGeometry[]): ShapeFiles {
  const shp = new Uint8Array(shpSize(geometries));
  const shx = new Uint8Array(HEADER_BYTES + 8 * geometries.length);
  const [shapes, index] = [new DataView(shp.buffer), new DataView(shx.buffer)];
  let at = HEADER_BYTES;
  for (const [k, geometry] of geometries.entries()) {
    const length = contentBytes(geometry);
    index.setInt32(HEADER_BYTES + 8 * k, at / 2);
    index.setInt32(HEADER_BYTES + 8 * k + 4, length / 2);
    shapes.setInt32(at, k + 1);
    shapes.setInt32(at + 4, length / 2);
    writeShape(new DataView(shp.buffer, at + 8, length), geometry);
    at += 8 + length;
  }
  const bounds = boundsOf(geometries.flatMap((geometry) => partsOf(geometry).flat()));
  for (const view of [shapes, index]) writeHeader(view, SHAPE[type], bounds);
  return { shp, shx };
}

type Bounds = readonly [west: number, south: number, east: number, north: number];

function writeHeader(view: DataView, shape: number, bounds: Bounds): void {
  view.setInt32(0, FILE_CODE);
  view.setInt32(24, view.byteLength / 2);
  view.setInt32(28, VERSION, true);
  view.setInt32(32, shape, true);
  for (const [k, value] of bounds.entries()) view.setFloat64(36 + 8 * k, value, true);
}

function writeShape(view: DataView, geometry: EntityGeometry): void {
  view.setInt32(0, SHAPE[geometry.type], true);
  const parts = partsOf(geometry);
  if (geometry.type === 'Point') {
    writePositions(view, 4, parts[0]!);
    return;
  }
  const positions = parts.flat();
  for (const [k, value] of boundsOf(positions).entries()) view.setFloat64(4 + 8 * k, value, true);
  view.setInt32(36, parts.length, true);
  view.setInt32(40, positions.length, true);
  let start = 0;
  for (const [k, part] of parts.entries()) {
    view.setInt32(44 + 4 * k, start, true);
    start += part.length;
  }
  writePositions(view, 44 + 4 * parts.length, positions);
}

function writePositions(view: DataView, at: number, positions: readonly LonLat[]): void {
  for (const [k, [x, y]] of positions.entries()) {
    view.setFloat64(at + 16 * k, x, true);
    view.setFloat64(at + 16 * k + 8, y, true);
  }
}

function contentBytes(geometry: EntityGeometry): number {
  if (geometry.type === 'Point') return 20;
  const parts = partsOf(geometry);
  return 44 + 4 * parts.length + 16 * parts.reduce((sum, part) => sum + part.length, 0);
}

/** The lines or rings of a geometry one after the other, as the format keeps them. */
function partsOf(geometry: EntityGeometry): readonly (readonly LonLat[])[] {
  if (geometry.type === 'Point') return [[geometry.coordinates]];
  if (geometry.type === 'LineString') return [geometry.coordinates];
  return wound(geometry.coordinates, 'clockwise').flat();
}

function boundsOf(positions: readonly LonLat[]): Bounds {
  if (positions.length === 0) return [0, 0, 0, 0];
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of positions) {
    west = Math.min(west, x);
    east = Math.max(east, x);
    south = Math.min(south, y);
    north = Math.max(north, y);
  }
  return [west, south, east, north];
}
