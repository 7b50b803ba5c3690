import { type UnzipFileInfo, unzip } from 'fflate';
import { issueOf } from '../../base/issue';
import { type SourceFile, UnreadableFile } from './reader';

/** What comes out of an archive may be this large in all, and this many times the archive: beyond is a trap. */
const MOST_BYTES = 1_500_000_000;
const MOST_RATIO = 200;
const MOST_FILES = 5000;

export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);
}

/**
 * The files of an archive that are wanted. Throws `read.zip` for a broken archive, `read.zipBomb` for one that would
 * unpack to far more than it is, `read.password` for one that is locked.
 */
export async function unzipped(file: SourceFile, wanted: (name: string) => boolean): Promise<SourceFile[]> {
  const limit = Math.min(MOST_BYTES, Math.max(50_000_000, file.bytes.length * MOST_RATIO));
  let total = 0;
  let count = 0;
  const filter = ({ name, originalSize }: UnzipFileInfo): boolean => {
    if (name.endsWith('/') || /(^|\/)(__MACOSX|\.)/.test(name) || !wanted(name)) return false;
    total += originalSize;
    count++;
    if (total > limit || count > MOST_FILES) throw new UnreadableFile(issueOf('read.zipBomb', { file: file.name }));
    return true;
  };
  if (isLocked(file.bytes)) throw new UnreadableFile(issueOf('read.password', { file: file.name }));
  try {
    const entries = await new Promise<Record<string, Uint8Array>>((resolve, reject) =>
      unzip(file.bytes, { filter }, (error, found) => (error ? reject(error) : resolve(found))),
    );
    return Object.entries(entries).map(([name, bytes]) => ({ name, bytes }));
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    throw new UnreadableFile(issueOf('read.zip', { file: file.name }));
  }
}

/** Bit 0 of the flags of the first entry. */
function isLocked(bytes: Uint8Array): boolean {
  return bytes.length > 8 && isZip(bytes) && (bytes[6]! & 1) === 1;
}
