import { ByteSink } from './byte-sink';
import { columnsOf } from './columns';
import { BYTE_ORDER_MARK, csvLine } from './csv-rows';
import { positionColumns } from './position-columns';
import { Steps } from './steps';
import { recordCount, type Writer } from './writer';

/** CSV that Excel opens as it is: UTF-8 with its mark, points as two columns, lines and areas as WKT. */
export const csvWriter: Writer = {
  id: 'csv',
  format: 'CSV',
  ending: 'csv',
  mime: 'text/csv',
  manyTypes: false,
  write: async (layers, options) => {
    const { words, system } = options;
    const steps = new Steps(recordCount(layers), options);
    const sink = new ByteSink().text(BYTE_ORDER_MARK);
    for (const { type, records } of layers) {
      const columns = columnsOf(type, words);
      const position = positionColumns(type, words, system);
      sink.text(csvLine([...columns.map(({ header }) => header), ...position.headers]));
      for (const record of records) {
        sink.text(csvLine([...columns.map(({ cell }) => cell(record)), ...position.cells(record.geometry)]));
        await steps.step();
      }
    }
    return { bytes: sink.take(), issues: [] };
  },
};
