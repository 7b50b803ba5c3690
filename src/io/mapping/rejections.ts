import { type Issue, issueOf } from '../../base/issue';
import type { Rejection, UnknownWord } from './import-plan';
import { folded } from './names';

/** Longer lists nobody reads; the counts go on. */
const MOST_LISTED = 100_000;
const MOST_WORDS = 200;

/** Notes what stays outside while records are made: every case counted, the first hundred thousand listed. */
export class Rejections {
  readonly list: Rejection[] = [];
  private records = 0;
  private values = 0;
  private mended = 0;
  private readonly words = new Map<string, { field: string; word: string; count: number }>();

  get counts() {
    return { records: this.records, values: this.values, mended: this.mended };
  }

  /** Words for codes that nobody knows, the most frequent first. */
  get unknown(): UnknownWord[] {
    return [...this.words.values()].sort((a, b) => b.count - a.count);
  }

  leaveOut(row: number, issue: Issue, column = columnOf(issue)): void {
    this.records++;
    this.add({ row, issue, whole: true, ...(column ? { column } : {}) });
  }

  leaveValue(row: number, column: string, issue: Issue): void {
    this.values++;
    if (issue.code === 'field.choice') this.noteWord(String(issue.params.field), String(issue.params.value));
    this.add({ row, column, issue, whole: false });
  }

  /** Nothing is left out: a slip was put right, or the record deserves a look. */
  remark(row: number, code: string, params: Issue['params'] = {}): void {
    this.mended++;
    this.add({ row, issue: issueOf(code, params, 'warning'), whole: false, mended: true });
  }

  private add(rejection: Rejection): void {
    if (this.list.length < MOST_LISTED) this.list.push(rejection);
  }

  private noteWord(field: string, word: string): void {
    const key = `${field} ${folded(word)}`;
    const known = this.words.get(key);
    if (known) known.count++;
    else if (this.words.size < MOST_WORDS) this.words.set(key, { field, word, count: 1 });
  }
}

function columnOf({ params }: Issue): string | undefined {
  return params.column === undefined ? undefined : String(params.column);
}
