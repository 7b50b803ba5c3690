/** One to five ascending numbers above 0; null when the text is something else. */
export function parseThresholds(text: string): number[] | null {
  const values = text
    .split(/[,，、\s]+/)
    .filter(Boolean)
    .map(Number);
  const fit = values.length >= 1 && values.length <= 5 && values.every((value) => value > 0 && Number.isFinite(value));
  return fit ? [...new Set(values)].sort((a, b) => a - b) : null;
}
