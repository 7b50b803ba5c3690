import { type Issue, issueOf } from '../../base/issue';
import { isEmptyRow, isFilled } from './cells';
import { type Header, headerOf } from './header';
import { type RawTable, type SourceFile, UnreadableFile } from './reader';
import { withWktGeometry } from './wkt';

/** Where rows of cells come from. */
export interface SheetInfo {
  readonly format: string;
  readonly layer?: string;
  readonly encoding?: string;
  readonly date1904?: boolean;
}

/** A record while the table is made. */
export interface OpenFeature {
  readonly row: number;
  properties: Record<string, unknown>;
  geometry: GeoJSON.Geometry | null;
}

/** Rows looked at for the header: titles and notes may stand above it. */
const HEADER_SEARCH = 40;
/** The most rows with surplus cells that are listed one by one. */
const MOST_LISTED = 1000;

/**
 * Makes a table of rows of cells, as CSV and workbooks give them, row by row: the header found below titles, empty rows
 * passed over, a column of WKT taken as the geometry.
 */
export class TableBuilder {
  private readonly waiting: (readonly unknown[])[] = [];
  private readonly features: OpenFeature[] = [];
  private readonly issues: Issue[] = [];
  private header: Header | null = null;
  private rows = 0;
  private surplus = 0;

  constructor(private readonly info: SheetInfo) {}

  /** The next row of the file, empty ones too: rows are counted as a person counts them. */
  add(cells: readonly unknown[]): void {
    if (this.header) this.take(cells);
    else if (this.waiting.push(cells) === HEADER_SEARCH) this.begin();
  }

  note(issue: Issue): void {
    this.issues.push(issue);
  }

  /** Row number of the row that is added next. */
  get nextRow(): number {
    return this.rows + this.waiting.length + 1;
  }

  /** Throws `read.noRows` when there is no row below the header. */
  finish(file: SourceFile): RawTable {
    if (!this.header) this.begin();
    if (this.features.length === 0) throw new UnreadableFile(issueOf('read.noRows', { file: file.name }));
    if (this.surplus > MOST_LISTED)
      this.note(issueOf('read.moreCells', { count: this.surplus - MOST_LISTED }, 'warning'));
    const { info, features, issues } = this;
    return withWktGeometry({ ...info, columns: this.header!.columns, features, issues });
  }

  private begin(): void {
    const waiting = this.waiting.splice(0);
    this.header = headerOf(waiting);
    const { dataAt, passedOver, missing } = this.header;
    if (missing) this.note(issueOf('read.noHeader', {}, 'warning'));
    if (passedOver !== undefined) this.note(issueOf('read.secondHeader', { row: passedOver + 1 }, 'note'));
    this.rows = Math.max(0, dataAt);
    for (const cells of waiting.slice(this.rows)) this.take(cells);
  }

  private take(cells: readonly unknown[]): void {
    const row = ++this.rows;
    if (isEmptyRow(cells)) return;
    const { columns } = this.header!;
    const width = columns.length;
    if (cells.length > width && cells.slice(width).some(isFilled) && ++this.surplus <= MOST_LISTED)
      this.note(issueOf('read.cells', { row, found: cells.length, expected: width }, 'warning'));
    const properties: Record<string, unknown> = {};
    for (let k = 0; k < width; k++) properties[columns[k]!] = cells[k] ?? '';
    this.features.push({ row, properties, geometry: null });
  }
}
