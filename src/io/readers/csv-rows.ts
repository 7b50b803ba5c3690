import Papa from 'papaparse';
import { issueOf } from '../../base/issue';
import { unguarded } from '../formula-guard';
import { UnreadableFile } from './reader';
import type { TableBuilder } from './table';

interface Parsed {
  readonly data: readonly string[][];
  readonly errors: readonly { readonly code: string; readonly row?: number }[];
  readonly meta: { readonly cursor: number };
}

/** A cell between quotes may span lines, but a row no more characters than this: then its quote was never closed. */
const LONGEST_QUOTED_ROW = 100_000;
const LONGEST_LINE = 4_000_000;
/** After so many quotes that do not close the marks are no quotes in this file but inches. */
const MOST_BROKEN = 200;

/**
 * Cuts text that comes in pieces into rows of cells. A quote that does not close would swallow the rows below it: such a
 * line is taken as it stands, quote and all, and listed.
 */
export class CsvRows {
  private rest = '';
  private broken = 0;

  constructor(
    private readonly delimiter: string,
    private readonly table: TableBuilder,
    private readonly file: string,
  ) {}

  /** Throws `read.longLine` for text without line breaks. */
  push(piece: string, last: boolean): void {
    this.rest = withPlainBreaks(this.rest + (this.delimiter === ' ' ? withSingleBlanks(piece) : piece), last);
    for (let more = true; more && this.rest !== ''; ) more = this.step(last);
  }

  /** Takes the rows that are whole; true when the rest may hold more of them. */
  private step(last: boolean): boolean {
    const text = this.rest;
    const parsed = this.parse(text, !last);
    const bad = firstBroken(parsed);
    for (const cells of parsed.data.slice(0, bad)) this.table.add(cells.map(unguarded));
    if (bad !== undefined) {
      this.takeLine(text.slice(bad === 0 ? 0 : this.parse(text, false, bad).meta.cursor));
      return true;
    }
    this.rest = last ? '' : text.slice(parsed.meta.cursor);
    if (this.rest.length < LONGEST_QUOTED_ROW) return false;
    if (this.rest.includes('\n')) {
      this.takeLine(this.rest);
      return true;
    }
    if (this.rest.length > LONGEST_LINE) throw new UnreadableFile(issueOf('read.longLine', { file: this.file }));
    return false;
  }

  /** The first line of the text as a row, without heed to quotes. */
  private takeLine(text: string): void {
    const end = text.indexOf('\n');
    const line = end < 0 ? text : text.slice(0, end);
    const code = ++this.broken < MOST_BROKEN ? 'read.quote' : 'read.quotesOff';
    this.table.note(issueOf(code, { row: this.table.nextRow }, 'warning'));
    this.table.add(line.split(this.delimiter));
    this.rest = end < 0 ? '' : text.slice(end + 1);
  }

  private parse(text: string, ignoreLastRow: boolean, preview = 0): Parsed {
    const config: Papa.ParseConfig = { delimiter: this.delimiter, newline: '\n', preview };
    if (this.broken >= MOST_BROKEN) config.fastMode = true;
    return new Papa.Parser(config).parse(text, 0, ignoreLastRow) as Parsed;
  }
}

/** One kind of line break, also where a file mixes them; a return at the end may be half of one. */
function withPlainBreaks(text: string, last: boolean): string {
  if (!text.includes('\r')) return text;
  return last ? text.replace(/\r\n?/g, '\n') : text.replace(/\r\n|\r(?!$)/g, '\n');
}

/** Blanks at the beginning and end of lines and runs of them part nothing; a piece may end within such. */
function withSingleBlanks(piece: string): string {
  return piece.replace(/[ \u3000]+/g, ' ').replace(/^ | (?=[\r\n])/gm, '');
}

/** The first row in which a quote is not closed, or only in another row. */
function firstBroken({ data, errors }: Parsed): number | undefined {
  return errors.find(({ code, row = 0 }) => {
    if (row >= data.length) return false;
    return code === 'MissingQuotes' || data[row]!.some((cell) => cell.includes('\n'));
  })?.row;
}
