import { type Issue, issueOf } from '../../base/issue';
import { type RawFeature, type RawTable, type Reader, type SourceFile, UnreadableFile } from './reader';
import { headText, textOf } from './text';

const GEOMETRIES = new Set([
  'Point',
  'MultiPoint',
  'LineString',
  'MultiLineString',
  'Polygon',
  'MultiPolygon',
  'GeometryCollection',
]);

type Json = Record<string, unknown>;

/** GeoJSON (RFC 7946): a collection, one feature or a bare geometry. */
export const geojsonReader: Reader = {
  format: 'GeoJSON',
  sniff: (head) => {
    const text = headText(head);
    if (!text.startsWith('{')) return 0;
    return /"type"\s*:\s*"(FeatureCollection|Feature|Point|Multi|LineString|Polygon|GeometryCollection)/.test(text)
      ? 1
      : 0.4;
  },
  read: async (file) => [readTable(file)],
};

function readTable(file: SourceFile): RawTable {
  const features: RawFeature[] = [];
  const issues: Issue[] = [];
  const columns = new Set<string>();
  for (const [index, item] of itemsOf(file).entries()) {
    const feature = featureOf(item, index + 1);
    if ('code' in feature) issues.push(feature);
    else {
      features.push(feature);
      for (const name of Object.keys(feature.properties)) columns.add(name);
    }
  }
  if (features.length === 0) throw new UnreadableFile(issueOf('read.noFeatures', { file: file.name }));
  return { format: 'GeoJSON', columns: [...columns], features, issues };
}

function itemsOf(file: SourceFile): unknown[] {
  const root = parse(file);
  if (root.type === 'FeatureCollection') {
    if (Array.isArray(root.features)) return root.features;
    throw new UnreadableFile(issueOf('read.noFeatures', { file: file.name }));
  }
  if (root.type === 'Feature') return [root];
  if (typeof root.type === 'string' && GEOMETRIES.has(root.type)) return [{ type: 'Feature', geometry: root }];
  throw new UnreadableFile(issueOf('read.notGeojson', { file: file.name }));
}

function parse(file: SourceFile): Json {
  const text = textOf(file);
  try {
    const root: unknown = JSON.parse(text);
    if (isObject(root)) return root;
  } catch (error) {
    throw new UnreadableFile(issueOf('read.json', { file: file.name, detail: String((error as Error).message) }));
  }
  throw new UnreadableFile(issueOf('read.notGeojson', { file: file.name }));
}

function featureOf(item: unknown, row: number): RawFeature | Issue {
  if (!isObject(item) || item.type !== 'Feature') return issueOf('read.feature', { row });
  const properties = isObject(item.properties) ? { ...item.properties } : {};
  if (properties.id === undefined && (typeof item.id === 'string' || typeof item.id === 'number'))
    properties.id = item.id;
  if (item.geometry === null || item.geometry === undefined) return { row, properties, geometry: null };
  if (!isObject(item.geometry) || !GEOMETRIES.has(String(item.geometry.type))) return issueOf('read.feature', { row });
  return { row, properties, geometry: item.geometry as unknown as GeoJSON.Geometry };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
