import type { Rejection } from '../mapping/import-plan';
import { BYTE_ORDER_MARK, csvLine } from './csv-rows';

/** The words of the list: its headers, and the sentence for what is wrong with a row. */
export interface RejectionWords {
  readonly row: string;
  readonly column: string;
  /** Header of whether the record or only the value was left out. */
  readonly left: string;
  readonly wholeRecord: string;
  readonly valueOnly: string;
  readonly reason: string;
  reasonOf(rejection: Rejection): string;
}

/** What an import left out as CSV that Excel opens: row, column, record or value, reason. */
export function rejectionsCsv(rejections: readonly Rejection[], words: RejectionWords): Uint8Array<ArrayBuffer> {
  const lines = rejections.map((rejection) =>
    csvLine([rejection.row, rejection.column, leftOf(rejection, words), words.reasonOf(rejection)]),
  );
  const header = csvLine([words.row, words.column, words.left, words.reason]);
  return new TextEncoder().encode(`${BYTE_ORDER_MARK}${header}${lines.join('')}`);
}

/** Nothing where a slip was only put right. */
function leftOf({ whole, mended }: Rejection, words: RejectionWords): string {
  if (mended) return '';
  return whole ? words.wholeRecord : words.valueOnly;
}
