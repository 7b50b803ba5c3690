import { type Issue, issueOf } from '../../base/issue';
import { groupedParts, isShapefilePart, mayHoldRecords } from './companions';
import { csvReader } from './csv';
import { dbaseReader } from './dbase';
import { dxfReader } from './dxf';
import { flatgeobufReader } from './flatgeobuf';
import { geojsonReader } from './geojson';
import { geopackageReader } from './geopackage';
import { gpxReader } from './gpx';
import { gunzipped, isGzip } from './gzip';
import { kmlReader } from './kml';
import { checkSize, MOST_TREE_BYTES, Room } from './limits';
import { osmReader } from './osm';
import { Pace } from './pace';
import { type RawTable, type Reader, type ReadOptions, type SourceFile, UnreadableFile } from './reader';
import { shapefileReader } from './shapefile';
import { topojsonReader } from './topojson';
import { isWorkbook, workbookReader } from './workbook';
import { Archive, isZip } from './zip';

/** One per format; a new format is a file beside these and one entry here. */
const READERS: readonly Reader[] = [
  geojsonReader,
  topojsonReader,
  shapefileReader,
  dbaseReader,
  workbookReader,
  csvReader,
  kmlReader,
  gpxReader,
  osmReader,
  geopackageReader,
  flatgeobufReader,
  dxfReader,
];

const HEAD_BYTES = 65_536;

/**
 * Reads files by what is in them, archives by the files in them; the parts of a loose Shapefile are put together. Throws
 * `UnreadableFile` with the sentence to show when nothing can be read, and an `AbortError` when reading was cancelled.
 */
export async function readFiles(files: readonly SourceFile[], options: ReadOptions = {}): Promise<RawTable[]> {
  const pace = new Pace(options);
  await pace.at(0);
  return readAll(groupedParts(files), pace, new Room());
}

/** One file; as `readFiles`. */
export function readFile(file: SourceFile, options: ReadOptions = {}): Promise<RawTable[]> {
  return readFiles([file], options);
}

/** What one of several files could not give is listed with the first table; it is an error only when none gave anything. */
async function readAll(files: readonly SourceFile[], pace: Pace, room: Room): Promise<RawTable[]> {
  const tables: RawTable[] = [];
  const left: Issue[] = [];
  for (const [k, file] of files.entries()) {
    try {
      tables.push(...(await readOne(file, pace.part(k / files.length, (k + 1) / files.length), room)));
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      left.push({ ...error.issue, severity: 'warning' });
    }
  }
  const [first, ...others] = tables;
  if (!first) throw new UnreadableFile({ ...left[0]!, severity: 'error' });
  return [{ ...first, issues: [...left, ...first.issues] }, ...others];
}

async function readOne(file: SourceFile, pace: Pace, room: Room): Promise<RawTable[]> {
  checkSize(file.name, file.bytes.length);
  if (file.bytes.every(isBlank)) throw new UnreadableFile(issueOf('read.empty', { file: file.name }));
  if (isGzip(file.bytes)) return readOne(await gunzipped(file, pace.part(0, 0.2), room), pace.part(0.2, 1), room);
  if (isZip(file.bytes)) return readArchive(file, pace, room);
  const reader = readerFor(file);
  if (reader) return readWith(reader, file, pace);
  const code = isShapefilePart(file.name) ? 'read.shpPart' : 'read.format';
  throw new UnreadableFile(issueOf(code, { file: file.name }));
}

/** Whatever a library throws over damage that nobody foresaw is the file's fault, not the end of the program. */
async function readWith(reader: Reader, file: SourceFile, pace: Pace): Promise<RawTable[]> {
  try {
    return await reader.read(file, pace);
  } catch (error) {
    if (error instanceof UnreadableFile || (error as Error).name === 'AbortError') throw error;
    throw new UnreadableFile(issueOf('read.damaged', { file: file.name, format: reader.format }));
  }
}

async function readArchive(file: SourceFile, pace: Pace, room: Room): Promise<RawTable[]> {
  const archive = await Archive.open(file);
  if (isWorkbook(archive.names)) {
    // The library unpacks by itself: whether the archive is whole and no trap must be known before.
    checkSize(file.name, await archive.measure(() => true, pace.part(0, 0.1), room), MOST_TREE_BYTES);
    return readWith(workbookReader, file, pace.part(0.1, 1));
  }
  const files = groupedParts(await archive.contents(mayHoldRecords, pace.part(0, 0.3), room));
  if (files.length === 0) throw new UnreadableFile(issueOf('read.zipNothing', { file: file.name }));
  return readAll(files, pace.part(0.3, 1), room);
}

function readerFor(file: SourceFile): Reader | undefined {
  const head = file.bytes.subarray(0, HEAD_BYTES);
  const ranked = READERS.map((reader) => ({ reader, certainty: reader.sniff(head, file.name) }))
    .filter(({ certainty }) => certainty > 0)
    .sort((a, b) => b.certainty - a.certainty);
  return ranked[0]?.reader;
}

function isBlank(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13);
}
