import { type Issue, issueOf } from '../../base/issue';
import { normalised, WGS84_CRS } from '../crs/crs';
import { isObject, type Json, parsedJson } from './json';
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

/** Stands before every record of a GeoJSON text sequence. */
const RECORD_MARK = '\u001e';

/** GeoJSON (RFC 7946): a collection, one feature or a bare geometry, one feature a line; an old `crs` member counts. */
export const geojsonReader: Reader = {
  format: 'GeoJSON',
  sniff: (head) => {
    const text = headText(head).replace(RECORD_MARK, '');
    if (!text.startsWith('{')) return 0;
    if (/"type"\s*:\s*"Topology"/.test(text)) return 0.3;
    return /"type"\s*:\s*"(FeatureCollection|Feature|Point|Multi|LineString|Polygon|GeometryCollection)/.test(text)
      ? 1
      : 0.4;
  },
  read: async (file) => {
    const { items, crs, name } = itemsOf(file);
    return [{ ...featureTable('GeoJSON', items, file, crs), ...(name ? { layer: name } : {}) }];
  },
};

/** A table of GeoJSON features; what is none is listed. Throws `read.noFeatures`. */
export function featureTable(format: string, items: Iterable<unknown>, file: SourceFile, crs?: string): RawTable {
  const features: RawFeature[] = [];
  const issues: Issue[] = [];
  const columns = new Set<string>();
  let row = 0;
  for (const item of items) {
    const feature = featureOf(item, ++row);
    if ('code' in feature) issues.push(feature);
    else {
      features.push(feature);
      for (const name of Object.keys(feature.properties)) columns.add(name);
    }
  }
  if (features.length === 0) throw new UnreadableFile(issueOf('read.noFeatures', { file: file.name }));
  return { format, columns: [...columns], features, issues, ...(crs ? { crs } : {}) };
}

interface Items {
  readonly items: readonly unknown[];
  readonly crs: string;
  /** Of the collection; not in the standard, but GDAL and others write it. */
  readonly name?: string;
}

function itemsOf(file: SourceFile): Items {
  const text = textOf(file);
  const parsed = parsedJson(text);
  if ('error' in parsed) {
    const lines = linesOf(text);
    if (lines) return { items: lines, crs: WGS84_CRS };
    throw new UnreadableFile(issueOf('read.json', { file: file.name, detail: parsed.error }));
  }
  const { root } = parsed;
  if (!isObject(root)) throw new UnreadableFile(issueOf('read.notGeojson', { file: file.name }));
  const crs = crsOf(root);
  if (root.type === 'FeatureCollection') {
    if (Array.isArray(root.features))
      return { items: root.features, crs, ...(typeof root.name === 'string' ? { name: root.name } : {}) };
    throw new UnreadableFile(issueOf('read.noFeatures', { file: file.name }));
  }
  if (root.type === 'Feature') return { items: [root], crs };
  if (typeof root.type === 'string' && GEOMETRIES.has(root.type))
    return { items: [{ type: 'Feature', geometry: root }], crs };
  throw new UnreadableFile(issueOf('read.notGeojson', { file: file.name }));
}

/** The member that GeoJSON of 2008 had; without it the file is in WGS84 by the standard. */
function crsOf({ crs }: Json): string {
  const name = isObject(crs) && isObject(crs.properties) ? crs.properties.name : undefined;
  return typeof name === 'string' ? normalised(name) : WGS84_CRS;
}

/** One feature a line (also after a record separator, RFC 8142); a last line cut short is left out. */
function linesOf(text: string): unknown[] | null {
  const breaks = text.startsWith(RECORD_MARK) ? RECORD_MARK : /\r?\n/;
  const lines = text.split(breaks).filter((line) => line.trim() !== '');
  const items = lines.map((line) => {
    const parsed = parsedJson(line);
    return 'root' in parsed ? parsed.root : null;
  });
  return lines.length > 1 && isObject(items[0]) && items[0].type === 'Feature' ? items : null;
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
