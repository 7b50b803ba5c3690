import type { Rejection } from '../io/mapping/import-plan';
import { rejectionsCsv } from '../io/writers/rejections-csv';
import en from '../text/en/cli.json';
import { type Language, modelWord, sentence } from '../text/speak';
import zh from '../text/zh-CN/cli.json';
import type { Conversion, ConvertedLayer } from './convert-command';
import { table } from './table';

/** Rejections shown in the terminal; all of them go into the file that `--rejected` names. */
const MOST_SHOWN = 20;

/** The conversion as people read it in a terminal. */
export function printConversion({ output, format, crs, layers }: Conversion, language: Language): string {
  const words = wordsOf(language);
  const rows = layers.map(({ layer, entity, crs: from, read, written, rejections }) => [
    layer ?? '-',
    modelWord(`${entity}.label`, language),
    from,
    String(read),
    String(written),
    String(rejections.filter(({ whole }) => whole).length),
  ]);
  const head = [words.layer, words.entity, words.system, words.read, words.written, words.rejected];
  return `${table([head, ...rows])}\n\n${output} (${format}, ${crs})`;
}

/** What was left out, row by row, for stderr; empty when nothing was. */
export function printRejections(file: string, { layers }: Conversion, language: Language): string {
  const words = wordsOf(language);
  const all = named(file, layers, language);
  if (all.length === 0) return '';
  const rows = all
    .slice(0, MOST_SHOWN)
    .map(({ rejection: { row, column = '-' }, reason }) => [String(row), column, reason]);
  const more = all.length > MOST_SHOWN ? `\n${words.more.replace('{{count}}', String(all.length - MOST_SHOWN))}` : '';
  return `${table([[words.row, words.column, words.reason], ...rows])}${more}\n`;
}

/** All that was left out, for the file that `--rejected` names. */
export function rejectedFile(file: string, { layers }: Conversion, language: Language): Uint8Array {
  const words = wordsOf(language);
  const all = named(file, layers, language);
  const reasons = new Map(all.map(({ rejection, reason }) => [rejection, reason]));
  return rejectionsCsv(
    all.map(({ rejection }) => rejection),
    {
      ...words,
      left: words.leftOut,
      reasonOf: (rejection) => reasons.get(rejection) ?? '',
    },
  );
}

/** With its sentence, and before it the layer where there are several. */
function named(file: string, layers: readonly ConvertedLayer[], language: Language) {
  return layers.flatMap(({ layer, entity, rejections }) =>
    rejections.map((rejection: Rejection) => {
      const { issue, row } = rejection;
      const said = sentence({ ...issue, params: { file, entity, row, ...issue.params } }, language);
      return { rejection, reason: layers.length > 1 ? `[${layer ?? entity}] ${said}` : said };
    }),
  );
}

function wordsOf(language: Language) {
  return (language === 'en' ? en : zh).convert;
}
