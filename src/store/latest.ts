/**
 * Runs one job at a time and, while it runs, keeps only the newest request: a slider or a drag asks far more often
 * than the engine answers, and only its last position matters.
 */
export class Latest<Input> {
  private running = false;
  private next: { readonly input: Input } | null = null;

  constructor(private readonly run: (input: Input) => Promise<void>) {}

  request(input: Input): void {
    this.next = { input };
    if (!this.running) void this.drain();
  }

  /** Forgets what has not started yet. */
  cancel(): void {
    this.next = null;
  }

  private async drain(): Promise<void> {
    this.running = true;
    try {
      while (this.next) {
        const { input } = this.next;
        this.next = null;
        await this.run(input);
      }
    } finally {
      this.running = false;
    }
  }
}
