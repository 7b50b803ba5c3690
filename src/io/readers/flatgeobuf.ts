import { issueOf } from '../../base/issue';
import { featureTable } from './geojson';
import type { Pace } from './pace';
import { type RawTable, type Reader, type SourceFile, UnreadableFile } from './reader';

const STEP = 20_000;
const LEAST_FEATURE_BYTES = 8;

/** FlatGeobuf, with the coordinate system of its header. */
export const flatgeobufReader: Reader = {
  format: 'FlatGeobuf',
  sniff: (head) => (head[0] === 0x66 && head[1] === 0x67 && head[2] === 0x62 ? 1 : 0),
  read: readFlatGeobuf,
};

async function readFlatGeobuf(file: SourceFile, pace: Pace): Promise<RawTable[]> {
  const { geojson } = await import('flatgeobuf');
  let crs: string | undefined;
  let expected = 0;
  const items: unknown[] = [];
  try {
    const found = geojson.deserialize(file.bytes, {
      headerMetaFn: (header) => {
        if (header.crs?.code) crs = `EPSG:${header.crs.code}`;
        expected = header.featuresCount;
        // The library counts the nodes of an index over nothing, or over damage, without end.
        const possible = expected >= 1 && expected <= file.bytes.length / LEAST_FEATURE_BYTES;
        if (header.indexNodeSize > 0 && !possible) throw new Error('The header is damaged');
      },
    }) as AsyncIterable<GeoJSON.Feature>;
    // The library numbers features by itself; that is no property of theirs.
    for await (const { type, properties, geometry } of found)
      if (items.push({ type, properties, geometry }) % STEP === 0) await pace.at(items.length / Math.max(1, expected));
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error;
    if (items.length === 0) throw new UnreadableFile(issueOf('read.truncated', { file: file.name }));
  }
  const table = featureTable('FlatGeobuf', items, file, crs);
  // What was whole before the damage is kept.
  const missing = expected - items.length;
  return [
    missing > 0
      ? { ...table, issues: [...table.issues, issueOf('read.cut', { row: items.length + 1, count: missing })] }
      : table,
  ];
}
