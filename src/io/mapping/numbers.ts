const NUMBER = /[-+]?\d[\d.,' ]*(?:e[-+]?\d+)?/i;
const FRACTION = /(\d+)\s+(\d+)\s*\/\s*(\d+)/;

/**
 * The first number in a text, with decimal point or comma and thousands separated by comma, point, space or apostrophe:
 * "1,234.5", "1.234,5", "12,5", "DN 100", "2 1/2"; null without any.
 */
export function numberIn(text: string): number | null {
  const fraction = text.match(FRACTION);
  if (fraction) return Number(fraction[1]) + Number(fraction[2]) / Number(fraction[3]);
  const match = text.match(NUMBER)?.[0];
  if (!match) return null;
  const value = Number(plain(match.replace(/[ ']+(?=\d{3}(?!\d))/g, '').replace(/[ '].*$/, '')));
  return Number.isFinite(value) ? value : null;
}

/** Digits with at most one point. */
function plain(written: string): string {
  const text = written.replace(/[.,]+$/, '');
  const [comma, point] = [text.lastIndexOf(','), text.lastIndexOf('.')];
  if (comma < 0) return text.indexOf('.') === point ? text : text.replaceAll('.', '');
  if (point >= 0) return comma < point ? text.replaceAll(',', '') : text.replaceAll('.', '').replace(',', '.');
  const thousands = /^[-+]?[1-9]\d{0,2}(?:,\d{3})+$/.test(text);
  return thousands ? text.replaceAll(',', '') : text.replace(',', '.');
}
