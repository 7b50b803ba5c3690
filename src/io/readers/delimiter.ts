const MARKS = [',', '\t', ';', '|', '，'];
const LINES = 30;

/**
 * The separator that cuts the first lines most evenly, or the one that the file names (`sep=;`); blanks in any
 * number where a list is set in columns by them, and a comma where nothing cuts.
 */
export function delimiterOf(text: string): string {
  const named = text.match(/^sep=(.)\s*$/im)?.[1];
  if (named) return named;
  const lines = text
    .slice(0, 20_000)
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, LINES);
  const scored = MARKS.map((mark) => ({ mark, score: evenness(lines, mark) }));
  const best = scored.reduce((a, b) => (b.score > a.score ? b : a));
  if (best.score > 0) return best.mark;
  return isSetInColumns(lines) ? ' ' : ',';
}

/** Surveyors' lists part columns by blanks: the same number in every line, and numbers for the most part. */
function isSetInColumns(lines: readonly string[]): boolean {
  const cells = lines.map((line) => line.trim().split(/[ \u3000]+/));
  const [first = []] = cells;
  const below = cells.slice(1).flat();
  const numbers = below.filter((cell) => /^[-+]?[\d.]+$/.test(cell)).length;
  return first.length > 1 && cells.every(({ length }) => length === first.length) && numbers > below.length / 2;
}

/** Share of lines with the usual number of marks, and a little for many marks: decimal commas cut unevenly. */
function evenness(lines: readonly string[], mark: string): number {
  const counts = lines.map((line) => line.replace(/"[^"]*"/g, '').split(mark).length - 1);
  const usual = [...counts].sort((a, b) => a - b)[counts.length >> 1] ?? 0;
  if (usual === 0) return 0;
  return counts.filter((count) => count === usual).length / counts.length + Math.min(usual, 30) / 100;
}
