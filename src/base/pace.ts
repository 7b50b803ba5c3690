export interface PaceOptions {
  /** Hears the share of the work that is done, 0 to 1. */
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** Lets long work be watched and stopped: now and then it tells how far it is and gives other tasks a turn. */
export class Pace {
  private done = 0;
  private told = 0;

  /** @param total steps of the whole work; @param every steps between two turns for others */
  constructor(
    private readonly total: number,
    private readonly options: PaceOptions = {},
    private readonly every = 4000,
  ) {}

  /** After each step. Throws the signal's reason when the work was stopped. */
  async step(): Promise<void> {
    if (++this.done - this.told < this.every) return;
    this.told = this.done;
    this.options.onProgress?.(Math.min(1, this.done / Math.max(1, this.total)));
    await new Promise((resolve) => setTimeout(resolve, 0));
    this.options.signal?.throwIfAborted();
  }
}
