/**
 * Spreadsheets run a cell of CSV that begins like a formula. An apostrophe before it, which Excel and LibreOffice take as
 * "this is text", keeps it text; the same apostrophe is taken off when such a file is read.
 */
const FORMULA = /^[=+\-@\t\r]/;
const NUMBER = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;
const APOSTROPHE = 0x27;
const GUARDED = /^'+[=+\-@\t\r]/;

/** Text of a cell so that no spreadsheet runs it; numbers, also negative ones, stay as they are. */
export function guarded(text: string): string {
  if (FORMULA.test(text)) return NUMBER.test(text) ? text : `'${text}`;
  // A text that looks guarded by itself gets one more, so that reading gives it back.
  return GUARDED.test(text) ? `'${text}` : text;
}

/** What `guarded` was given. */
export function unguarded(text: string): string {
  return text.charCodeAt(0) === APOSTROPHE && GUARDED.test(text) ? text.slice(1) : text;
}
