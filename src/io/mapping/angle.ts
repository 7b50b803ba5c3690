/** A number of degrees: 121.47, 121°28′12.5″E, N31°13.5′, 东经121度28分12.5秒, 121-28-12.5; null for anything else. */
export function parseAngle(cell: unknown): number | null {
  if (typeof cell === 'number') return Number.isFinite(cell) ? cell : null;
  if (cell === null || cell === undefined) return null;
  const text = String(cell).trim();
  if (PLAIN.test(text)) return Number(text);
  return text.length > LONGEST ? null : parseWritten(plainSigns(text));
}

/** Which of the two a text with letters names first: "31°13′N …" is the latitude; null without letters. */
export function letteredAxis(text: string): 'lon' | 'lat' | null {
  const first = plainSigns(text).match(/[NSEW]|[东東西南北](?=[经纬經緯])/i)?.[0];
  if (first === undefined) return null;
  return /[EW东東西]/i.test(first) ? 'lon' : 'lat';
}

/** No angle is written longer; a cell of prose is not worth a look. */
const LONGEST = 60;

/** Primes before folding: NFKC would take the double prime apart. */
function plainSigns(text: string): string {
  return text
    .replace(/[\u2033\u201c\u201d\uff02]|''|\u2032\u2032/g, '"')
    .replace(/[\u2032\u2018\u2019\uff07´`]/g, "'")
    .replace(/[º˚]/g, '°')
    .normalize('NFKC')
    .replace(/\u2212/g, '-');
}

const PLAIN = /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i;
const WRITTEN =
  /^([NSEW]|[东東西南北][经纬經緯]?)?\s*([-+]?\d+(?:\.\d+)?)\s*(?:[°度:\s-]\s*(?:(\d+(?:\.\d+)?)\s*(?:['分:\s-]\s*(?:(\d+(?:\.\d+)?)\s*["秒]?)?)?)?)?\s*([NSEW]|[东東西南北][经纬經緯]?)?$/i;

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
  const raw = String(cell ?? '');
  if (raw.length > 2 * LONGEST) return null;
  const text = plainSigns(raw)
    .replace(/[()[\]]/g, '')
    .replace(/(?:lat(?:itude)?|lon(?:gitude)?|lng|经度|纬度)\s*[:=]?/gi, ' ')
    .trim();
  const parts = text.split(/\s*[,;、|]\s*/);
  const halves = parts.length === 2 ? parts : splitInHalf(text);
  if (!halves) return null;
  const first = parseAngle(halves[0]);
  const second = parseAngle(halves[1]);
  return first === null || second === null ? null : [first, second];
}

function splitInHalf(text: string): [string, string] | null {
  const letters =
    text.match(/^([NSEW].*?)\s*([NSEW].*)$/i) ??
    text.match(/^(.+?[NSEW])\s*(.+)$/i) ??
    text.match(/^([东東西].*?)\s*([南北].*)$/) ??
    text.match(/^([南北].*?)\s*([东東西].*)$/);
  if (letters) return [letters[1]!, letters[2]!];
  const words = text.split(/\s+/);
  return words.length === 2 ? [words[0]!, words[1]!] : null;
}
