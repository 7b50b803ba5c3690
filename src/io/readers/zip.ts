import type { FileEntry, ZipReader } from '@zip.js/zip.js/lib/zip-core-external.js';
import { issueOf } from '../../base/issue';
import { Chunks } from './chunks';
import type { Room } from './limits';
import type { Pace } from './pace';
import { type SourceFile, UnreadableFile } from './reader';
import { encodingOf } from './text';

const MOST_FILES = 5000;
const PACE_BYTES = 4_000_000;

type Wanted = (name: string) => boolean;
type Take = (name: string, piece: Uint8Array) => void;

export function isZip(head: Uint8Array): boolean {
  return head[0] === 0x50 && head[1] === 0x4b && (head[2] === 3 || head[2] === 5);
}

/** An archive whose table of contents was read. */
export class Archive {
  private constructor(
    private readonly file: SourceFile,
    private readonly entries: ReadonlyMap<string, FileEntry>,
  ) {}

  /** Throws `read.zip` for a broken archive or one with files without number. */
  static async open(file: SourceFile): Promise<Archive> {
    const { configure, Uint8ArrayReader, ZipReader } = await import('@zip.js/zip.js/lib/zip-core-external.js');
    configure({ useWebWorkers: false });
    const reader: ZipReader<unknown> = new ZipReader(new Uint8ArrayReader(file.bytes));
    const entries: FileEntry[] = [];
    try {
      for await (const entry of reader.getEntriesGenerator()) {
        if (!entry.directory) entries.push(entry);
        if (entries.length > MOST_FILES) throw new Error('Too many files');
      }
    } catch {
      throw new UnreadableFile(issueOf('read.zip', { file: file.name }));
    }
    return new Archive(file, named(entries));
  }

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  /**
   * The files that are wanted. Throws `read.zip` for damaged ones, `read.password` for locked ones, `read.zipBomb` when
   * more comes out than there is room for, whatever the table of contents says.
   */
  async contents(wanted: Wanted, pace: Pace, room: Room): Promise<SourceFile[]> {
    const found = new Map<string, Chunks>();
    await this.unpack(wanted, pace, room, (name, piece) => {
      const chunks = found.get(name) ?? new Chunks();
      chunks.add(piece);
      found.set(name, chunks);
    });
    return [...found].map(([name, chunks]) => ({ name, bytes: chunks.joined() }));
  }

  /** The unpacked size of the files that are wanted, found by unpacking them. Throws as `contents` does. */
  async measure(wanted: Wanted, pace: Pace, room: Room): Promise<number> {
    let size = 0;
    await this.unpack(wanted, pace, room, (_, piece) => {
      size += piece.length;
    });
    return size;
  }

  private async unpack(wanted: Wanted, pace: Pace, room: Room, take: Take): Promise<void> {
    const chosen = [...this.entries].filter(([name]) => wanted(name));
    const declared = Math.max(
      1,
      chosen.reduce((sum, [, { uncompressedSize }]) => sum + uncompressedSize, 0),
    );
    room.check(this.file.name, declared);
    let total = 0;
    let told = 0;
    for (const [name, entry] of chosen) {
      await this.unpackOne(entry, async (piece) => {
        total += piece.length;
        room.take(this.file.name, piece.length);
        take(name, piece);
        if (total - told < PACE_BYTES) return;
        told = total;
        await pace.at(total / declared);
      });
    }
  }

  private async unpackOne(entry: FileEntry, take: (piece: Uint8Array) => Promise<void>): Promise<void> {
    if (entry.encrypted) throw new UnreadableFile(issueOf('read.password', { file: this.file.name }));
    // An error of the taker's comes out of the library as one of its own.
    let stopped: unknown;
    const write = (piece: Uint8Array): Promise<void> =>
      take(piece).catch((error: unknown) => {
        stopped = error;
        throw error;
      });
    try {
      await entry.getData(new WritableStream({ write }), { checkSignature: true });
    } catch {
      throw stopped ?? new UnreadableFile(issueOf('read.zip', { file: this.file.name }));
    }
  }
}

/** Files by name. Windows in China writes names in its own code page and does not say so. */
function named(entries: readonly FileEntry[]): ReadonlyMap<string, FileEntry> {
  const raw = entries.filter(({ filenameUTF8 }) => !filenameUTF8).flatMap(({ rawFilename }) => [...rawFilename, 10]);
  const decoder = new TextDecoder(encodingOf(Uint8Array.from(raw)) ?? 'utf-8');
  return new Map(
    entries.map((entry) => [entry.filenameUTF8 ? entry.filename : decoder.decode(entry.rawFilename), entry]),
  );
}
