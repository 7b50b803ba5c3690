import Papa from 'papaparse';
import { type Issue, issueOf } from '../../base/issue';
import { type RawFeature, type RawTable, type Reader, type SourceFile, UnreadableFile } from './reader';
import { headText, textOf } from './text';

/** CSV with comma, semicolon, tab or bar; the first row names the columns; quotes that do not close survive. */
export const csvReader: Reader = {
  format: 'CSV',
  sniff: (head, name) => {
    const text = headText(head);
    if (text === '' || text.startsWith('{') || text.startsWith('<') || text.includes('\u0000')) return 0;
    const [first = ''] = text.split(/\r?\n/);
    if (/[,;\t|]/.test(first)) return 0.8;
    return /\.(csv|tsv|txt)$/i.test(name) ? 0.5 : 0;
  },
  read: async (file) => [readTable(file)],
};

function readTable(file: SourceFile): RawTable {
  const { data } = Papa.parse<string[]>(textOf(file), { delimitersToGuess: [',', '\t', ';', '|'] });
  const [header = [], ...rows] = data;
  const columns = uniqueNames(header);
  const features: RawFeature[] = [];
  const issues: Issue[] = [];
  for (const [index, cells] of rows.entries()) {
    if (cells.every((cell) => cell.trim() === '')) continue;
    // Row 1 is the header, as a spreadsheet counts.
    const row = index + 2;
    if (cells.length > columns.length)
      issues.push(issueOf('read.cells', { row, found: cells.length, expected: columns.length }, 'warning'));
    const properties = Object.fromEntries(columns.map((name, column) => [name, cells[column] ?? '']));
    features.push({ row, properties, geometry: null });
  }
  if (features.length === 0) throw new UnreadableFile(issueOf('read.noRows', { file: file.name }));
  return { format: 'CSV', columns, features, issues };
}

/** Column names as written; an empty one gets its number, a repeated one a suffix, so that none hides another. */
function uniqueNames(header: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return header.map((raw, index) => {
    const name = raw.trim() || `#${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}
