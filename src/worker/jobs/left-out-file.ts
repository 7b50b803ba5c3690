import type { Rejection } from '../../io/mapping/import-plan';
import { rejectionsCsv } from '../../io/writers/rejections-csv';
import { type Language, sentence } from '../../text/speak';
import type { ImportDesk, ImportPick } from '../import-desk';

/** Headers and words of the list that is saved. */
const WORDS = {
  'zh-CN': { row: '行', column: '列', left: '略去', wholeRecord: '整条记录', valueOnly: '仅此值', reason: '原因' },
  en: { row: 'row', column: 'column', left: 'left out', wholeRecord: 'record', valueOnly: 'value', reason: 'reason' },
} as const satisfies Record<Language, object>;

/** What an import leaves out as CSV, row by row with the reason in words. */
export async function leftOutFile(
  desk: ImportDesk,
  picks: readonly ImportPick[],
  language: Language,
): Promise<Uint8Array<ArrayBuffer>> {
  const rejections: Rejection[] = [];
  const origin = new Map<Rejection, { readonly file: string; readonly entity: string }>();
  for (const { choices, ...ref } of picks) {
    const converted = await desk.convert(ref, choices);
    if (!converted.ok) continue;
    const from = { file: desk.fileName(ref), entity: choices.entity };
    for (const rejection of converted.value.rejections) {
      origin.set(rejection, from);
      rejections.push(rejection);
    }
  }
  return rejectionsCsv(rejections, {
    ...WORDS[language],
    reasonOf: (rejection) => {
      const { issue, row } = rejection;
      return sentence({ ...issue, params: { ...origin.get(rejection), row, ...issue.params } }, language);
    },
  });
}
