import { gzipSync } from 'node:zlib';
import { GeoJSONVT } from '@maplibre/geojson-vt';
import { fromGeojsonVt } from '@maplibre/vt-pbf';
import { zxyToTileId } from 'pmtiles';
import { lonLatToTile } from '../../src/io/basemap/shifted-tile';

type Bounds = readonly [west: number, south: number, east: number, north: number];

interface Archive {
  readonly tileType: 1 | 2;
  readonly bounds: Bounds;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly metadata: object;
  readonly tile: (z: number, x: number, y: number) => Uint8Array | null;
}

/** A vector archive of GeoJSON layers, each tile made as tippecanoe would. */
export function vectorArchive(
  layers: Readonly<Record<string, GeoJSON.FeatureCollection>>,
  bounds: Bounds,
  maxZoom = 14,
  metadata: object = {},
): Uint8Array<ArrayBuffer> {
  const options = { maxZoom, indexMaxZoom: maxZoom, indexMaxPoints: 0, extent: 4096, buffer: 64 };
  const indices = Object.entries(layers).map(([id, features]) => [id, new GeoJSONVT(features, options)] as const);
  return archive({
    tileType: 1,
    bounds,
    minZoom: 0,
    maxZoom,
    metadata: { vector_layers: Object.keys(layers).map((id) => ({ id, fields: { name: 'String' } })), ...metadata },
    tile: (z, x, y) => {
      const found = indices.flatMap(([id, index]) => {
        const tile = index.getTile(z, x, y);
        return tile?.features.length ? [[id, tile] as const] : [];
      });
      return found.length > 0 ? fromGeojsonVt(Object.fromEntries(found), { version: 2, extent: 4096 }) : null;
    },
  });
}

/** A raster archive: the same picture everywhere. */
export function rasterArchive(png: Uint8Array, bounds: Bounds, maxZoom = 4): Uint8Array<ArrayBuffer> {
  return archive({ tileType: 2, bounds, minZoom: 0, maxZoom, metadata: {}, tile: () => png });
}

/** PMTiles 3 with one directory: https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md */
function archive({ tileType, bounds, minZoom, maxZoom, metadata, tile }: Archive): Uint8Array<ArrayBuffer> {
  const gzipped = tileType === 1;
  const tiles = tilesIn(bounds, minZoom, maxZoom)
    .flatMap(([z, x, y]) => {
      const bytes = tile(z, x, y);
      return bytes ? [{ id: zxyToTileId(z, x, y), bytes: gzipped ? gzipSync(bytes) : bytes }] : [];
    })
    .sort((a, b) => a.id - b.id);
  const root = gzipSync(directory(tiles));
  const about = gzipSync(JSON.stringify(metadata));
  const header = Buffer.alloc(127);
  header.write('PMTiles', 0);
  header[7] = 3;
  const size = tiles.reduce((sum, { bytes }) => sum + bytes.length, 0);
  const data = 127 + root.length + about.length;
  const numbers = [
    127,
    root.length,
    127 + root.length,
    about.length,
    data,
    0,
    data,
    size,
    ...Array(3).fill(tiles.length),
  ];
  for (const [k, value] of numbers.entries()) header.writeBigUInt64LE(BigInt(value), 8 + 8 * k);
  header.set([1, 2, gzipped ? 2 : 1, tileType, minZoom, maxZoom], 96);
  for (const [k, degrees] of bounds.entries()) header.writeInt32LE(Math.round(degrees * 1e7), 102 + 4 * k);
  return new Uint8Array(Buffer.concat([header, root, about, ...tiles.map(({ bytes }) => bytes)]));
}

function directory(tiles: readonly { readonly id: number; readonly bytes: Uint8Array }[]): Buffer {
  const out: number[] = [];
  varint(out, tiles.length);
  for (const [k, { id }] of tiles.entries()) varint(out, id - (tiles[k - 1]?.id ?? 0));
  for (const _ of tiles) varint(out, 1);
  for (const { bytes } of tiles) varint(out, bytes.length);
  for (const k of tiles.keys()) varint(out, k === 0 ? 1 : 0);
  return Buffer.from(out);
}

function varint(out: number[], value: number): void {
  let rest = value;
  for (; rest >= 128; rest = Math.floor(rest / 128)) out.push((rest % 128) + 128);
  out.push(rest);
}

function tilesIn([west, south, east, north]: Bounds, minZoom: number, maxZoom: number): [number, number, number][] {
  const found: [number, number, number][] = [];
  for (let z = minZoom; z <= maxZoom; z++) {
    const [x0, y0] = lonLatToTile(z, [west, north]).map(Math.floor) as [number, number];
    const [x1, y1] = lonLatToTile(z, [east, south]).map(Math.floor) as [number, number];
    for (let x = x0; x <= x1; x++) for (let y = y0; y <= y1; y++) found.push([z, x, y]);
  }
  return found;
}
