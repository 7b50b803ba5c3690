import { readWkb } from './wkb-read';
import { wkbSize, writeWkb } from './wkb-write';

/** [west, south, east, north] in the units of the layer's system. */
export type Box = readonly [number, number, number, number];

const HEADER_BYTES = 8;
const ENVELOPE_BYTES = 32;
/** The envelope goes west, east, south, north. */
const ENVELOPE_ORDER = [0, 2, 1, 3] as const;
const LITTLE_ENDIAN = 0x01;
const EMPTY = 0x10;
const EXTENDED = 0x20;
/** Bytes of the envelope by its code: none, XY, XYZ, XYM, XYZM. */
const ENVELOPE_SIZES = [0, 32, 48, 48, 64];

/**
 * A flat geometry as a GeoPackage blob: header, envelope (points carry none), WKB; little-endian.
 * OGC 12-128r18 §2.1.3.
 */
export function encodeGeometry(geometry: GeoJSON.Geometry, srsId: number): Uint8Array<ArrayBuffer> {
  const box = geometry.type === 'Point' ? null : boxOf(geometry);
  const empty = geometry.type !== 'Point' && box === null;
  const start = HEADER_BYTES + (box ? ENVELOPE_BYTES : 0);
  const bytes = new Uint8Array(start + wkbSize(geometry));
  const view = new DataView(bytes.buffer);
  bytes.set([0x47, 0x50, 0, LITTLE_ENDIAN | (box ? 0x02 : 0) | (empty ? EMPTY : 0)]);
  view.setInt32(4, srsId, true);
  if (box) for (const [k, side] of ENVELOPE_ORDER.entries()) view.setFloat64(HEADER_BYTES + 8 * k, box[side], true);
  writeWkb(view, start, geometry);
  return bytes;
}

/**
 * The geometry of a blob, or null when it is empty.
 * @throws Error when the blob is cut off, no GeoPackage geometry, or of a kind that GeoJSON lacks (curves).
 */
export function decodeGeometry(bytes: Uint8Array): GeoJSON.Geometry | null {
  const { flags, start, view } = header(bytes);
  if (flags & EMPTY) return null;
  if (flags & EXTENDED) throw new Error('A geometry of an extended kind');
  return readWkb(view, start);
}

/** The box of a blob: its envelope, or that of what is in it. Null when empty. */
export function boxOfBlob(bytes: Uint8Array): Box | null {
  const { flags, start, view } = header(bytes);
  if (flags & EMPTY) return null;
  if (start > HEADER_BYTES) {
    const little = (flags & LITTLE_ENDIAN) !== 0;
    const [west, east, south, north] = [0, 1, 2, 3].map((k) => view.getFloat64(HEADER_BYTES + 8 * k, little));
    return [west!, south!, east!, north!];
  }
  const geometry = readWkb(view, start);
  return geometry && boxOf(geometry);
}

function header(bytes: Uint8Array) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes[0] !== 0x47 || bytes[1] !== 0x50) throw new Error('Not a GeoPackage geometry');
  const flags = view.getUint8(3);
  const envelope = ENVELOPE_SIZES[(flags >> 1) & 7];
  if (envelope === undefined) throw new Error('Not a GeoPackage geometry');
  return { flags, start: HEADER_BYTES + envelope, view };
}

function boxOf(geometry: GeoJSON.Geometry): Box | null {
  let west = Number.POSITIVE_INFINITY;
  let south = Number.POSITIVE_INFINITY;
  let east = Number.NEGATIVE_INFINITY;
  let north = Number.NEGATIVE_INFINITY;
  const grow = (item: unknown): void => {
    if (!Array.isArray(item)) return;
    if (typeof item[0] !== 'number') {
      for (const each of item) grow(each);
      return;
    }
    west = Math.min(west, item[0]);
    east = Math.max(east, item[0]);
    south = Math.min(south, item[1]);
    north = Math.max(north, item[1]);
  };
  const visit = (part: GeoJSON.Geometry): void => {
    if (part.type === 'GeometryCollection') for (const each of part.geometries) visit(each);
    else grow(part.coordinates);
  };
  visit(geometry);
  return west <= east ? [west, south, east, north] : null;
}
