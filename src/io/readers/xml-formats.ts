import { issueOf } from '../../base/issue';
import { featureTable } from './geojson';
import { type RawTable, type Reader, type SourceFile, UnreadableFile } from './reader';
import { headText, textOf } from './text';

/** KML of Google Earth: placemarks with their extended data. */
export const kmlReader: Reader = {
  format: 'KML',
  sniff: (head) => (/<kml[\s>]/i.test(headText(head)) ? 1 : 0),
  read: async (file) => [await readXml('KML', file)],
};

/** GPX of a hand-held receiver: waypoints, routes and tracks. */
export const gpxReader: Reader = {
  format: 'GPX',
  sniff: (head) => (/<gpx[\s>]/i.test(headText(head)) ? 1 : 0),
  read: async (file) => [await readXml('GPX', file)],
};

async function readXml(format: 'KML' | 'GPX', file: SourceFile): Promise<RawTable> {
  const [{ DOMParser }, { gpxGen, kmlGen }] = await Promise.all([import('@xmldom/xmldom'), import('@tmcw/togeojson')]);
  const text = withoutDoctype(textOf(file));
  try {
    const silent = { onError: () => undefined };
    const document = new DOMParser(silent).parseFromString(text, 'text/xml');
    const items = [...(format === 'KML' ? kmlGen(document) : gpxGen(document))];
    return featureTable(format, items.map(flattened), file, 'WGS84');
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(issueOf('read.xml', { file: file.name }));
  }
}

/** Entities declared in the file may unfold to any size; neither format needs them. */
function withoutDoctype(text: string): string {
  return text.replace(/<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>/i, '');
}

/** Values that are objects (a description with its type, times) as plain text; styles are left. */
function flattened(feature: GeoJSON.Feature<GeoJSON.Geometry | null>): GeoJSON.Feature<GeoJSON.Geometry | null> {
  const properties = Object.entries(feature.properties ?? {}).flatMap(([name, value]): [string, unknown][] => {
    if (typeof value !== 'object' || value === null) return [[name, value]];
    return 'value' in value ? [[name, (value as { value: unknown }).value]] : [];
  });
  return { ...feature, properties: Object.fromEntries(properties) };
}
