import { type Issue, issueOf } from '../base/issue';
import { fail, ok, type Result } from '../base/result';
import { openBytes } from '../io/geopackage/database';
import { openChecked } from '../io/geopackage/inspect';
import { planFileOf, recordsOf } from '../io/geopackage/plan-file';
import { readInfo } from '../io/geopackage/plan-info';
import { loadSqlite } from '../io/geopackage/sqlite';
import type { Change, PutRecord } from '../model/change/change';
import type { Plan, PlanInfo } from '../model/plan';
import { FileStore } from './database/file-store';
import type { Access, OnProgress, PlanEntry, PlanShelf, PlanStore, StoredPlan } from './database/plan-shelf';
import { storageIssue } from './database/storage-issue';
import type { PlanSettings } from './plan-settings';

/** Where the open plan is kept. */
export interface StorageState {
  /** Key among the plans kept; null when it is kept nowhere. */
  readonly key: string | null;
  readonly access: Access;
  /** Why it is not kept, or not for writing. */
  readonly issue: Issue | null;
}

export type OnRecords = (records: readonly PutRecord[], share: number) => unknown;

/** Keeps the open plan on the shelf. When the shelf fails, work goes on in memory and `state` says why. */
export class PlanKeeper {
  private shelf: Promise<PlanShelf> | null = null;
  private store: PlanStore | null = null;
  private issue: Issue | null = null;
  private filling: Promise<void> = Promise.resolve();
  onProgress: OnProgress = () => undefined;

  constructor(private readonly openShelf: () => Promise<PlanShelf>) {}

  async list(): Promise<PlanEntry[]> {
    return (await this.plans()).list();
  }

  /** Opens a plan that is kept; the one open before stays open when that fails. */
  async open(key: string, onRecords: OnRecords): Promise<Result<StoredPlan>> {
    await this.filling;
    if (this.store?.key === key) await this.leave();
    const name = (await this.list()).find((entry) => entry.key === key)?.name ?? '';
    const opened = await (await this.plans()).open(key);
    return opened.ok ? this.take(opened.value, name, onRecords) : opened;
  }

  /** Keeps a file as a plan of its own, or in memory where nothing can be kept, and opens it. Issues: those of `openChecked`, and `planFile.foreign`. */
  async openFile(file: string, bytes: Uint8Array, onRecords: OnRecords): Promise<Result<StoredPlan>> {
    await this.filling;
    const name = await nameIn(file, bytes);
    if (!name.ok) return name;
    const kept = await this.adopt(name.value, bytes);
    const store = kept.ok ? kept.value : await inMemory(bytes);
    const taken = await this.take(store, file, onRecords);
    if (!kept.ok) this.issue = kept.issue;
    else if (!taken.ok) await this.remove(store.key!);
    return taken;
  }

  /** A new plan takes the place of the open one; it is written while work goes on, see `state`. */
  async begin(plan: Plan): Promise<void> {
    await this.leave();
    const records = recordsOf(plan);
    plan.info = { ...plan.info, name: await this.freeName(plan.info.name) };
    this.filling = this.fill(plan.info, records);
  }

  /** The open plan is one that nothing is to be kept of, because of this. */
  async stayInMemory(issue: Issue): Promise<void> {
    await this.leave();
    this.issue = issue;
  }

  async append(parts: readonly Change[]): Promise<Result<null>> {
    await this.filling;
    return this.writing((store) => store.append(parts, this.onProgress));
  }

  async saveSettings(settings: PlanSettings): Promise<Result<null>> {
    await this.filling;
    return this.writing((store) => store.saveSettings(settings));
  }

  async rename(key: string, name: string): Promise<Result<null>> {
    await this.filling;
    if (this.store?.key !== key) return (await this.plans()).rename(key, name);
    return this.writing((store) => store.rename(name));
  }

  /** The copy stands beside the first under another name; it is not opened. */
  async duplicate(key: string): Promise<Result<null>> {
    await this.filling;
    const opened = this.store?.key === key ? ok(this.store) : await (await this.plans()).open(key);
    if (!opened.ok) return opened;
    try {
      const bytes = await opened.value.bytes();
      const name = await this.freeName((await this.list()).find((entry) => entry.key === key)?.name ?? '');
      const copy = await (await this.plans()).adopt(name, bytes);
      await copy.rename(name);
      await copy.close();
      return ok(null);
    } catch (error) {
      return fail(storageIssue(error));
    } finally {
      if (opened.value !== this.store) await opened.value.close();
    }
  }

