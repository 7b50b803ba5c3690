import type { Change, ChangeLabel } from '../model/change/change';

/** How a change enters the history: a step of its own, part of the last step, or none at all. */
export type HistoryMode = 'record' | 'squash' | 'ignore';

interface Step {
  readonly forward: Change;
  readonly reverse: Change;
}

/** The undo log: forward and reverse of each step, and a pointer. */
export class History {
  private steps: Step[] = [];
  private pointer = 0;

  constructor(private readonly squash: (first: Change, second: Change) => Change) {}

  /** Notes a change that was just applied; what had been undone can no longer be redone. */
  push(forward: Change, reverse: Change, mode: HistoryMode): void {
    if (mode === 'ignore') return;
    this.steps.length = this.pointer;
    const last = this.steps[this.pointer - 1];
    if (mode === 'squash' && last) {
      this.steps[this.pointer - 1] = {
        forward: this.squash(last.forward, forward),
        reverse: this.squash(reverse, last.reverse),
      };
      return;
    }
    this.steps.push({ forward, reverse });
    this.pointer = this.steps.length;
  }

  /** The change that takes the last step back, or null at the beginning. */
  back(): Change | null {
    return this.pointer > 0 ? this.steps[--this.pointer]!.reverse : null;
  }

  /** The change that does the next step again, or null at the end. */
  again(): Change | null {
    return this.pointer < this.steps.length ? this.steps[this.pointer++]!.forward : null;
  }

  clear(): void {
    this.steps = [];
    this.pointer = 0;
  }

  get undoLabel(): ChangeLabel | null {
    return this.steps[this.pointer - 1]?.forward.label ?? null;
  }

  get redoLabel(): ChangeLabel | null {
    return this.steps[this.pointer]?.forward.label ?? null;
  }
}
