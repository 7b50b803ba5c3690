/**
 * Something that went wrong or deserves a word, as data: the sentence itself is in the text catalogues
 * under `issue.<code>`, so that app and command line say the same in both languages.
 */
export interface Issue {
  /** Key below `issue.` in src/text/<language>/issue.json. */
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'note';
  /** Values that the sentence names: file, row, column, value, limit … */
  readonly params: Readonly<Record<string, string | number>>;
}

export function issueOf(code: string, params: Issue['params'] = {}, severity: Issue['severity'] = 'error'): Issue {
  return { code, severity, params };
}
