import { issueOf } from '../../base/issue';
import { OsmFeatures } from './osm-features';
import type { Pace } from './pace';
import { type RawTable, type Reader, type SourceFile, UnreadableFile } from './reader';
import { headText } from './text';

/** OpenStreetMap: XML (.osm), PBF and the JSON of Overpass; what each record is follows from its tags. */
export const osmReader: Reader = {
  format: 'OpenStreetMap',
  sniff: (head) => {
    if (isOsmPbf(head)) return 1;
    const text = headText(head);
    if (/<osm[\s>]/.test(text.slice(0, 2000))) return 1;
    return /^\{[\s\S]{0,2000}"elements"\s*:/.test(text) ? 0.9 : 0;
  },
  read: readMap,
};

async function readMap(file: SourceFile, pace: Pace): Promise<RawTable[]> {
  const features = new OsmFeatures();
  const cut = await readElements(file, features, pace.part(0, 0.8));
  const tables = await features.tables(pace.part(0.8, 1));
  const [first, ...others] = tables;
  if (!first) throw new UnreadableFile(issueOf(cut ? 'read.osm' : 'read.osmNothing', { file: file.name }));
  if (!cut) return tables;
  return [{ ...first, issues: [issueOf('read.osmCut', { file: file.name }), ...first.issues] }, ...others];
}

/** True when the file breaks off or is damaged: what was read before stays. */
async function readElements(file: SourceFile, features: OsmFeatures, pace: Pace): Promise<boolean> {
  try {
    if (isOsmPbf(file.bytes)) await (await import('./osm-pbf')).readOsmPbf(file.bytes, features, pace);
    else if (headText(file.bytes).startsWith('{')) (await import('./overpass')).readOverpass(file, features);
    else await (await import('./osm-xml')).readOsmXml(file, features, pace);
    return false;
  } catch (error) {
    if (error instanceof UnreadableFile || (error as Error).name === 'AbortError') throw error;
    return true;
  }
}

function isOsmPbf(head: Uint8Array): boolean {
  // A four-byte length, then field 1 of nine letters: OSMHeader.
  return head[0] === 0 && head[1] === 0 && head[4] === 0x0a && head[5] === 9 && head[6] === 0x4f && head[7] === 0x53;
}
