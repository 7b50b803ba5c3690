import { issueOf } from '../../base/issue';
import { featureTable } from './geojson';
import { type RawTable, type Reader, type SourceFile, UnreadableFile } from './reader';
import { headText, textOf } from './text';

/** TopoJSON: every object is a layer. */
export const topojsonReader: Reader = {
  format: 'TopoJSON',
  sniff: (head) => (/^\{[\s\S]{0,2000}"type"\s*:\s*"Topology"/.test(headText(head)) ? 1 : 0),
  read: readTopology,
};

async function readTopology(file: SourceFile): Promise<RawTable[]> {
  const { feature } = await import('topojson-client');
  const tables = guarded(file, 'read.topology', () => {
    const topology = JSON.parse(textOf(file)) as Parameters<typeof feature>[0];
    return Object.entries(topology.objects).map(([layer, object]) => {
      const found = feature(topology, object) as unknown as GeoJSON.FeatureCollection | GeoJSON.Feature;
      const items = found.type === 'FeatureCollection' ? found.features : [found];
      return { ...featureTable('TopoJSON', items, file, 'WGS84'), layer };
    });
  });
  if (tables.length === 0) throw new UnreadableFile(issueOf('read.noFeatures', { file: file.name }));
  return tables;
}

/** FlatGeobuf, with the coordinate system of its header. */
export const flatgeobufReader: Reader = {
  format: 'FlatGeobuf',
  sniff: (head) => (head[0] === 0x66 && head[1] === 0x67 && head[2] === 0x62 ? 1 : 0),
  read: readFlatGeobuf,
};

async function readFlatGeobuf(file: SourceFile): Promise<RawTable[]> {
  const { geojson } = await import('flatgeobuf');
  let crs: string | undefined;
  const items: unknown[] = [];
  try {
    const found = geojson.deserialize(file.bytes, undefined, (header) => {
      if (header.crs?.code) crs = `EPSG:${header.crs.code}`;
    });
    for await (const item of found as AsyncIterable<unknown>) items.push(item);
  } catch {
    // What was whole before the damage is kept and the damage listed.
    if (items.length === 0) throw new UnreadableFile(issueOf('read.truncated', { file: file.name }));
    const table = featureTable('FlatGeobuf', items, file, crs);
    return [{ ...table, issues: [...table.issues, issueOf('read.shpCut', { row: items.length + 1 })] }];
  }
  return [featureTable('FlatGeobuf', items, file, crs)];
}

/** DXF drawings: points, inserted blocks, lines and polylines by layer; the coordinates name no system. */
export const dxfReader: Reader = {
  format: 'DXF',
  sniff: (head, name) => {
    const text = headText(head);
    if (/^\s*0\s*\r?\n\s*SECTION/.test(text)) return 1;
    return /\.dxf$/i.test(name) && /SECTION/.test(text) ? 0.8 : 0;
  },
  read: readDrawing,
};

interface Vertex {
  readonly x: number;
  readonly y: number;
}

interface DxfEntity {
  readonly type: string;
  readonly layer?: string;
  readonly name?: string;
  readonly text?: string;
  readonly position?: Vertex;
  readonly startPoint?: Vertex;
  readonly vertices?: readonly Vertex[];
  readonly shape?: boolean;
}

async function readDrawing(file: SourceFile): Promise<RawTable[]> {
  const { default: DxfParser } = await import('dxf-parser');
  const drawing = guarded(file, 'read.drawing', () => new DxfParser().parseSync(textOf(file)));
  const entities = (drawing?.entities ?? []) as unknown as DxfEntity[];
  const layers = new Map<string, unknown[]>();
  for (const entity of entities) {
    const geometry = geometryOf(entity);
    if (!geometry) continue;
    const layer = `${entity.layer ?? '0'} ${geometry.type}`;
    const { name, text } = entity;
    const properties = { layer: entity.layer ?? '0', ...(name ? { name } : {}), ...(text ? { text } : {}) };
    layers.set(layer, [...(layers.get(layer) ?? []), { type: 'Feature', properties, geometry }]);
  }
  if (layers.size === 0) throw new UnreadableFile(issueOf('read.noFeatures', { file: file.name }));
  return [...layers].map(([layer, items]) => ({ ...featureTable('DXF', items, file), layer }));
}

function geometryOf({ type, position, startPoint, vertices = [], shape }: DxfEntity): GeoJSON.Geometry | null {
  const at = position ?? startPoint;
  if (['POINT', 'INSERT', 'TEXT', 'MTEXT'].includes(type) && at) return { type: 'Point', coordinates: [at.x, at.y] };
  if (!['LINE', 'LWPOLYLINE', 'POLYLINE'].includes(type) || vertices.length < 2) return null;
  const coordinates = vertices.map(({ x, y }) => [x, y]);
  if (!shape || vertices.length < 3) return { type: 'LineString', coordinates };
  return { type: 'Polygon', coordinates: [[...coordinates, coordinates[0]!]] };
}

function guarded<T>(file: SourceFile, code: string, job: () => T): T {
  try {
    return job();
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(issueOf(code, { file: file.name }));
  }
}
