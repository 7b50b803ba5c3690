import { unzlibSync } from 'fflate';
import { PbfReader } from 'pbf';
import type { OsmFeatures } from './osm-features';
import type { Pace } from './pace';

const MOST_BLOB = 64_000_000;
const STEP_BYTES = 1_000_000;

interface Block {
  strings: string[];
  granularity: number;
  latOffset: number;
  lonOffset: number;
  groups: [start: number, end: number][];
}

/** Reads an OpenStreetMap PBF (wiki.openstreetmap.org/wiki/PBF_Format): blobs of strings, dense nodes, ways, relations. */
export async function readOsmPbf(bytes: Uint8Array, features: OsmFeatures, pace: Pace): Promise<void> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  let told = -STEP_BYTES;
  while (at + 4 <= bytes.length) {
    if (at - told >= STEP_BYTES) {
      told = at;
      await pace.at(at / bytes.length);
    }
    const headerLength = view.getUint32(at);
    const header = new PbfReader(bytes.subarray(at + 4, at + 4 + headerLength)).readFields(
      (tag, found: { type: string; size: number }, pbf) => {
        if (tag === 1) found.type = pbf.readString();
        if (tag === 3) found.size = pbf.readVarint();
      },
      { type: '', size: 0 },
    );
    const start = at + 4 + headerLength;
    if (headerLength > 65_536 || header.size > MOST_BLOB || start + header.size > bytes.length)
      throw new Error('The file ends within a block');
    if (header.type === 'OSMData') readBlock(blobContent(bytes.subarray(start, start + header.size)), features);
    at = start + header.size;
  }
  if (at < bytes.length) throw new Error('The file ends within a header');
}

function blobContent(blob: Uint8Array): Uint8Array {
  const content = new PbfReader(blob).readFields(
    (tag, found: { raw?: Uint8Array; zlib?: Uint8Array; size: number }, pbf) => {
      if (tag === 1) found.raw = pbf.readBytes();
      if (tag === 2) found.size = pbf.readVarint();
      if (tag === 3) found.zlib = pbf.readBytes();
    },
    { size: 0 },
  );
  if (content.raw) return content.raw;
  if (!content.zlib || content.size > MOST_BLOB) throw new Error('Unknown compression');
  return unzlibSync(content.zlib, { out: new Uint8Array(content.size) });
}

function readBlock(bytes: Uint8Array, features: OsmFeatures): void {
  const pbf = new PbfReader(bytes);
  const block = pbf.readFields(
    (tag, found: Block, reader) => {
      if (tag === 1)
        reader.readMessage(
          (inner, strings: string[], texts) => inner === 1 && strings.push(texts.readString()),
          found.strings,
        );
      if (tag === 2) {
        const end = reader.readVarint() + reader.pos;
        found.groups.push([reader.pos, end]);
        reader.pos = end;
      }
      if (tag === 17) found.granularity = reader.readVarint();
      if (tag === 19) found.latOffset = reader.readVarint(true);
      if (tag === 20) found.lonOffset = reader.readVarint(true);
    },
    { strings: [], granularity: 100, latOffset: 0, lonOffset: 0, groups: [] } as Block,
  );
  for (const [start, end] of block.groups) {
    pbf.pos = start;
    pbf.readFields(
      (tag, _, reader) => {
        if (tag === 2) readDense(reader, block, features);
        if (tag === 3) readWay(reader, block, features);
        if (tag === 4) readRelation(reader, block, features);
      },
      null,
      end,
    );
  }
}

function readDense(reader: PbfReader, block: Block, features: OsmFeatures): void {
  const dense = reader.readMessage(
    (tag, found: { ids: number[]; lats: number[]; lons: number[]; keys: number[] }, pbf) => {
      if (tag === 1) pbf.readPackedSVarint(found.ids);
      if (tag === 8) pbf.readPackedSVarint(found.lats);
      if (tag === 9) pbf.readPackedSVarint(found.lons);
      if (tag === 10) pbf.readPackedVarint(found.keys);
    },
    { ids: [], lats: [], lons: [], keys: [] } as { ids: number[]; lats: number[]; lons: number[]; keys: number[] },
  );
  let [id, lat, lon, key] = [0, 0, 0, 0];
  for (let k = 0; k < dense.ids.length; k++) {
    id += dense.ids[k]!;
    lat += dense.lats[k]!;
    lon += dense.lons[k]!;
    let tags: Record<string, string> | null = null;
    while (key < dense.keys.length && dense.keys[key] !== 0) {
      tags ??= {};
      tags[block.strings[dense.keys[key]!]!] = block.strings[dense.keys[key + 1]!]!;
      key += 2;
    }
    key++;
    features.node(
      id,
      (block.lonOffset + block.granularity * lon) / 1e9,
      (block.latOffset + block.granularity * lat) / 1e9,
      tags,
    );
  }
}

interface Tagged {
  id: number;
  keys: number[];
  values: number[];
  refs: number[];
  roles: number[];
  kinds: number[];
}

function readTagged(reader: PbfReader, refTag: number): Tagged {
  return reader.readMessage(
    (tag, found: Tagged, pbf) => {
      if (tag === 1) found.id = pbf.readVarint();
      if (tag === 2) pbf.readPackedVarint(found.keys);
      if (tag === 3) pbf.readPackedVarint(found.values);
      if (tag === refTag) pbf.readPackedSVarint(found.refs);
      if (tag === 8 && refTag === 9) pbf.readPackedVarint(found.roles);
      if (tag === 10 && refTag === 9) pbf.readPackedVarint(found.kinds);
    },
    { id: 0, keys: [], values: [], refs: [], roles: [], kinds: [] } as Tagged,
  );
}

function tagsOf({ keys, values }: Tagged, { strings }: Block): Record<string, string> {
  return Object.fromEntries(keys.map((key, k) => [strings[key]!, strings[values[k]!]!]));
}

function summed(deltas: readonly number[]): number[] {
  let sum = 0;
  return deltas.map((delta) => {
    sum += delta;
    return sum;
  });
}

function readWay(reader: PbfReader, block: Block, features: OsmFeatures): void {
  const way = readTagged(reader, 8);
  features.way(way.id, summed(way.refs), tagsOf(way, block));
}

function readRelation(reader: PbfReader, block: Block, features: OsmFeatures): void {
  const relation = readTagged(reader, 9);
  const members = summed(relation.refs).map((ref, k) => ({
    ref,
    role: block.strings[relation.roles[k]!] ?? '',
    way: relation.kinds[k] === 1,
  }));
  features.relation(relation.id, members, tagsOf(relation, block));
}
