import { issueOf } from '../../base/issue';
import { CsvRows } from './csv-rows';
import { withPlainNumbers } from './decimals';
import { delimiterOf } from './delimiter';
import type { Pace } from './pace';
import { type RawTable, type Reader, type SourceFile, UnreadableFile } from './reader';
import { TableBuilder } from './table';
import { encodingOfFile, headText } from './text';

const PIECE_BYTES = 1 << 19;
const PIECES_PER_STEP = 8;

/** Text with separators, in any usual encoding; quotes that do not close survive. */
export const csvReader: Reader = {
  format: 'CSV',
  sniff: (head, name) => {
    const text = headText(head);
    if (text === '' || /^[{[<]/.test(text) || isBinary(text)) return 0;
    const [first = ''] = text.split(/\r\n?|\n/);
    if (/\.(csv|tsv|txt|tab)$/i.test(name)) return 0.6;
    return /[,;\t|，]/.test(first) ? 0.5 : 0;
  },
  read: readTable,
};

/** Bytes of other formats hold separators too; a few damaged ones do not make text binary. */
function isBinary(text: string): boolean {
  const strange = text.match(/[\u0000-\u0008\u000e-\u001f\ufffd]/g)?.length ?? 0;
  return strange > 0.01 * text.length;
}

async function readTable(file: SourceFile, pace: Pace): Promise<RawTable[]> {
  const encoding = encodingOfFile(file);
  const decoder = new TextDecoder(encoding);
  const { bytes } = file;
  const head = new TextDecoder(encoding).decode(bytes.subarray(0, 65_536), { stream: true });
  if (head.trim() === '' && bytes.length <= 65_536)
    throw new UnreadableFile(issueOf('read.empty', { file: file.name }));
  const delimiter = delimiterOf(head);
  const table = new TableBuilder({ format: 'CSV', encoding });
  const rows = new CsvRows(delimiter, table, file.name);
  for (let at = 0, piece = 0; at < bytes.length; at += PIECE_BYTES, piece++) {
    if (piece % PIECES_PER_STEP === 0) await pace.at(at / bytes.length);
    const last = at + PIECE_BYTES >= bytes.length;
    rows.push(decoder.decode(bytes.subarray(at, at + PIECE_BYTES), { stream: !last }), last);
  }
  return [withPlainNumbers(table.finish(file), delimiter)];
}
