import type { Change, ChangeLabel } from '../model/change/change';

interface Step {
  readonly forward: Change;
  readonly reverse: Change;
}

/** The undo log: forward and reverse of each step, and a pointer. */
export class History {
  private steps: Step[] = [];
  private pointer = 0;

  /** Notes a change that was just applied; what had been undone can no longer be redone. */
  push(forward: Change, reverse: Change): void {
    this.steps.length = this.pointer;
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
