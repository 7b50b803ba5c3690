export function isFilled(cell: unknown): boolean {
  return typeof cell === 'string' ? cell !== '' && cell.trim() !== '' : cell !== null && cell !== undefined;
}

export function isEmptyRow(cells: readonly unknown[]): boolean {
  for (const cell of cells) if (isFilled(cell)) return false;
  return true;
}
