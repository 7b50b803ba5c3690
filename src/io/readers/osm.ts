import { issueOf } from '../../base/issue';
import { OsmFeatures } from './osm-features';
import { isOsmPbf, readOsmPbf } from './osm-pbf';
import { readOsmXml } from './osm-xml';
import { readOverpass } from './overpass';
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
    if (isOsmPbf(file.bytes)) await readOsmPbf(file.bytes, features, pace);
    else if (headText(file.bytes).startsWith('{')) readOverpass(file, features);
    else await readOsmXml(file, features, pace);
    return false;
  } catch (error) {
    if (error instanceof UnreadableFile || (error as Error).name === 'AbortError') throw error;
    return true;
  }
}
