import Papa from 'papaparse';
import { issueOf } from '../../base/issue';
import { type RawTable, type Reader, type SourceFile, UnreadableFile } from './reader';
import { tableOf } from './table';
import { decoded, headText } from './text';

/** CSV with comma, semicolon, tab or bar in any usual encoding; quotes that do not close survive. */
export const csvReader: Reader = {
  format: 'CSV',
  sniff: (head, name) => {
    const text = headText(head);
    if (text === '' || text.startsWith('{') || text.startsWith('<') || text.includes('\u0000')) return 0;
    const [first = ''] = text.split(/\r?\n/);
    if (/\.(csv|tsv|txt)$/i.test(name)) return 0.6;
    // Bytes of other formats hold separators too: without the name to speak for it, the text must be clean.
    return /[,;\t|]/.test(first) && !/[\u0001-\u0008\u000e-\u001f\ufffd]/.test(text) ? 0.5 : 0;
  },
  read: async (file) => [readTable(file)],
};

function readTable(file: SourceFile): RawTable {
  const { text, encoding } = decoded(file);
  const { data } = Papa.parse<string[]>(text, { delimiter: delimiterOf(text) });
  if (data.length === 0) throw new UnreadableFile(issueOf('read.empty', { file: file.name }));
  return tableOf({ format: 'CSV', encoding, rows: data }, file);
}

/** The separator that cuts the first lines most evenly; a comma where none does. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 20_000)
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 20);
  const scored = [',', '\t', ';', '|', '，'].map((mark) => {
    const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(mark).length - 1);
    const middle = [...counts].sort((a, b) => a - b)[counts.length >> 1] ?? 0;
    const even = counts.filter((count) => count === middle).length / Math.max(1, counts.length);
    return { mark, score: middle > 0 ? even + Math.min(middle, 30) / 100 : 0 };
  });
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  return best.score > 0 ? best.mark : ',';
}
