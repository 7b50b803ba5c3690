import { FileSource, type Header, PMTiles, SharedPromiseCache, TileType } from 'pmtiles';
import { issueOf } from '../../base/issue';
import { fail, ok, type Result } from '../../base/result';
import { boundedUnpack, NotUnpackable } from './bounded-unpack';
import { isPmtiles } from './pmtiles-magic';
import { type SchemaId, schemaOf } from './schemas';

/** What a PMTiles file says of itself. */
export interface PmtilesAbout {
  readonly name: string;
  readonly content: 'vector' | 'raster';
  readonly encoding: 'mvt' | 'mlt';
  /** Of the pictures; empty for vector tiles. */
  readonly mime: string;
  readonly minZoom: number;
  readonly maxZoom: number;
  /** [west, south, east, north] in degrees. */
  readonly bounds: readonly [number, number, number, number];
  readonly schema: SchemaId;
  readonly layers: readonly VectorLayer[];
  readonly credit: string;
}

export interface VectorLayer {
  readonly id: string;
  /** Its features have names under `name`. */
  readonly named: boolean;
}

const MIME: Readonly<Partial<Record<TileType, string>>> = {
  [TileType.Png]: 'image/png',
  [TileType.Jpeg]: 'image/jpeg',
  [TileType.Webp]: 'image/webp',
  [TileType.Avif]: 'image/avif',
};

/** The archive behind a file: parts are read as they are needed, never the whole. */
export function archiveOf(file: File): PMTiles {
  return new PMTiles(new FileSource(file), new SharedPromiseCache(100, true, boundedUnpack), boundedUnpack);
}

/** Reads header and metadata. Issues `basemap.*` say why a file cannot be a basemap. */
export async function describePmtiles(file: File): Promise<Result<PmtilesAbout>> {
  const bad = (code: string) => fail<PmtilesAbout>(issueOf(code, { file: file.name }));
  if (!(await isPmtiles(file))) return bad('basemap.notPmtiles');
  const archive = archiveOf(file);
  try {
    const header = await archive.getHeader();
    if (header.tileDataOffset + (header.tileDataLength ?? 0) > file.size) return bad('basemap.cutOff');
    const vector = header.tileType === TileType.Mvt || header.tileType === TileType.Mlt;
    const mime = MIME[header.tileType];
    if (!vector && !mime) return bad('basemap.tileType');
    const metadata = (await archive.getMetadata()) as Metadata | null;
    const layers = vector ? layersOf(metadata) : [];
    if (vector && layers.length === 0) return bad('basemap.noLayers');
    return ok(about(file.name, header, metadata, layers));
  } catch (error) {
    if (error instanceof NotUnpackable) return bad('basemap.compression');
    return bad('basemap.damaged');
  }
}

interface Metadata {
  readonly name?: unknown;
  readonly attribution?: unknown;
  readonly vector_layers?: unknown;
}

function about(name: string, header: Header, metadata: Metadata | null, layers: readonly VectorLayer[]): PmtilesAbout {
  const { minLon, minLat, maxLon, maxLat } = header;
  const sound = minLon < maxLon && minLat < maxLat;
  return {
    name,
    content: layers.length > 0 ? 'vector' : 'raster',
    encoding: header.tileType === TileType.Mlt ? 'mlt' : 'mvt',
    mime: MIME[header.tileType] ?? '',
    minZoom: header.minZoom,
    maxZoom: Math.max(header.minZoom, header.maxZoom),
    bounds: sound ? [minLon, minLat, maxLon, maxLat] : [-180, -85, 180, 85],
    schema: schemaOf(layers.map(({ id }) => id)),
    layers,
    credit: typeof metadata?.attribution === 'string' ? plainText(metadata.attribution) : '',
  };
}

function layersOf(metadata: Metadata | null): VectorLayer[] {
  const listed: readonly unknown[] = Array.isArray(metadata?.vector_layers) ? metadata.vector_layers : [];
  return listed.flatMap((entry) => {
    const { id, fields } = (entry ?? {}) as { id?: unknown; fields?: unknown };
    return typeof id === 'string'
      ? [{ id, named: typeof fields === 'object' && fields !== null && 'name' in fields }]
      : [];
  });
}

/** Words without markup: metadata is data, never HTML. */
function plainText(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&copy;/g, '©')
    .replace(/&amp;/g, '&')
    .replace(/[<>]/g, '')
    .trim()
    .slice(0, 200);
}
