import { issueOf } from '../../base/issue';
import { featureTable } from './geojson';
import { checkSize, MOST_TREE_BYTES } from './limits';
import type { Pace } from './pace';
import { type RawTable, type SourceFile, UnreadableFile } from './reader';
import { textOf } from './text';

type Feature = GeoJSON.Feature<GeoJSON.Geometry | null>;
/** Gives the features of a document one by one. */
export type Features = (document: Document) => Iterable<Feature>;

const STEP = 5000;

/** The features of a file in a dialect of XML, which are always in WGS84. Throws `read.xml`. */
export async function readXml(format: string, file: SourceFile, pace: Pace, features: Features): Promise<RawTable[]> {
  checkSize(file.name, file.bytes.length, MOST_TREE_BYTES);
  const { DOMParser } = await import('@xmldom/xmldom');
  const text = withoutDoctype(textOf(file));
  await pace.at(0.1);
  const items: Feature[] = [];
  let damaged = false;
  try {
    const onError = (level: string): void => {
      damaged ||= level !== 'warning';
    };
    const document = new DOMParser({ onError }).parseFromString(text, 'text/xml') as unknown as Document;
    for (const feature of features(document)) if (items.push(flattened(feature)) % STEP === 0) await pace.at(0.6);
  } catch (error) {
    if ((error as Error).name === 'AbortError') throw error;
    damaged = true;
  }
  if (damaged && items.length === 0) throw new UnreadableFile(issueOf('read.xml', { file: file.name }));
  const table = featureTable(format, items, file, 'WGS84');
  if (!damaged) return [table];
  return [
    { ...table, issues: [issueOf('read.xmlDamaged', { file: file.name, count: items.length }), ...table.issues] },
  ];
}

/** Entities declared in the file may unfold to any size; none of the formats needs them. */
function withoutDoctype(text: string): string {
  return text.replace(/<!DOCTYPE[^[>]*(?:\[[\s\S]*?\]\s*)?>/i, '');
}

/** Values that are objects (a description with its type, times) as plain text; styles are left. */
function flattened(feature: Feature): Feature {
  const properties = Object.entries(feature.properties ?? {}).flatMap(([name, value]): [string, unknown][] => {
    if (typeof value !== 'object' || value === null) return [[name, value]];
    return 'value' in value ? [[name, (value as { value: unknown }).value]] : [];
  });
  return { ...feature, properties: Object.fromEntries(properties) };
}
