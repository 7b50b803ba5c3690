import { analyse } from 'chardet';
import { issueOf } from '../../base/issue';
import { type SourceFile, UnreadableFile } from './reader';

export interface DecodedText {
  readonly text: string;
  /** Label of the Encoding Standard, such as `gb18030`. */
  readonly encoding: string;
}

/** Double-byte encodings of East Asia that brigades' files come in, the likeliest first. */
const EAST_ASIAN = ['gb18030', 'big5', 'euc-kr'] as const;
/** Characters that headers and values of such files are full of. */
const COMMON: Readonly<Record<(typeof EAST_ASIAN)[number], RegExp>> = {
  gb18030: /[的一是号编名称状态地址经纬度路街消火栓完好损坏日期类型流量压力单位]/g,
  big5: /[的一是號編名稱狀態地址經緯度路街消火栓完好損壞日期類型流量壓力單位]/g,
  'euc-kr': /[가-힣]/g,
};
const SAMPLE_BYTES = 262_144;

/**
 * The file's text, without a byte order mark. Throws `UnreadableFile` for an empty file (`read.empty`) and for bytes that
 * are text in no encoding known here (`read.encoding`).
 */
export function textOf(file: SourceFile): string {
  return decoded(file).text;
}

export function decoded({ name, bytes }: SourceFile): DecodedText {
  const encoding = encodingOf(bytes);
  if (!encoding) throw new UnreadableFile(issueOf('read.encoding', { file: name }));
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.trim() === '') throw new UnreadableFile(issueOf('read.empty', { file: name }));
  return { text, encoding };
}

/** The encoding of text by its bytes; null when they look like no text. */
export function encodingOf(bytes: Uint8Array): string | null {
  const marked = markOf(bytes);
  if (marked) return marked;
  const sample = bytes.subarray(0, SAMPLE_BYTES);
  const wide = wideOf(sample);
  if (wide) return wide;
  if (sample.includes(0)) return null;
  if (isUtf8(bytes)) return 'utf-8';
  return eastAsianOf(sample) ?? 'windows-1252';
}

/** The beginning of a file as far as it is text, for sniffing. */
export function headText(head: Uint8Array): string {
  const beginning = head.subarray(0, 4096);
  return new TextDecoder(encodingOf(beginning) ?? 'utf-8').decode(beginning).trimStart();
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** UTF-16 without a mark: every second byte of plain text is nought. */
function wideOf(sample: Uint8Array): string | null {
  const length = Math.min(sample.length, 4096) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < length; i += 2) {
    if (sample[i] === 0) even++;
    if (sample[i + 1] === 0) odd++;
  }
  if (odd > 0.15 * length && even < 0.01 * length) return 'utf-16le';
  return even > 0.15 * length && odd < 0.01 * length ? 'utf-16be' : null;
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    // Streaming passes over a last character that was cut.
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Decodes in each and weighs replacement characters, common words and chardet's statistics of character frequency. */
function eastAsianOf(sample: Uint8Array): string | null {
  const statistics = new Map(analyse(sample).map(({ name, confidence }) => [name.toLowerCase(), confidence / 100]));
  const scored = EAST_ASIAN.map((encoding) => {
    const text = new TextDecoder(encoding).decode(sample);
    const foreign = text.match(/[\u0080-\uffff]/g)?.length ?? 0;
    // A sample may end within a character.
    const broken = Math.max(0, (text.match(/\ufffd|[\ue000-\uf8ff]/g)?.length ?? 0) - 1);
    const common = text.match(COMMON[encoding])?.length ?? 0;
    const share = foreign > 0 ? common / foreign : 0;
    return { encoding, broken: broken / Math.max(1, foreign), score: share + (statistics.get(encoding) ?? 0) };
  });
  const possible = scored.filter(({ broken }) => broken < 0.02).sort((a, b) => b.score - a.score);
  return possible[0]?.encoding ?? null;
}
