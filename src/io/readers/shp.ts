import { type Issue, issueOf } from '../../base/issue';
import type { Pace } from './pace';
import { UnreadableFile } from './reader';
import { ringContains, signedRingArea } from './rings';

const HEADER = 100;
const STEP = 20_000;

export interface Shapes {
  /** In file order; null for an empty shape or one that could not be read. */
  readonly list: readonly (GeoJSON.Geometry | null)[];
  readonly issues: readonly Issue[];
}

/**
 * Geometries of a .shp (ESRI Shapefile Technical Description, 1998). Heights and measures are passed over. A shape that
 * is damaged is listed, and so is where the file breaks off: what follows a wrong length cannot be found. Throws
 * `read.truncated` when not even one record is whole.
 */
export async function shpShapes(bytes: Uint8Array, file: string, pace: Pace): Promise<Shapes> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const list: (GeoJSON.Geometry | null)[] = [];
  const issues: Issue[] = [];
  // Numbers count from one, or from nought by some writers; any other says that the record before was longer than it claimed.
  const first = bytes.length >= HEADER + 4 ? view.getInt32(HEADER) : 1;
  let at = HEADER;
  while (at + 12 <= bytes.length) {
    if (list.length % STEP === 0) await pace.at(at / bytes.length);
    const length = view.getInt32(at + 4) * 2;
    if (view.getInt32(at) !== first + list.length || length < 4 || at + 8 + length > bytes.length) break;
    list.push(shapeAt(view, at + 8, length, list.length + 1, issues));
    at += 8 + length;
  }
  if (list.length === 0) throw new UnreadableFile(issueOf('read.truncated', { file }));
  if (at < Math.max(bytes.length, 2 * view.getInt32(24))) issues.push(issueOf('read.cutAt', { row: list.length + 1 }));
  return { list, issues };
}

function shapeAt(view: DataView, at: number, length: number, row: number, issues: Issue[]): GeoJSON.Geometry | null {
  const kind = view.getInt32(at, true) % 10;
  try {
    // Offsets run against this record alone: a wrong count cannot read its neighbour.
    const record = new DataView(view.buffer, view.byteOffset + at, length);
    if (kind === 0) return null;
    if (kind === 1) return { type: 'Point', coordinates: pointAt(record, 4) };
    if (kind === 8) return { type: 'MultiPoint', coordinates: pointsAt(record, 40, record.getInt32(36, true)) };
    if (kind === 3 || kind === 5) return partsAt(record, kind);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  issues.push(issueOf('read.shape', { row }));
  return null;
}

function partsAt(record: DataView, kind: 3 | 5): GeoJSON.Geometry {
  const parts = record.getInt32(36, true);
  const points = record.getInt32(40, true);
  if (parts < 0 || points < 0 || 44 + 4 * parts + 16 * points > record.byteLength) throw new RangeError('counts');
  const starts = Array.from({ length: parts }, (_, k) => record.getInt32(44 + 4 * k, true));
  const lines = starts.map((start, k) => {
    const end = starts[k + 1] ?? points;
    if (start < 0 || end < start || end > points) throw new RangeError('part');
    return pointsAt(record, 44 + 4 * parts + 16 * start, end - start);
  });
  if (kind === 3)
    return lines.length === 1
      ? { type: 'LineString', coordinates: lines[0]! }
      : { type: 'MultiLineString', coordinates: lines };
  return { type: 'MultiPolygon', coordinates: polygonsOf(lines) };
}

function pointAt(record: DataView, at: number): GeoJSON.Position {
  return [record.getFloat64(at, true), record.getFloat64(at + 8, true)];
}

function pointsAt(record: DataView, at: number, count: number): GeoJSON.Position[] {
  if (count < 0 || at + 16 * count > record.byteLength) throw new RangeError('points');
  return Array.from({ length: count }, (_, k) => pointAt(record, at + 16 * k));
}

/** Clockwise rings are shells, the others holes of the smallest shell around them. */
function polygonsOf(rings: GeoJSON.Position[][]): GeoJSON.Position[][][] {
  const shells = rings.filter((ring) => signedRingArea(ring) <= 0).map((ring) => [ring]);
  const holes = rings.filter((ring) => signedRingArea(ring) > 0);
  if (shells.length === 0) return holes.map((ring) => [ring]);
  for (const hole of holes) {
    const around = shells.filter(([shell]) => ringContains(shell!, hole[0]!));
    around.sort(([a], [b]) => Math.abs(signedRingArea(a!)) - Math.abs(signedRingArea(b!)));
    (around[0] ?? shells[0]!).push(hole);
  }
  return shells;
}
