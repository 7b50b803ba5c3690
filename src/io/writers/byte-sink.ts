const encoder = new TextEncoder();
/** Text is encoded in pieces of about this many characters: one string for a whole file could grow past what engines allow. */
const PIECE = 1 << 18;

/** Collects text and bytes of a file that is written from front to back. */
export class ByteSink {
  private readonly pieces: Uint8Array[] = [];
  private pending: string[] = [];
  private characters = 0;
  private size = 0;

  text(text: string): this {
    this.pending.push(text);
    this.characters += text.length;
    if (this.characters >= PIECE) this.flush();
    return this;
  }

  bytes(bytes: Uint8Array): this {
    this.flush();
    this.pieces.push(bytes);
    this.size += bytes.length;
    return this;
  }

  take(): Uint8Array<ArrayBuffer> {
    this.flush();
    const whole = new Uint8Array(this.size);
    let at = 0;
    for (const piece of this.pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }

  private flush(): void {
    if (this.characters === 0) return;
    const piece = encoder.encode(this.pending.join(''));
    this.pending = [];
    this.characters = 0;
    this.pieces.push(piece);
    this.size += piece.length;
  }
}
