import type { Entity } from '../../model/entities/registry';
import { type Column, columnsOf } from './columns';
import { Losses } from './losses';
import { type PositionColumns, positionColumns } from './position-columns';
import { Steps } from './steps';
import { type Layer, recordCount, type WriteOptions, type Writer } from './writer';
import { bookFiles, sheetName } from './xlsx-book';
import { rowXml, sheetEnd, sheetStart } from './xlsx-cells';
import { ZipSink } from './zip-sink';

/** Rows of a sheet under its header. */
const MOST_ROWS = 1_048_575;
const encoder = new TextEncoder();

/**
 * Excel workbook: a sheet for each record type with a header that stays in view, numbers and dates as such. Text is
 * written as text, so nothing in it can become a formula.
 */
export const xlsxWriter: Writer = {
  id: 'xlsx',
  format: 'Excel',
  ending: 'xlsx',
  mime: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  manyTypes: true,
  write: async (layers, options) => {
    const steps = new Steps(recordCount(layers), options);
    const losses = new Losses('Excel');
    const zip = new ZipSink();
    const sheets = layers.flatMap((layer) => sheetsOf(layer, options));
    const names: string[] = [];
    for (const sheet of sheets) {
      names.push(sheetName(sheet.title, names));
      await writeSheet(sheet, zip, names.length, losses, steps);
    }
    for (const [path, text] of bookFiles(names)) zip.add(path, encoder.encode(text));
    return { bytes: zip.take(), issues: losses.issues() };
  },
};

interface Sheet {
  readonly title: string;
  readonly layer: Layer;
  readonly columns: readonly Column[];
  readonly position: PositionColumns;
}

/** More records than a sheet has rows go on in the next. */
function sheetsOf({ type, records }: Layer, { words, system }: WriteOptions): Sheet[] {
  const columns = columnsOf(type, words);
  const position = positionColumns(type, words, system);
  return Array.from({ length: Math.max(1, Math.ceil(records.length / MOST_ROWS)) }, (_, k) => ({
    title: words.type(type),
    layer: { type, records: records.slice(k * MOST_ROWS, (k + 1) * MOST_ROWS) },
    columns,
    position,
  }));
}

async function writeSheet(sheet: Sheet, zip: ZipSink, number: number, losses: Losses, steps: Steps): Promise<void> {
  const { columns, position, layer } = sheet;
  const headers = [...columns.map(({ header }) => header), ...position.headers];
  const kinds = [...columns.map(({ kind }) => kind), ...position.headers.map(() => 'position' as const)];
  const entry = zip.entry(`xl/worksheets/sheet${number}.xml`);
  const lost =
    (record: Entity) =>
    (column: number, code: string, limit: number): void =>
      losses.add(code, layer.type, columns[column]?.name ?? 'geometry', record.id, limit);
  let text = sheetStart(kinds) + rowXml(1, headers, null, () => undefined);
  for (const [k, record] of layer.records.entries()) {
    const cells = [...columns.map(({ cell }) => cell(record)), ...position.cells(record.geometry)];
    text += rowXml(k + 2, cells, kinds, lost(record));
    if (text.length > 1 << 18) {
      entry.write(encoder.encode(text));
      text = '';
    }
    await steps.step();
  }
  entry.write(encoder.encode(text + sheetEnd(headers.length, layer.records.length + 1)));
  entry.end();
}
