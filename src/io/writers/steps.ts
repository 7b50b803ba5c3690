import { Pace } from '../readers/pace';
import type { Watching } from './writer';

/** Records between two looks around. */
const EVERY = 4000;

/** Counts the records of a long writing, so that its progress is told and it can be stopped. */
export class Steps {
  private done = 0;
  private readonly pace: Pace;

  constructor(
    private readonly total: number,
    watching: Watching,
  ) {
    this.pace = new Pace(watching);
  }

  /** After each record. Throws the signal's reason when the writing was stopped. */
  async step(): Promise<void> {
    if (++this.done % EVERY === 0) await this.pace.at(this.done / Math.max(1, this.total));
  }
}
