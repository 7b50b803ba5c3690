import type { Issue } from '../../base/issue';
import type { Result } from '../../base/result';
import { ChangeWriter } from '../../io/geopackage/change-writer';
import { bytesOf } from '../../io/geopackage/database';
import { planKind } from '../../io/geopackage/inspect';
import { bringUpToDate } from '../../io/geopackage/migrations';
import { fillPlan } from '../../io/geopackage/plan-file';
import { readInfo, readValue, writeValue } from '../../io/geopackage/plan-info';
import { readRecords } from '../../io/geopackage/plan-reader';
import type { Database, Sqlite3Static } from '../../io/geopackage/sqlite';
import type { Change, PutRecord } from '../../model/change/change';
import type { PlanInfo } from '../../model/plan';
import { type PlanSettings, planSettingsOf } from '../plan-settings';
import type { Access, OnProgress, PlanStore, StoredPlan } from './plan-shelf';

interface Options {
  readonly key: string | null;
  readonly access: Access;
  /** Notes what the plan is called, once it is filled and whenever that changes. */
  readonly onName?: (name: string) => Promise<void>;
  /** Resolves when this tab may write; see `PlanStore.turn`. */
  readonly turn?: Promise<void>;
  /** Called once after the database is closed: gives back what it stood on. */
  readonly afterClose?: () => void | Promise<void>;
}

/** A plan file that SQLite has open, wherever it stands. */
export class FileStore implements PlanStore {
  readonly key: string | null;
  readonly access: Access;
  private readonly writer: ChangeWriter;
  private tail: Promise<unknown> = Promise.resolve();
  private closed = false;

  constructor(
    private readonly sqlite: Sqlite3Static,
    private readonly db: Database,
    private readonly options: Options,
  ) {
    this.key = options.key;
    this.access = options.access;
    this.writer = new ChangeWriter(db);
  }

  /** Whether what stands there is a plan that can be used; see `planKind`. */
  kind(file: string): Result<'plan' | 'foreign'> {
    return planKind(this.db, file);
  }

  /** What the file itself says that the plan is called. */
  name(): string {
    return readInfo(this.db).name;
  }

  load(onStep: (records: readonly PutRecord[], share: number) => unknown): Promise<StoredPlan> {
    return this.inTurn(async () => {
      bringUpToDate(this.db);
      const issues = await this.readAll(onStep);
      return { info: readInfo(this.db), settings: planSettingsOf(readValue(this.db, 'settings')), issues };
    });
  }

  fill(info: PlanInfo, records: readonly PutRecord[], onProgress: OnProgress): Promise<void> {
    return this.inTurn(async () => {
      await runSteps(fillPlan(this.db, info, records), onProgress);
      await this.options.onName?.(info.name);
    });
  }

  append(changes: readonly Change[], onProgress: OnProgress): Promise<void> {
    return this.inTurn(() => runSteps(this.writer.write(changes), onProgress));
  }

  rename(name: string): Promise<void> {
    return this.inTurn(async () => {
      writeValue(this.db, 'name', name);
      await this.options.onName?.(name);
    });
  }

  saveSettings(settings: PlanSettings): Promise<void> {
    return this.inTurn(async () => writeValue(this.db, 'settings', JSON.stringify(settings)));
  }

  bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return this.inTurn(async () => bytesOf(this.sqlite, this.db));
  }

  turn(): Promise<void> {
    return this.options.turn ?? new Promise(() => undefined);
  }

  close(): Promise<void> {
    return this.inTurn(async () => {
      if (this.closed) return;
      this.closed = true;
      this.writer.close();
      this.db.close();
      await this.options.afterClose?.();
    });
  }

  private async readAll(onStep: (records: readonly PutRecord[], share: number) => unknown): Promise<readonly Issue[]> {
    const steps = readRecords(this.db);
    for (;;) {
      const { done, value } = steps.next();
      if (done) return value;
      await onStep(value.records, value.share);
    }
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.tail.then(work);
    this.tail = done.catch(() => undefined);
    return done;
  }
}

/** Does long work step by step, so that the engine answers other questions in between. */
async function runSteps(steps: Generator<number>, onProgress: OnProgress): Promise<void> {
  for (const share of steps) {
    onProgress(share);
    await new Promise((resolve) => setTimeout(resolve, 0));
  }
}
