import { type Issue, issueOf } from '../../base/issue';
import { UnreadableFile } from './reader';

/**
 * The most bytes of content, unpacked, that are read of one file: as CSV some two million rows or 1.1 GB of records, as
 * shapes 1.2 GB, which a browser's tab bears (bench/import).
 */
export const MOST_CONTENT_BYTES = 250_000_000;
/** Workbooks and KML are held as a whole tree while they are read, some ten times their text: 200,000 rows of a ledger. */
export const MOST_TREE_BYTES = 150_000_000;

/** `read.tooLarge` or, for a tree, `read.treeTooLarge` for more than `most` bytes. */
export function tooLarge(file: string, bytes: number, most = MOST_CONTENT_BYTES): Issue | null {
  if (bytes <= most) return null;
  const megabytes = (count: number): number => Math.round(count / 1e6);
  const code = most === MOST_TREE_BYTES ? 'read.treeTooLarge' : 'read.tooLarge';
  return issueOf(code, { file, size: megabytes(bytes), most: megabytes(most) });
}

/** Throws the same. */
export function checkSize(file: string, bytes: number, most = MOST_CONTENT_BYTES): void {
  const issue = tooLarge(file, bytes, most);
  if (issue) throw new UnreadableFile(issue);
}

/** Room for what is unpacked in one reading, archives within archives and all. */
export class Room {
  private left = MOST_CONTENT_BYTES;

  /** Throws `read.zipBomb` when there is not so much room. */
  check(file: string, bytes: number): void {
    if (bytes > this.left)
      throw new UnreadableFile(issueOf('read.zipBomb', { file, most: Math.round(MOST_CONTENT_BYTES / 1e6) }));
  }

  /** Throws as `check` does. */
  take(file: string, bytes: number): void {
    this.check(file, bytes);
    this.left -= bytes;
  }
}
