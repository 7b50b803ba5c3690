import { Compression } from 'pmtiles';

/** Far above any real tile or directory; a file that unfolds to more is damaged or a bomb. */
const MOST_BYTES = 64 * 1024 * 1024;

/** Compressed in a way that browsers cannot undo, or far too large when unpacked. */
export class NotUnpackable extends Error {}

/** Unpacks one piece of a PMTiles file, gzip or plain, and stops at 64 MB. Throws `NotUnpackable`. */
export async function boundedUnpack(packed: ArrayBuffer, compression: Compression): Promise<ArrayBuffer> {
  if (compression === Compression.None || compression === Compression.Unknown) return packed;
  if (compression !== Compression.Gzip) throw new NotUnpackable(`compression ${compression}`);
  const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > MOST_BYTES) {
      await reader.cancel();
      throw new NotUnpackable('too large');
    }
    parts.push(next.value as Uint8Array<ArrayBuffer>);
  }
  return new Blob(parts).arrayBuffer();
}
