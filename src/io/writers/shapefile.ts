import { type Issue, issueOf } from '../../base/issue';
import { ENTITY_SPECS, type Entity, type EntityType } from '../../model/entities/registry';
import { prjOf } from '../crs/prj';
import { type Column, columnsOf } from './columns';
import { type DbfField, dbfBytes, dbfNames, MOST_TEXT } from './dbf-bytes';
import { Losses } from './losses';
import { placed } from './output-system';
import { MOST_BYTES, shapeFiles, shpSize } from './shp-bytes';
import { Steps } from './steps';
import { CODE_WORDS } from './words';
import { CannotWrite, type Layer, recordCount, type WriteOptions, type Writer } from './writer';
import { ZipSink } from './zip-sink';

const encoder = new TextEncoder();

/**
 * ESRI Shapefiles in one zip, one for each record type: .shp, .shx, .dbf, .prj and .cpg (UTF-8). A field's name has ten
 * bytes, which is three Chinese characters, so the names are always the codes of the model.
 */
export const shapefileWriter: Writer = {
  id: 'shapefile',
  format: 'Shapefile',
  ending: 'zip',
  mime: 'application/zip',
  manyTypes: true,
  write: async (layers, options) => {
    const steps = new Steps(recordCount(layers), options);
    const losses = new Losses('Shapefile');
    const zip = new ZipSink();
    const prj = await prjOf(options.system.crs);
    for (const layer of layers) await addLayer(layer, options, prj, zip, losses, steps);
    const unnamed: Issue[] = prj === null ? [issueOf('write.noPrj', { crs: options.system.crs }, 'warning')] : [];
    return { bytes: zip.take(), issues: [...unnamed, ...losses.issues()] };
  },
};

async function addLayer(
  { type, records }: Layer,
  { words, system }: WriteOptions,
  prj: string | null,
  zip: ZipSink,
  losses: Losses,
  steps: Steps,
): Promise<void> {
  const geometries = [];
  for (const { geometry } of records) {
    geometries.push(placed(geometry, system));
    await steps.step();
  }
  const size = shpSize(geometries);
  if (size > MOST_BYTES) throw new CannotWrite(issueOf('write.shpSize', { type, megabytes: Math.round(size / 1e6) }));
  const { shp, shx } = shapeFiles(ENTITY_SPECS[type].geometry, geometries);
  const name = fileName(words.type(type), system.crs, prj);
  zip.add(`${name}.shp`, shp);
  zip.add(`${name}.shx`, shx);
  zip.add(`${name}.dbf`, attributes(type, records, columnsOf(type, words), losses));
  zip.add(`${name}.cpg`, encoder.encode('UTF-8'));
  if (prj !== null) zip.add(`${name}.prj`, encoder.encode(prj));
}

function attributes(
  type: EntityType,
  records: readonly Entity[],
  columns: readonly Column[],
  losses: Losses,
): Uint8Array {
  const names = dbfNames(columnsOf(type, CODE_WORDS).map(({ header }) => header));
  const fields = columns.map(({ kind, cell }, k): DbfField => {
    const cells = records.map(cell);
    const flags = kind === 'boolean' && cells.every((value) => typeof value !== 'string');
    return { name: names[k]!, kind: KINDS[kind] ?? (flags ? 'flag' : 'text'), cells };
  });
  return dbfBytes(fields, records.length, (field, row) =>
    losses.add('write.cut', type, columns[fields.indexOf(field)]!.name, records[row]!.id, MOST_TEXT),
  );
}

const KINDS: Readonly<Partial<Record<Column['kind'], DbfField['kind']>>> = {
  number: 'number',
  integer: 'number',
  date: 'date',
};

/** A system that no .prj can name stands in the file's name. */
function fileName(name: string, crs: string, prj: string | null): string {
  return prj === null ? `${name}_${crs.replace(/\W+/g, '-')}` : name;
}
