/** A number of degrees: 121.47, 121°28′12.5″E, N31°13.5′, 东经121度28分12.5秒, 121-28-12.5; null for anything else. */
export function parseAngle(cell: unknown): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (cell === null || cell === undefined) return null;
  const text = String(cell).trim();
  if (PLAIN.test(text)) return Number(text);
  return parseWritten(
    text
      .normalize('NFKC')
      .replace(/[\u2032\u2019´`]/g, "'")
      .replace(/[\u2033\u201d]|''/g, '"'),
  );
}

const PLAIN = /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i;
const WRITTEN =
  /^([NSEW]|[东西南北][经纬緯經]|[东西南北東])?\s*([-+]?\d+(?:\.\d+)?)\s*(?:[°度:\s-]\s*(?:(\d+(?:\.\d+)?)\s*(?:['分:\s-]\s*(?:(\d+(?:\.\d+)?)\s*["秒]?)?)?)?)?\s*([NSEW]|[东西南北][经纬]?)?$/i;

function parseWritten(text: string): number | null {
  const match = text.match(WRITTEN);
  if (!match) return decimalComma(text);
  const [, before, degrees, minutes = '0', seconds = '0', after] = match;
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return null;
  const size = Math.abs(Number(degrees)) + Number(minutes) / 60 + Number(seconds) / 3600;
  const negative = degrees!.startsWith('-') || /[SW南西]/i.test(`${before ?? ''}${after ?? ''}`);
  return negative ? -size : size;
}

function decimalComma(text: string): number | null {
  return /^[-+]?\d+,\d+$/.test(text) ? Number(text.replace(',', '.')) : null;
}

/** Both numbers of one cell: "31.22, 121.47", "121.47 31.22", "(121.47，31.22)", 31°13′N 121°28′E; null for anything else. */
export function parsePair(cell: unknown): readonly [number, number] | null {
  const text = String(cell ?? '')
    .normalize('NFKC')
    .replace(/[()[\]]/g, '')
    .trim();
  const parts = text.split(/\s*[,;、|]\s*/);
  const halves = parts.length === 2 ? parts : splitInHalf(text);
  if (!halves) return null;
  const first = parseAngle(halves[0]);
  const second = parseAngle(halves[1]);
  return first === null || second === null ? null : [first, second];
}

function splitInHalf(text: string): [string, string] | null {
  const letters = text.match(/^(.*?[NSEW])\s*(?=[\d])(.*)$/i) ?? text.match(/^([NSEW].*?)\s+([NSEW].*)$/i);
  if (letters) return [letters[1]!, letters[2]!];
  const words = text.split(/\s+/);
  return words.length === 2 ? [words[0]!, words[1]!] : null;
}
