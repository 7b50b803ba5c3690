import { type Issue, issueOf } from '../../base/issue';
import { dbfRecords } from './dbf';
import { type RawFeature, type RawTable, type Reader, type SourceFile, UnreadableFile } from './reader';
import { shpShapes } from './shp';
import { isZip, unzipped } from './zip';

const PARTS = /\.(shp|dbf|prj|cpg)$/i;

/** ESRI Shapefile: zipped with its companions, several in one archive, or the .shp alone. */
export const shapefileReader: Reader = {
  format: 'Shapefile',
  sniff: (head, name) => {
    if (isShp(head)) return 1;
    return isZip(head) && /\.zip$/i.test(name) ? 0.3 : 0;
  },
  read: async (file) => {
    if (isShp(file.bytes)) return [layerOf([file], file)];
    const parts = await unzipped(file, (name) => PARTS.test(name));
    const stems = [...new Set(parts.filter(({ name }) => /\.shp$/i.test(name)).map(({ name }) => stemOf(name)))];
    if (stems.length === 0) throw new UnreadableFile(issueOf('read.zipNothing', { file: file.name }));
    return stems.map((stem) =>
      layerOf(
        parts.filter(({ name }) => stemOf(name) === stem),
        file,
      ),
    );
  },
};

function isShp(head: Uint8Array): boolean {
  return head.length >= 100 && head[0] === 0 && head[1] === 0 && head[2] === 0x27 && head[3] === 0x0a;
}

function layerOf(parts: readonly SourceFile[], file: SourceFile): RawTable {
  const part = (ending: string): SourceFile | undefined =>
    parts.find(({ name }) => name.toLowerCase().endsWith(ending));
  const shp = part('.shp') ?? parts[0]!;
  const shapes = shpShapes(shp.bytes, file.name);
  const codePage = part('.cpg');
  const dbf = part('.dbf');
  const { columns, records, encoding } = dbf
    ? dbfRecords(dbf.bytes, codePage ? new TextDecoder().decode(codePage.bytes).trim() : null)
    : { columns: [], records: [], encoding: null };
  const issues: Issue[] = [...shapes.issues];
  if (dbf && records.length !== shapes.list.length)
    issues.push(issueOf('read.shpDbf', { shapes: shapes.list.length, rows: records.length }, 'warning'));
  const features: RawFeature[] = shapes.list.flatMap((geometry, k) =>
    records[k] === null ? [] : [{ row: k + 1, properties: records[k] ?? {}, geometry }],
  );
  if (features.length === 0) throw new UnreadableFile(issueOf('read.noFeatures', { file: file.name }));
  const prj = part('.prj');
  return {
    format: 'Shapefile',
    layer: stemOf(shp.name).replace(/^.*\//, ''),
    ...(prj ? { crs: new TextDecoder().decode(prj.bytes).trim() } : {}),
    ...(encoding ? { encoding } : {}),
    columns,
    features,
    issues,
  };
}

function stemOf(name: string): string {
  return name.replace(/\.[^./]*$/, '').toLowerCase();
}