  async remove(key: string): Promise<Result<null>> {
    return (await this.plans()).remove(key);
  }

  /** The plan's file: as it stands on the shelf, or made of what is in memory. */
  async bytes(plan: Plan, settings: PlanSettings): Promise<Uint8Array<ArrayBuffer>> {
    await this.filling;
    return this.store ? this.store.bytes() : planFileOf(plan, JSON.stringify(settings));
  }

  /** Where the plan is kept, as soon as that is known. */
  async state(): Promise<StorageState> {
    await this.filling;
    const { key, access } = this.store ?? { key: null, access: 'memory' };
    if (access === 'memory') return { key, access, issue: this.issue };
    return { key, access, issue: access === 'read' ? issueOf('storage.otherTab', {}, 'warning') : null };
  }

  /** Resolves when another tab has let go of the plan that is open here for reading. */
  turn(): Promise<void> {
    return this.store?.turn() ?? new Promise(() => undefined);
  }

  private plans(): Promise<PlanShelf> {
    this.shelf ??= this.openShelf();
    return this.shelf;
  }

  private async adopt(name: string, bytes: Uint8Array): Promise<Result<PlanStore>> {
    try {
      const free = await this.freeName(name);
      const store = await (await this.plans()).adopt(free, bytes);
      if (free !== name) await store.rename(free);
      return ok(store);
    } catch (error) {
      return fail(storageIssue(error));
    }
  }

  private async take(store: PlanStore, file: string, onRecords: OnRecords): Promise<Result<StoredPlan>> {
    try {
      const stored = await store.load(onRecords);
      await this.leave();
      this.store = store;
      return ok(stored);
    } catch (error) {
      await store.close();
      return fail(issueOf('planFile.damaged', { file, detail: String((error as Error).message).slice(0, 120) }));
    }
  }

  private async leave(): Promise<void> {
    await this.filling;
    await this.store?.close();
    this.store = null;
    this.issue = null;
  }

  private async fill(info: PlanInfo, records: readonly PutRecord[]): Promise<void> {
    const shelf = await this.plans();
    try {
      if (shelf.issue) throw shelf.issue;
      const store = await shelf.create();
      await store.fill(info, records, this.onProgress);
      this.store = store;
    } catch (error) {
      this.issue = shelf.issue ?? storageIssue(error);
    }
  }

  private async writing(work: (store: PlanStore) => Promise<void>): Promise<Result<null>> {
    const { store } = this;
    if (!store) return this.issue ? fail(this.issue) : ok(null);
    if (store.access === 'read') return fail(issueOf('storage.readOnly', {}, 'warning'));
    try {
      await work(store);
      return ok(null);
    } catch (error) {
      // What the file holds is whole; from here on it would miss this change, so nothing more is written to it.
      await store.close().catch(() => undefined);
      const issue = storageIssue(error);
      if (this.store === store) {
        this.store = null;
        this.issue = issue;
      }
      return fail(issue);
    }
  }

  /** Two plans of one name could not be told apart in the list. */
  private async freeName(name: string): Promise<string> {
    const taken = new Set((await this.list()).map((entry) => entry.name));
    for (let number = 2, free = name; ; number++) {
      if (!taken.has(free)) return free;
      free = `${name} (${number})`;
    }
  }
}

async function inMemory(bytes: Uint8Array): Promise<PlanStore> {
  const sqlite = await loadSqlite();
  return new FileStore(sqlite, openBytes(sqlite, bytes), { key: null, access: 'memory' });
}

async function nameIn(file: string, bytes: Uint8Array): Promise<Result<string>> {
  const opened = openChecked(await loadSqlite(), file, bytes);
  if (!opened.ok) return opened;
  const { db, kind } = opened.value;
  try {
    return kind === 'plan' ? ok(readInfo(db).name) : fail(issueOf('planFile.foreign', { file }, 'note'));
  } finally {
    db.close();
  }
}
