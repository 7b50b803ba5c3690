import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Change, changeOf, type PutRecord } from '../model/change/change';
import type { Plan, PlanInfo } from '../model/plan';

const DATABASE = 'shuantu';
const VERSION = 1;
/** Records per entry: written and read as one value, so that neither takes long. */
const ENTRY_SIZE = 1000;

interface Schema extends DBSchema {
  info: { key: 'plan'; value: PlanInfo };
  log: { key: number; value: Change };
}

/**
 * The open plan in the browser's own database: its records as they were first, then every change in order.
 * A change is one transaction, durable when `append` resolves; opening plays the log again.
 */
export class PlanLog {
  private constructor(private readonly database: IDBPDatabase<Schema>) {}

  /** @throws DOMException when the browser forbids storage (private mode, policy). */
  static async open(): Promise<PlanLog> {
    const database = await openDB<Schema>(DATABASE, VERSION, {
      upgrade: (db) => {
        db.createObjectStore('info');
        db.createObjectStore('log', { autoIncrement: true });
      },
    });
    return new PlanLog(database);
  }

  async info(): Promise<PlanInfo | undefined> {
    return this.database.get('info', 'plan');
  }

  /** The changes in the order of their writing. */
  async changes(): Promise<Change[]> {
    return this.database.getAll('log');
  }

  async append(changes: readonly Change[]): Promise<void> {
    const transaction = this.database.transaction('log', 'readwrite', { durability: 'strict' });
    await Promise.all([...changes.map((change) => transaction.store.add(change)), transaction.done]);
  }

  /** Forgets what was stored and writes this plan as the new beginning, in one transaction. */
  async replace(plan: Plan): Promise<void> {
    const transaction = this.database.transaction(['info', 'log'], 'readwrite', { durability: 'strict' });
    const log = transaction.objectStore('log');
    await Promise.all([
      transaction.objectStore('info').put(plan.info, 'plan'),
      log.clear(),
      ...planAsChanges(plan).map((change) => log.add(change)),
      transaction.done,
    ]);
  }
}

function planAsChanges(plan: Plan): Change[] {
  return batchesOf(recordsOf(plan)).map((put) => changeOf({ key: 'open' }, { put }));
}

/** Every record of the plan, in the order of types and insertion. */
export function recordsOf(plan: Plan): PutRecord[] {
  return Object.entries(plan.records).flatMap(([type, records]) =>
    [...records.values()].map((entity) => ({ type, entity }) as PutRecord),
  );
}

/** Cuts a long list into pieces that one message or one database entry carries. */
export function batchesOf<T>(items: readonly T[]): T[][] {
  const batches: T[][] = [];
  for (let i = 0; i < items.length; i += ENTRY_SIZE) batches.push(items.slice(i, i + ENTRY_SIZE));
  return batches;
}
