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
  'euc-kr': /[이다는의에가을를은한하로고도지사시기인정서대소화전번호름상태경위구동주부리수일자관리원문장치점검]/g,
};
/** A few characters may be words in two encodings: then they are rather Chinese. */
const LIKELIHOOD: Readonly<Record<(typeof EAST_ASIAN)[number], number>> = { gb18030: 0.2, big5: 0, 'euc-kr': 0 };
const SAMPLE_BYTES = 65_536;
const SAMPLES = 4;
/** Damaged text still counts as text: this share of noughts among all bytes, of broken among foreign characters. */
const MOST_NOUGHTS = 0.005;
const MOST_BROKEN = 0.02;
const MOST_BROKEN_UTF8 = 0.1;

/**
 * The file's text, without a byte order mark. Throws `UnreadableFile` for an empty file (`read.empty`) and for bytes that
 * are text in no encoding known here (`read.encoding`).
 */
export function textOf(file: SourceFile): string {
  return decoded(file).text;
}

export function decoded(file: SourceFile): DecodedText {
  const encoding = encodingOfFile(file);
  const text = new TextDecoder(encoding).decode(file.bytes);
  if (text.trim() === '') throw new UnreadableFile(issueOf('read.empty', { file: file.name }));
  return { text, encoding };
}

/** The encoding of a file of text. Throws `read.encoding`. */
export function encodingOfFile({ name, bytes }: SourceFile): string {
  const encoding = encodingOf(bytes);
  if (!encoding) throw new UnreadableFile(issueOf('read.encoding', { file: name }));
  return encoding;
}

/** The encoding of text by its bytes; null when they look like no text. */
export function encodingOf(bytes: Uint8Array): string | null {
  const marked = markOf(bytes);
  if (marked) return marked;
  const wide = wideOf(bytes.subarray(0, 4096));
  if (wide) return wide;
  const sample = foreignSample(bytes);
  if (sample.length === 0) return isMostlyText(bytes.subarray(0, SAMPLE_BYTES)) ? 'utf-8' : null;
  if (!isMostlyText(sample)) return null;
  if (isUtf8(sample)) return 'utf-8';
  return hasLoneForeignBytes(sample) ? 'windows-1252' : (eastAsianOf(sample) ?? 'windows-1252');
}

/** The beginning of a file as far as it is text, for sniffing. */
export function headText(head: Uint8Array): string {
  const beginning = head.subarray(0, 4096);
  // Streaming passes over a last character that was cut.
  return new TextDecoder(encodingOf(beginning) ?? 'utf-8').decode(beginning, { stream: true }).trimStart();
}

function markOf(bytes: Uint8Array): string | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null;
}

/** UTF-16 without a mark: every second byte of plain text is nought. */
function wideOf(sample: Uint8Array): string | null {
  const length = sample.length & ~1;
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

/** Pieces of the file that hold bytes beyond ASCII, whole lines as far as may be: there alone encodings differ. */
function foreignSample(bytes: Uint8Array): Uint8Array {
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < bytes.length && pieces.length < SAMPLES; at++) {
    if (bytes[at]! < 0x80) continue;
    const end = bytes.lastIndexOf(10, at + SAMPLE_BYTES);
    // A line feed is part of no character in any of the encodings.
    const piece = bytes.subarray(at, end > at ? end : at + SAMPLE_BYTES);
    pieces.push(piece);
    at += piece.length;
  }
  return joined(pieces);
}

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  if (pieces.length === 1) return pieces[0]!;
  const all = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

function isMostlyText(sample: Uint8Array): boolean {
  let noughts = 0;
  for (const byte of sample) if (byte === 0) noughts++;
  return noughts <= MOST_NOUGHTS * sample.length;
}

/** A few damaged bytes do not make UTF-8 into something else: of the others most characters would be broken. */
function isUtf8(sample: Uint8Array): boolean {
  // Streaming passes over a last character that was cut.
  const text = new TextDecoder('utf-8').decode(sample, { stream: true });
  const foreign = text.match(/[\u0080-\uffff]/g)?.length ?? 0;
  const broken = text.match(/\ufffd/g)?.length ?? 0;
  return broken <= MOST_BROKEN_UTF8 * foreign;
}

/** Western letters with accents stand alone among plain ones, East Asian characters come in rows. */
function hasLoneForeignBytes(sample: Uint8Array): boolean {
  let alone = 0;
  let runs = 0;
  for (let at = 0; at < sample.length; at++) {
    if (sample[at]! < 0x80) continue;
    const start = at;
    while (sample[at + 1]! >= 0x80) at++;
    runs++;
    if (at === start) alone++;
  }
  return alone > 0.75 * runs;
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
    return {
      encoding,
      broken: broken / Math.max(1, foreign),
      score: share + (statistics.get(encoding) ?? 0) + LIKELIHOOD[encoding],
    };
  });
  const possible = scored.filter(({ broken }) => broken < MOST_BROKEN).sort((a, b) => b.score - a.score);
  return possible[0]?.encoding ?? null;
}
