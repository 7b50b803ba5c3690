import type { ReadOptions } from './reader';

/**
 * Takes long reading in steps: between two steps the progress is told, a cancelled reading stops and whoever waits for
 * the thread (a message that cancels, above all) gets his turn.
 */
export class Pace {
  constructor(private readonly options: ReadOptions = {}) {}

  /** @param share of the work done, 0 to 1. Throws the signal's reason (an `AbortError`) when reading was cancelled. */
  async at(share: number): Promise<void> {
    this.options.signal?.throwIfAborted();
    this.options.onProgress?.(Math.min(1, Math.max(0, share)));
    await new Promise((resolve) => setTimeout(resolve));
    this.options.signal?.throwIfAborted();
  }

  /** The pace of a part of the work, whose shares run from `from` to `to` of the whole. */
  part(from: number, to: number): Pace {
    const { onProgress, signal } = this.options;
    return new Pace({
      ...(onProgress ? { onProgress: (share) => onProgress(from + share * (to - from)) } : {}),
      ...(signal ? { signal } : {}),
    });
  }
}
