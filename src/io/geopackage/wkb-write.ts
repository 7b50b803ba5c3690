/** Codes of OGC 06-103r4 §8.2.3. */
export const WKB_TYPES = {
  Point: 1,
  LineString: 2,
  Polygon: 3,
  MultiPoint: 4,
  MultiLineString: 5,
  MultiPolygon: 6,
  GeometryCollection: 7,
} as const;

const HEAD = 5;
const COUNT = 4;
const POSITION = 16;

/** Bytes that `writeWkb` needs. */
export function wkbSize(geometry: GeoJSON.Geometry): number {
  switch (geometry.type) {
    case 'Point':
      return HEAD + POSITION;
    case 'LineString':
      return HEAD + COUNT + geometry.coordinates.length * POSITION;
    case 'Polygon':
      return HEAD + COUNT + sum(geometry.coordinates, (ring) => COUNT + ring.length * POSITION);
    default:
      return HEAD + COUNT + sum(partsOf(geometry), wkbSize);
  }
}

/** Writes a geometry as little-endian WKB of two dimensions; returns the offset behind it. */
export function writeWkb(view: DataView, start: number, geometry: GeoJSON.Geometry): number {
  view.setUint8(start, 1);
  view.setUint32(start + 1, WKB_TYPES[geometry.type], true);
  const at = start + HEAD;
  switch (geometry.type) {
    case 'Point':
      return writePosition(view, at, geometry.coordinates);
    case 'LineString':
      return writeLine(view, at, geometry.coordinates);
    case 'Polygon':
      return writeList(view, at, geometry.coordinates, writeLine);
    default:
      return writeList(view, at, partsOf(geometry), writeWkb);
  }
}

function partsOf(geometry: GeoJSON.Geometry): readonly GeoJSON.Geometry[] {
  switch (geometry.type) {
    case 'MultiPoint':
      return geometry.coordinates.map((coordinates) => ({ type: 'Point', coordinates }));
    case 'MultiLineString':
      return geometry.coordinates.map((coordinates) => ({ type: 'LineString', coordinates }));
    case 'MultiPolygon':
      return geometry.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
    case 'GeometryCollection':
      return geometry.geometries;
    default:
      throw new Error(`${geometry.type} has no parts`);
  }
}

function writeList<T>(
  view: DataView,
  at: number,
  items: readonly T[],
  write: (view: DataView, at: number, item: T) => number,
): number {
  view.setUint32(at, items.length, true);
  return items.reduce((next, item) => write(view, next, item), at + COUNT);
}

function writeLine(view: DataView, at: number, line: readonly GeoJSON.Position[]): number {
  return writeList(view, at, line, writePosition);
}

function writePosition(view: DataView, at: number, position: GeoJSON.Position): number {
  view.setFloat64(at, position[0]!, true);
  view.setFloat64(at + 8, position[1]!, true);
  return at + POSITION;
}

function sum<T>(items: readonly T[], size: (item: T) => number): number {
  return items.reduce((total, item) => total + size(item), 0);
}
