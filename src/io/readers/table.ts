import { wktToGeoJSON } from 'betterknown';
import { type Issue, issueOf } from '../../base/issue';
import { type RawFeature, type RawTable, type SourceFile, UnreadableFile } from './reader';

/** Rows of cells whose first full row names the columns, as CSV, XLSX and clipboard give them. */
export interface SheetOfCells {
  readonly format: string;
  readonly layer?: string;
  readonly encoding?: string;
  readonly rows: readonly (readonly unknown[])[];
}

/** Rows looked at for the header: titles and notes may stand above it. */
const HEADER_SEARCH = 20;
const WKT = /^\s*(?:SRID=(\d+);)?\s*(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\s*Z?M?\s*\(/i;

/**
 * A table from rows of cells: the header found below titles, a second header line joined to the first, empty rows passed
 * over, and a column of WKT taken as the geometry. Throws `read.noRows` when there is no row below the header.
 */
export function tableOf(sheet: SheetOfCells, file: SourceFile): RawTable {
  const { rows } = sheet;
  const at = headerRow(rows);
  const second = isSecondHeader(rows[at], rows[at + 1]) ? 1 : 0;
  const columns = uniqueNames(second ? joinedHeader(rows[at]!, rows[at + 1]!) : (rows[at] ?? []));
  const features: RawFeature[] = [];
  const issues: Issue[] = [];
  for (let index = at + 1 + second; index < rows.length; index++) {
    const cells = rows[index]!;
    if (isEmptyRow(cells)) continue;
    const row = index + 1;
    if (cells.length > columns.length && cells.slice(columns.length).some(isFilled))
      issues.push(issueOf('read.cells', { row, found: cells.length, expected: columns.length }, 'warning'));
    const properties: Record<string, unknown> = {};
    for (let k = 0; k < columns.length; k++) properties[columns[k]!] = cells[k] ?? '';
    features.push({ row, properties, geometry: null });
  }
  if (features.length === 0) throw new UnreadableFile(issueOf('read.noRows', { file: file.name }));
  const { format, layer, encoding } = sheet;
  const table = { format, ...(layer ? { layer } : {}), ...(encoding ? { encoding } : {}), columns, features, issues };
  return withWktGeometry(table);
}

/** The first row that is as full as the rows below it: most of its cells filled with words, none of them a number. */
function headerRow(rows: readonly (readonly unknown[])[]): number {
  const head = rows.slice(0, HEADER_SEARCH);
  const widest = Math.max(1, ...head.map((cells) => cells.filter(isFilled).length));
  const found = head.findIndex((cells) => {
    const filled = cells.filter(isFilled);
    return filled.length > 0 && filled.length >= 0.6 * widest && filled.every(isWord);
  });
  return found >= 0
    ? found
    : Math.max(
        0,
        head.findIndex((cells) => cells.some(isFilled)),
      );
}

/** Merged titles above their parts: the first line has holes that the second fills, and both are words. */
function isSecondHeader(first: readonly unknown[] | undefined, second: readonly unknown[] | undefined): boolean {
  if (!first || !second) return false;
  const holes = second.filter((cell, k) => isFilled(cell) && !isFilled(first[k])).length;
  return holes > 0 && second.filter(isFilled).length > 1 && second.filter(isFilled).every(isWord);
}

function joinedHeader(first: readonly unknown[], second: readonly unknown[]): string[] {
  let group = '';
  return Array.from({ length: Math.max(first.length, second.length) }, (_, k) => {
    if (isFilled(first[k])) group = String(first[k]);
    return isFilled(second[k]) ? String(second[k]) : group;
  });
}

function withWktGeometry(table: RawTable): RawTable {
  const column = table.columns.find((name) => WKT.test(String(firstFilled(table.features, name) ?? '')));
  if (!column) return table;
  let crs: string | undefined;
  const features = table.features.map((feature) => {
    const text = String(feature.properties[column] ?? '');
    crs ??= text.match(WKT)?.[1] && `EPSG:${text.match(WKT)![1]}`;
    return { ...feature, geometry: geometryOf(text) };
  });
  return { ...table, features, columns: table.columns.filter((name) => name !== column), ...(crs ? { crs } : {}) };
}

function geometryOf(text: string): GeoJSON.Geometry | null {
  try {
    return wktToGeoJSON(text.replace(/^\s*SRID=\d+;/i, ''));
  } catch {
    return null;
  }
}

function firstFilled(features: readonly RawFeature[], column: string): unknown {
  return features.slice(0, 50).find(({ properties }) => isFilled(properties[column]))?.properties[column];
}

/** Column names as written; an empty one gets its number, a repeated one a suffix, so that none hides another. */
function uniqueNames(header: readonly unknown[]): string[] {
  const seen = new Map<string, number>();
  return header.map((raw, index) => {
    const name =
      String(raw ?? '')
        .replace(/\s+/g, ' ')
        .trim() || `#${index + 1}`;
    const times = (seen.get(name) ?? 0) + 1;
    seen.set(name, times);
    return times === 1 ? name : `${name} (${times})`;
  });
}

function isFilled(cell: unknown): boolean {
  return cell !== null && cell !== undefined && String(cell).trim() !== '';
}

function isWord(cell: unknown): boolean {
  return typeof cell === 'string' && !/^[-+]?[\d.,/:\s-]+$/.test(cell.trim());
}

function isEmptyRow(cells: readonly unknown[]): boolean {
  return !cells.some(isFilled);
}
