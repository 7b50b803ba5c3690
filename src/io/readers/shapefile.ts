import { type Issue, issueOf } from '../../base/issue';
import { stemOf } from './companions';
import { dbfRecords } from './dbf';
import type { Pace } from './pace';
import { type RawFeature, type RawTable, type Reader, type SourceFile, UnreadableFile } from './reader';
import { shpShapes } from './shp';

/** ESRI Shapefile: the .shp with whatever of its .dbf, .prj and .cpg came along. */
export const shapefileReader: Reader = {
  format: 'Shapefile',
  sniff: (head) => (isShp(head) ? 1 : 0),
  read: async (file, pace) => [await layerOf(file, pace)],
};

/** The file code, and not the table of offsets (.shx), which has the same: there a first record stands at word 50. */
function isShp(head: Uint8Array): boolean {
  if (head.length < 100 || head[0] !== 0 || head[1] !== 0 || head[2] !== 0x27 || head[3] !== 0x0a) return false;
  return head.length < 104 || head[103] !== 50 || head[102] !== 0;
}

async function layerOf(file: SourceFile, pace: Pace): Promise<RawTable> {
  const part = (ending: string): SourceFile | undefined =>
    file.companions?.find(({ name }) => name.toLowerCase().endsWith(ending));
  const dbf = part('.dbf');
  const cpg = part('.cpg');
  const prj = part('.prj');
  const shapes = await shpShapes(file.bytes, file.name, pace.part(0, 0.5));
  const table = dbf && (await dbfRecords(dbf.bytes, cpg ? textIn(cpg) : null, pace.part(0.5, 1)));
  const features: RawFeature[] = [];
  for (const [k, geometry] of shapes.list.entries()) {
    const properties = table?.records[k];
    // Deleted in the table: it is no record any more.
    if (properties !== null) features.push({ row: k + 1, properties: properties ?? {}, geometry });
  }
  if (features.length === 0) throw new UnreadableFile(issueOf('read.noFeatures', { file: file.name }));
  const issues: Issue[] = [...shapes.issues];
  if (!dbf) issues.push(issueOf('read.noDbf', {}, 'note'));
  if (table && table.records.length !== shapes.list.length)
    issues.push(issueOf('read.shpDbf', { shapes: shapes.list.length, rows: table.records.length }, 'warning'));
  return {
    format: 'Shapefile',
    layer: stemOf(file.name).replace(/^.*\//, ''),
    ...(prj ? { crs: textIn(prj) } : {}),
    ...(table ? { encoding: table.encoding } : {}),
    columns: table?.columns ?? [],
    features,
    issues,
  };
}

function textIn({ bytes }: SourceFile): string {
  return new TextDecoder().decode(bytes).trim();
}
