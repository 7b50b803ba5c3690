import { isFilled } from './cells';

type Cells = readonly unknown[];

/** What the first rows of a table say of its columns. */
export interface Header {
  readonly columns: readonly string[];
  /** Index of the first row of data. */
  readonly dataAt: number;
  /** Index of a second line of names that was not joined to the first: other words or units for the same columns. */
  readonly passedOver?: number;
  /** No row names the columns: they are numbered. */
  readonly missing?: boolean;
}

/** Titles and notes above the header fill less than this share of what well-filled rows do. */
const FULL = 0.6;
const WELL_FILLED = 0.75;

/**
 * Finds the header among a table's first rows: the first full one, when its cells are words. Two lines of names are
 * joined where the first has the groups, and the second alone is passed over where the first is complete.
 */
export function headerOf(rows: readonly Cells[]): Header {
  const filled = rows.map((cells) => cells.filter(isFilled).length);
  const usual = filled.filter((count) => count > 0).sort((a, b) => a - b);
  const width = usual[Math.floor(WELL_FILLED * usual.length)] ?? 0;
  const at = filled.findIndex((count) => count > 0 && count >= FULL * width);
  const first = rows[at] ?? [];
  if (!isHeader(first)) return { columns: uniqueNames(rows[at]?.map(() => '') ?? []), dataAt: at, missing: true };
  const second = rows[at + 1];
  const below = rows.slice(at + 2, at + 12);
  if (!second || !isNamesToo(second, below)) return { columns: uniqueNames(first), dataAt: at + 1 };
  if (fillsHoles(first, second)) return { columns: uniqueNames(joinedNames(first, second)), dataAt: at + 2 };
  return { columns: uniqueNames(first), dataAt: at + 2, passedOver: at + 1 };
}

/** Words throughout; or mostly words and no coordinate among them, as in a column named 2023. */
function isHeader(cells: Cells): boolean {
  const filled = cells.filter(isFilled);
  const words = filled.filter(isWord).length;
  if (words === filled.length) return filled.length > 0;
  return words >= filled.length / 2 && !filled.some((cell) => !isWord(cell) && !/^\s*\d{1,4}\s*$/.test(String(cell)));
}

/** All words, and above columns that hold nothing but numbers. */
function isNamesToo(cells: Cells, below: readonly Cells[]): boolean {
  if (cells.filter(isFilled).length < 2 || !cells.every((cell) => !isFilled(cell) || isWord(cell))) return false;
  return cells.some((cell, k) => {
    const column = below.map((row) => row[k]).filter(isFilled);
    return isFilled(cell) && column.length > 0 && !column.some(isWord);
  });
}

/** Merged cells leave holes: in the first line beside the name of a group, in the second below a name without parts. */
function fillsHoles(first: Cells, second: Cells): boolean {
  return second.some((cell, k) => isFilled(cell) && !isFilled(first[k]));
}

function joinedNames(first: Cells, second: Cells): string[] {
  const width = Math.max(first.length, second.length);
  const parts = Array.from({ length: width }, (_, k) => (isFilled(second[k]) ? String(second[k]) : ''));
  let group = '';
  return parts.map((part, k) => {
    if (isFilled(first[k])) group = String(first[k]);
    if (part === '') return isFilled(first[k]) ? group : '';
    return parts.filter((other) => other === part).length > 1 ? `${group} ${part}` : part;
  });
}

/** Column names as written; an empty one gets its number, a repeated one a suffix, so that none hides another. */
function uniqueNames(header: Cells): string[] {
  const taken = new Set<string>();
  return header.map((raw, index) => {
    const name =
      String(raw ?? '')
        .replace(/\s+/g, ' ')
        .trim() || `#${index + 1}`;
    let unique = name;
    for (let times = 2; taken.has(unique); times++) unique = `${name} (${times})`;
    taken.add(unique);
    return unique;
  });
}

function isWord(cell: unknown): boolean {
  return typeof cell === 'string' && !/^\s*[-+]?[\d.,/:\s°′″'"-]+\s*[NSEWnsew]?\s*$/.test(cell);
}
