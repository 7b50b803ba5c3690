import { Zip, ZipDeflate } from 'fflate';

/** Writes an archive entry by entry in the same thread: the library's own threads are started from blobs, which the app's security policy forbids. */
export class ZipSink {
  private readonly pieces: Uint8Array[] = [];
  private size = 0;
  private readonly zip = new Zip((error, piece) => {
    if (error) throw error;
    this.pieces.push(piece);
    this.size += piece.length;
  });

  /** A whole file. */
  add(name: string, bytes: Uint8Array): void {
    const entry = this.entry(name);
    entry.write(bytes);
    entry.end();
  }

  /** A file that is written in pieces; one at a time. */
  entry(name: string): { write(bytes: Uint8Array): void; end(): void } {
    const stream = new ZipDeflate(name, { level: 6 });
    stream.mtime = FIXED_TIME;
    this.zip.add(stream);
    return { write: (bytes) => stream.push(bytes), end: () => stream.push(new Uint8Array(0), true) };
  }

  take(): Uint8Array<ArrayBuffer> {
    this.zip.end();
    const whole = new Uint8Array(this.size);
    let at = 0;
    for (const piece of this.pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }
}

/** The same records give the same bytes: no clock. The earliest day that an archive can name. */
const FIXED_TIME = new Date(1980, 0, 1);
