import { issueOf } from '../../base/issue';
import { Chunks } from './chunks';
import type { Room } from './limits';
import type { Pace } from './pace';
import { type SourceFile, UnreadableFile } from './reader';

const PACE_BYTES = 4_000_000;
/** Of header and trailer. */
const LEAST_BYTES = 18;

export function isGzip(head: Uint8Array): boolean {
  return head[0] === 0x1f && head[1] === 0x8b && head[2] === 8;
}

/**
 * What a gzip file holds. Throws `read.packed` for a broken one, `read.zipBomb` for one that unpacks to more than can be
 * read.
 */
export async function gunzipped({ name, bytes }: SourceFile, pace: Pace, room: Room): Promise<SourceFile> {
  const broken = new UnreadableFile(issueOf('read.packed', { file: name }));
  if (bytes.length < LEAST_BYTES) throw broken;
  const chunks = new Chunks();
  // The size at the file's end is only good for telling the progress.
  const size = Math.max(1, new DataView(bytes.buffer, bytes.byteOffset).getUint32(bytes.length - 4, true));
  const stream = new Blob([bytes as Uint8Array<ArrayBuffer>]).stream().pipeThrough(new DecompressionStream('gzip'));
  const reader = stream.getReader();
  try {
    let told = 0;
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw broken;
      });
      if (done) break;
      room.take(name, value.length);
      chunks.add(value);
      if (chunks.size - told < PACE_BYTES) continue;
      told = chunks.size;
      await pace.at(told / size);
    }
  } finally {
    reader.cancel().catch(() => undefined);
  }
  return { name: name.replace(/\.gz$/i, ''), bytes: chunks.joined() };
}
