import { issueOf } from '../../base/issue';
import { csvReader } from './csv';
import { geojsonReader } from './geojson';
import { type RawTable, type Reader, type ReadOptions, type SourceFile, UnreadableFile } from './reader';

/** One per format; a new format is a file beside these and one entry here. */
const READERS: readonly Reader[] = [geojsonReader, csvReader];

const HEAD_BYTES = 65_536;

/**
 * Reads a file by what is in it. Throws `UnreadableFile` with the sentence to show when no format fits or nothing in the
 * file can be read.
 */
export async function readFile(file: SourceFile, options?: ReadOptions): Promise<RawTable[]> {
  if (file.bytes.every(isBlank)) throw new UnreadableFile(issueOf('read.empty', { file: file.name }));
  const head = file.bytes.subarray(0, HEAD_BYTES);
  const ranked = READERS.map((reader) => ({ reader, certainty: reader.sniff(head, file.name) }))
    .filter(({ certainty }) => certainty > 0)
    .sort((a, b) => b.certainty - a.certainty);
  if (ranked.length === 0) throw new UnreadableFile(issueOf('read.format', { file: file.name }));
  return ranked[0]!.reader.read(file, options);
}

function isBlank(byte: number): boolean {
  return byte === 32 || (byte >= 9 && byte <= 13);
}
