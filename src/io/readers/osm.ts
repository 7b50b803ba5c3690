import { gunzipSync } from 'fflate';
import { SaxesParser } from 'saxes';
import { issueOf } from '../../base/issue';
import { OsmFeatures } from './osm-features';
import { readOsmPbf } from './osm-pbf';
import { type RawTable, type Reader, type SourceFile, UnreadableFile } from './reader';
import { headText, textOf } from './text';

/** OpenStreetMap: XML (.osm), PBF and the JSON of Overpass; what each record is follows from its tags. */
export const osmReader: Reader = {
  format: 'OpenStreetMap',
  sniff: (head) => {
    const text = headText(head);
    if (/<osm[\s>]/.test(text.slice(0, 1000))) return 1;
    if (isPbf(head)) return 1;
    return /^\{[\s\S]{0,1000}"elements"\s*:/.test(text) ? 0.9 : 0;
  },
  read: async (file) => {
    const features = new OsmFeatures();
    try {
      if (isPbf(file.bytes)) readOsmPbf(file.bytes, features);
      else if (headText(file.bytes).startsWith('{')) readOverpass(textOf(file), features);
      else readOsmXml(textOf(file), features);
    } catch (error) {
      if (error instanceof UnreadableFile) throw error;
      throw new UnreadableFile(issueOf('read.osm', { file: file.name }));
    }
    const tables = features.tables();
    if (tables.length === 0) throw new UnreadableFile(issueOf('read.noFeatures', { file: file.name }));
    return tables as RawTable[];
  },
};

function isPbf(head: Uint8Array): boolean {
  // A four-byte length, then field 1 of nine letters: OSMHeader.
  return head[0] === 0 && head[1] === 0 && head[4] === 0x0a && head[5] === 9 && head[6] === 0x4f && head[7] === 0x53;
}

function readOsmXml(text: string, features: OsmFeatures): void {
  const parser = new SaxesParser();
  let tags: Record<string, string> = {};
  let refs: number[] = [];
  let members: { ref: number; role: string; way: boolean }[] = [];
  let element: Record<string, string> = {};
  parser.on('opentag', ({ name, attributes }) => {
    const values = attributes as Record<string, string>;
    if (name === 'tag') tags[values.k!] = values.v!;
    else if (name === 'nd') refs.push(Number(values.ref));
    else if (name === 'member')
      members.push({ ref: Number(values.ref), role: values.role ?? '', way: values.type === 'way' });
    else {
      element = values;
      [tags, refs, members] = [{}, [], []];
    }
  });
  parser.on('closetag', ({ name }) => {
    if (name === 'node') features.node(Number(element.id), Number(element.lon), Number(element.lat), tags);
    if (name === 'way') features.way(Number(element.id), refs, tags);
    if (name === 'relation') features.relation(Number(element.id), members, tags);
  });
  parser.write(text).close();
}

interface OverpassElement {
  readonly type: string;
  readonly id: number;
  readonly lon?: number;
  readonly lat?: number;
  readonly nodes?: readonly number[];
  readonly members?: readonly { readonly type: string; readonly ref: number; readonly role?: string }[];
  readonly tags?: Readonly<Record<string, string>>;
}

function readOverpass(text: string, features: OsmFeatures): void {
  const { elements } = JSON.parse(text) as { elements: OverpassElement[] };
  for (const { type, id, lon, lat, nodes = [], members = [], tags = {} } of elements) {
    if (type === 'node') features.node(id, Number(lon), Number(lat), tags);
    if (type === 'way') features.way(id, nodes, tags);
    if (type === 'relation')
      features.relation(
        id,
        members.map((member) => ({ ref: member.ref, role: member.role ?? '', way: member.type === 'way' })),
        tags,
      );
  }
}

export function gunzipped({ name, bytes }: SourceFile): SourceFile {
  const size = new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true);
  if (size > 1_500_000_000 || size > bytes.length * 1100)
    throw new UnreadableFile(issueOf('read.zipBomb', { file: name }));
  try {
    return { name: name.replace(/\.gz$/i, ''), bytes: gunzipSync(bytes) };
  } catch {
    throw new UnreadableFile(issueOf('read.zip', { file: name }));
  }
}
