import { zlibSync } from 'fflate';
import { PbfWriter } from 'pbf';

export interface PbfNode {
  readonly id: number;
  readonly lon: number;
  readonly lat: number;
  readonly tags?: Readonly<Record<string, string>>;
}

export interface PbfWay {
  readonly id: number;
  readonly refs: readonly number[];
  readonly tags?: Readonly<Record<string, string>>;
}

export interface PbfRelation {
  readonly id: number;
  readonly members: readonly { readonly ref: number; readonly role: string; readonly type: 0 | 1 | 2 }[];
  readonly tags: Readonly<Record<string, string>>;
}

const PER_BLOCK = 8000;

/** Bytes of an OpenStreetMap PBF (wiki.openstreetmap.org/wiki/PBF_Format) with dense nodes, as osmium writes it. */
export function osmPbfOf(
  nodes: readonly PbfNode[],
  ways: readonly PbfWay[] = [],
  relations: readonly PbfRelation[] = [],
  compress = true,
): Uint8Array {
  const blobs = [blobOf('OSMHeader', headerBlock(), compress)];
  for (let k = 0; k < nodes.length; k += PER_BLOCK)
    blobs.push(
      blobOf(
        'OSMData',
        block((strings) => denseNodes(nodes.slice(k, k + PER_BLOCK), strings)),
        compress,
      ),
    );
  for (let k = 0; k < ways.length; k += PER_BLOCK)
    blobs.push(
      blobOf(
        'OSMData',
        block((strings) => wayGroup(ways.slice(k, k + PER_BLOCK), strings)),
        compress,
      ),
    );
  if (relations.length > 0)
    blobs.push(
      blobOf(
        'OSMData',
        block((strings) => relationGroup(relations, strings)),
        compress,
      ),
    );
  const bytes = new Uint8Array(blobs.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const blob of blobs) {
    bytes.set(blob, at);
    at += blob.length;
  }
  return bytes;
}

class Strings {
  private readonly numbers = new Map<string, number>([['', 0]]);

  numberOf(text: string): number {
    const known = this.numbers.get(text) ?? this.numbers.size;
    this.numbers.set(text, known);
    return known;
  }

  get all(): readonly string[] {
    return [...this.numbers.keys()];
  }
}

function blobOf(type: string, content: Uint8Array, compress: boolean): Uint8Array {
  const blob = new PbfWriter();
  if (compress) {
    blob.writeVarintField(2, content.length);
    blob.writeBytesField(3, zlibSync(content));
  } else blob.writeBytesField(1, content);
  const body = blob.finish();
  const header = new PbfWriter();
  header.writeStringField(1, type);
  header.writeVarintField(3, body.length);
  const head = header.finish();
  const bytes = new Uint8Array(4 + head.length + body.length);
  new DataView(bytes.buffer).setUint32(0, head.length);
  bytes.set(head, 4);
  bytes.set(body, 4 + head.length);
  return bytes;
}

function headerBlock(): Uint8Array {
  const pbf = new PbfWriter();
  for (const feature of ['OsmSchema-V0.6', 'DenseNodes']) pbf.writeStringField(4, feature);
  return pbf.finish();
}

function block(group: (strings: Strings) => Uint8Array): Uint8Array {
  const strings = new Strings();
  const content = group(strings);
  const table = new PbfWriter();
  for (const text of strings.all) table.writeStringField(1, text);
  const pbf = new PbfWriter();
  pbf.writeBytesField(1, table.finish());
  pbf.writeBytesField(2, content);
  return pbf.finish();
}

function denseNodes(nodes: readonly PbfNode[], strings: Strings): Uint8Array {
  const dense = new PbfWriter();
  dense.writePackedSVarint(1, deltas(nodes.map(({ id }) => id)));
  dense.writePackedSVarint(8, deltas(nodes.map(({ lat }) => Math.round(lat * 1e7))));
  dense.writePackedSVarint(9, deltas(nodes.map(({ lon }) => Math.round(lon * 1e7))));
  const keys = nodes.flatMap(({ tags = {} }) => [...numbersOf(tags, strings).flat(), 0]);
  dense.writePackedVarint(10, keys);
  const group = new PbfWriter();
  group.writeBytesField(2, dense.finish());
  return group.finish();
}

function wayGroup(ways: readonly PbfWay[], strings: Strings): Uint8Array {
  const group = new PbfWriter();
  for (const { id, refs, tags = {} } of ways) {
    const way = new PbfWriter();
    writeTagged(way, id, tags, strings);
    way.writePackedSVarint(8, deltas(refs));
    group.writeBytesField(3, way.finish());
  }
  return group.finish();
}

function relationGroup(relations: readonly PbfRelation[], strings: Strings): Uint8Array {
  const group = new PbfWriter();
  for (const { id, members, tags } of relations) {
    const relation = new PbfWriter();
    writeTagged(relation, id, tags, strings);
    relation.writePackedVarint(
      8,
      members.map(({ role }) => strings.numberOf(role)),
    );
    relation.writePackedSVarint(9, deltas(members.map(({ ref }) => ref)));
    relation.writePackedVarint(
      10,
      members.map(({ type }) => type),
    );
    group.writeBytesField(4, relation.finish());
  }
  return group.finish();
}

function writeTagged(pbf: PbfWriter, id: number, tags: Readonly<Record<string, string>>, strings: Strings): void {
  const numbers = numbersOf(tags, strings);
  pbf.writeVarintField(1, id);
  pbf.writePackedVarint(
    2,
    numbers.map(([key]) => key),
  );
  pbf.writePackedVarint(
    3,
    numbers.map(([, value]) => value),
  );
}

function numbersOf(tags: Readonly<Record<string, string>>, strings: Strings): [number, number][] {
  return Object.entries(tags).map(([key, value]) => [strings.numberOf(key), strings.numberOf(value)]);
}

function deltas(values: readonly number[]): number[] {
  return values.map((value, k) => value - (k === 0 ? 0 : values[k - 1]!));
}
