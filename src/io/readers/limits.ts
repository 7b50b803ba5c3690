import { type Issue, issueOf } from '../../base/issue';
import { UnreadableFile } from './reader';

/**
 * The most bytes of content that are read, unpacked, of one file. Records of this much text take some 2.5 GB, which a
 * browser's tab still bears; measured by `npm run bench` (bench/import).
 */
export const MOST_CONTENT_BYTES = 250_000_000;
/** Workbooks and KML are held as a whole tree while they are read: some ten times their text. */
export const MOST_TREE_BYTES = 120_000_000;

/** `read.tooLarge` for more than `most` bytes. */
export function tooLarge(file: string, bytes: number, most = MOST_CONTENT_BYTES): Issue | null {
  if (bytes <= most) return null;
  const megabytes = (count: number): number => Math.round(count / 1e6);
  return issueOf('read.tooLarge', { file, size: megabytes(bytes), most: megabytes(most) });
}

/** Throws `read.tooLarge` for more than `most` bytes. */
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
