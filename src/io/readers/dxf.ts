import { issueOf } from '../../base/issue';
import { featureTable } from './geojson';
import { quietly } from './quietly';
import { type RawTable, type Reader, type SourceFile, UnreadableFile } from './reader';
import { headText, textOf } from './text';

const BINARY = 'AutoCAD Binary DXF';

/** DXF drawings: points, inserted blocks, texts, lines and polylines by layer; the coordinates name no system. */
export const dxfReader: Reader = {
  format: 'DXF',
  sniff: (head) => {
    const text = headText(head);
    return text.startsWith(BINARY) || /^(?:999\s*\r?\n.*\r?\n\s*)*0\s*\r?\n\s*SECTION/.test(text) ? 1 : 0;
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

const POINTS = ['POINT', 'INSERT', 'TEXT', 'MTEXT'];
const LINES = ['LINE', 'LWPOLYLINE', 'POLYLINE'];

async function readDrawing(file: SourceFile): Promise<RawTable[]> {
  const { default: DxfParser } = await import('dxf-parser');
  const layers = new Map<string, unknown[]>();
  const others = new Map<string, number>();
  for (const entity of entitiesOf(file, new DxfParser())) {
    const geometry = geometryOf(entity);
    if (!geometry) {
      others.set(entity.type, (others.get(entity.type) ?? 0) + 1);
      continue;
    }
    const layer = `${entity.layer ?? '0'} ${geometry.type}`;
    const { name, text } = entity;
    const properties = { layer: entity.layer ?? '0', ...(name ? { name } : {}), ...(text ? { text } : {}) };
    const items = layers.get(layer);
    if (items) items.push({ type: 'Feature', properties, geometry });
    else layers.set(layer, [{ type: 'Feature', properties, geometry }]);
  }
  if (layers.size === 0) throw new UnreadableFile(issueOf('read.noFeatures', { file: file.name }));
  const left = [...others].map(([type, count]) => issueOf('read.drawingPart', { type, count }, 'warning'));
  return [...layers].map(([layer, items], k) => {
    const table = featureTable('DXF', items, file);
    return { ...table, layer, issues: k === 0 ? [...left, ...table.issues] : table.issues };
  });
}

function entitiesOf(file: SourceFile, parser: { parseSync(text: string): unknown }): DxfEntity[] {
  const damaged = new UnreadableFile(issueOf('read.drawing', { file: file.name }));
  if (headText(file.bytes).startsWith(BINARY)) throw damaged;
  const text = textOf(file);
  try {
    return quietly(() => parser.parseSync(text) as { entities: DxfEntity[] } | null)?.entities ?? [];
  } catch {
    throw damaged;
  }
}

function geometryOf({ type, position, startPoint, vertices = [], shape }: DxfEntity): GeoJSON.Geometry | null {
  const at = position ?? startPoint;
  if (POINTS.includes(type) && at) return { type: 'Point', coordinates: [at.x, at.y] };
  if (!LINES.includes(type) || vertices.length < 2) return null;
  const coordinates = vertices.map(({ x, y }) => [x, y]);
  if (!shape || vertices.length < 3) return { type: 'LineString', coordinates };
  return { type: 'Polygon', coordinates: [[...coordinates, coordinates[0]!]] };
}
