import { ok, type Result } from '../base/result';
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
  private waiting = 0;

  constructor(private readonly engine: EngineApi) {}

  /** Resolves when the change is durable, or with why the engine could not store it and works in memory. */
  send(change: Change): Promise<Result<null>> {
    this.waiting++;
    const sent = this.tail.then(() => this.sendParts(change)).finally(() => this.waiting--);
    this.tail = sent.catch(() => undefined);
    return sent;
  }

  /** Resolves when all that was sent so far has arrived. */
  async settled(): Promise<void> {
    await this.tail;
  }

  get idle(): boolean {
    return this.waiting === 0;
  }

  private async sendParts(change: Change): Promise<Result<null>> {
    const parts = partsOf(change);
    let stored: Result<null> = ok(null);
    for (const [index, part] of parts.entries()) {
      const reply = await this.engine.applyPart(part, index === parts.length - 1);
      if (stored.ok) stored = reply;
      await pause();
    }
    return stored;
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
