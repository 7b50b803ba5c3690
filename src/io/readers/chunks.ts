/** Pieces of unpacked content that are put together to one. */
export class Chunks {
  private readonly pieces: Uint8Array[] = [];
  private length = 0;

  get size(): number {
    return this.length;
  }

  add(piece: Uint8Array): void {
    this.length += piece.length;
    this.pieces.push(piece);
  }

  joined(): Uint8Array {
    const whole = new Uint8Array(this.length);
    let at = 0;
    for (const piece of this.pieces) {
      whole.set(piece, at);
      at += piece.length;
    }
    return whole;
  }
}
