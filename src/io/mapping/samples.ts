import type { RawFeature } from '../readers/reader';

/** Cells of a column looked at for guessing. */
const MOST_CELLS = 400;
const MOST_CHARACTERS = 60;

/** Filled cells of a column, spread evenly through the file. */
export function cellsOf(features: readonly RawFeature[], column: string, most = MOST_CELLS): unknown[] {
  const every = Math.max(1, Math.ceil(features.length / most));
  const cells: unknown[] = [];
  for (let k = 0; k < features.length; k += every) {
    const cell = features[k]!.properties[column];
    if (isFilled(cell)) cells.push(cell);
  }
  return cells;
}

/** Up to three different values of a column as people read them. */
export function samplesOf(features: readonly RawFeature[], column: string): string[] {
  const texts = cellsOf(features.slice(0, MOST_CELLS), column).map((cell) =>
    String(typeof cell === 'object' ? JSON.stringify(cell) : cell)
      .trim()
      .slice(0, MOST_CHARACTERS),
  );
  return [...new Set(texts)].slice(0, 3);
}

function isFilled(cell: unknown): boolean {
  return cell !== null && cell !== undefined && String(cell).trim() !== '';
}
