import { SaxesParser } from 'saxes';
import type { OsmFeatures, OsmMember } from './osm-features';
import type { Pace } from './pace';
import type { SourceFile } from './reader';
import { encodingOfFile } from './text';

const PIECE_BYTES = 1 << 20;

/** OpenStreetMap XML, piece by piece. Throws the parser's error where the file breaks off. */
export async function readOsmXml(file: SourceFile, features: OsmFeatures, pace: Pace): Promise<void> {
  const parser = new SaxesParser();
  const open = new OpenElement(features);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => open.begin(name, attributes as Record<string, string>));
  parser.on('closetag', ({ name }) => open.end(name));
  const decoder = new TextDecoder(encodingOfFile(file));
  for (let at = 0; at < file.bytes.length; at += PIECE_BYTES) {
    await pace.at(at / file.bytes.length);
    parser.write(decoder.decode(file.bytes.subarray(at, at + PIECE_BYTES), { stream: true }));
  }
  parser.write(decoder.decode()).close();
}

class OpenElement {
  private element: Record<string, string> = {};
  private tags: Record<string, string> = {};
  private refs: number[] = [];
  private members: OsmMember[] = [];

  constructor(private readonly features: OsmFeatures) {}

  begin(name: string, values: Record<string, string>): void {
    if (name === 'tag') this.tags[values.k ?? ''] = values.v ?? '';
    else if (name === 'nd') this.refs.push(Number(values.ref));
    else if (name === 'member')
      this.members.push({ ref: Number(values.ref), role: values.role ?? '', way: values.type === 'way' });
    else {
      this.element = values;
      [this.tags, this.refs, this.members] = [{}, [], []];
    }
  }

  end(name: string): void {
    const { element, tags, refs, members, features } = this;
    // What JOSM marked as deleted is no longer there.
    if (element.action === 'delete' || element.visible === 'false') return;
    if (name === 'node') features.node(Number(element.id), Number(element.lon), Number(element.lat), tags);
    if (name === 'way') features.way(Number(element.id), refs, tags);
    if (name === 'relation') features.relation(Number(element.id), members, tags);
  }
}
