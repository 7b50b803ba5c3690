import type { Result } from '../base/result';
import { type Change, changeOf } from '../model/change/change';
import type { EngineApi } from '../worker/api';

/** Records per message: cloning so many takes a few milliseconds of the main thread. */
const PART_SIZE = 1000;

/**
 * Sends changes to the engine one after the other, big ones in parts with a pause between,
 * so that neither the order is lost nor the main thread held.
 */
export class EngineQueue {
  private tail: Promise<unknown> = Promise.resolve();
  private lastDurable: Promise<unknown> = Promise.resolve();
  private posting = 0;
  private waiting = 0;

  constructor(private readonly engine: EngineApi) {}

  /** Resolves when the change is durable, or with why the engine could not store it and works in memory. */
  send(change: Change): Promise<Result<null>> {
    this.waiting++;
    // With nothing before it a change is on its way before the screen draws it: saving and drawing go on side by side.
    const posted = this.posting === 0 ? this.post(change) : this.tail.then(() => this.post(change));
    this.posting++;
    this.tail = posted.catch(() => undefined).finally(() => this.posting--);
    const durable = posted.then((reply) => reply.durable).finally(() => this.waiting--);
    this.lastDurable = durable.catch(() => undefined);
    return durable;
  }

  /** Resolves when all that was sent so far has arrived: what is asked of the engine now is answered with it. */
  async settled(): Promise<void> {
    await this.tail;
  }

  /** Resolves when all that was sent so far is durable, or will never be. */
  async stored(): Promise<void> {
    await this.lastDurable;
  }

  get idle(): boolean {
    return this.waiting === 0;
  }

  /** The engine applies a change on arrival and answers once it is durable; the next need not wait for that. */
  private async post(change: Change): Promise<{ durable: Promise<Result<null>> }> {
    const parts = partsOf(change);
    for (const part of parts.slice(0, -1)) {
      await this.engine.applyPart(part, false);
      await pause();
    }
    return { durable: this.engine.applyPart(parts.at(-1)!, true) };
  }
}

/** Splits a change into parts that keep its order of application: removals, puts, patches. */
export function partsOf(change: Change): Change[] {
  const parts: Change[] = [];
  for (let i = 0; i < change.remove.length; i += PART_SIZE)
    parts.push(changeOf(change.label, { remove: change.remove.slice(i, i + PART_SIZE) }));
  for (let i = 0; i < change.put.length; i += PART_SIZE)
    parts.push(changeOf(change.label, { put: change.put.slice(i, i + PART_SIZE) }));
  for (let i = 0; i < change.patch.length; i += PART_SIZE)
    parts.push(changeOf(change.label, { patch: change.patch.slice(i, i + PART_SIZE) }));
  return parts.length > 0 ? parts : [change];
}

/** Lets the page draw and answer before the next part. */
export function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 0));
}
