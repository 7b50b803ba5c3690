import { issueOf } from '../../src/base/issue';
import { fail, ok } from '../../src/base/result';
import { emptyDatabase, openBytes } from '../../src/io/geopackage/database';
import { planFileOf } from '../../src/io/geopackage/plan-file';
import { loadSqlite, type Sqlite3Static } from '../../src/io/geopackage/sqlite';
import type { Plan } from '../../src/model/plan';
import { FileStore } from '../../src/worker/database/file-store';
import type { PlanShelf, PlanStore } from '../../src/worker/database/plan-shelf';

interface Kept {
  name: string;
  bytes: Uint8Array;
}

/** A shelf without a browser: real plan files, kept as bytes in memory. */
export class TestShelf implements PlanShelf {
  readonly issue = null;
  readonly kept = new Map<string, Kept>();
  /** What another tab would hold. */
  readonly elsewhere = new Set<string>();
  /** The next write fails as a full disk does. */
  full = false;
  private lastKey = 0;

  static async with(...plans: readonly Plan[]): Promise<TestShelf> {
    const shelf = new TestShelf();
    for (const plan of plans) shelf.put(plan.info.name, await planFileOf(plan));
    return shelf;
  }

  put(name: string, bytes: Uint8Array): string {
    const key = `plan-${++this.lastKey}`;
    this.kept.set(key, { name, bytes });
    return key;
  }

  async list() {
    return [...this.kept].map(([key, { name }]) => ({
      key,
      name,
      openedAt: '2026-01-01T00:00:00.000Z',
      openElsewhere: this.elsewhere.has(key),
    }));
  }

  async open(key: string) {
    const kept = this.kept.get(key)!;
    const store = await this.storeOf(key, kept.bytes);
    const kind = store.kind(kept.name);
    return kind.ok ? ok<PlanStore>(store) : kind;
  }

  async create() {
    return this.storeOf(this.put('', new Uint8Array(0)), null);
  }

  async adopt(name: string, bytes: Uint8Array) {
    return this.storeOf(this.put(name, bytes), bytes);
  }

  async rename(key: string, name: string) {
    if (this.elsewhere.has(key)) return fail<null>(issueOf('storage.inUse'));
    this.kept.get(key)!.name = name;
    return ok(null);
  }

  async remove(key: string) {
    if (this.elsewhere.has(key)) return fail<null>(issueOf('storage.inUse'));
    this.kept.delete(key);
    return ok(null);
  }

  private async storeOf(key: string, bytes: Uint8Array | null): Promise<FileStore> {
    const sqlite = await loadSqlite();
    const db = bytes ? openBytes(sqlite, bytes) : emptyDatabase(sqlite);
    const access = this.elsewhere.has(key) ? 'read' : 'write';
    return new TestStore(this, sqlite, db, {
      key,
      access,
      onName: async (name) => {
        this.kept.get(key)!.name = name;
      },
    });
  }
}

/** Puts its bytes back on the shelf when it is closed, and can be made to fail. */
class TestStore extends FileStore {
  private done = false;

  constructor(
    private readonly shelf: TestShelf,
    sqlite: Sqlite3Static,
    ...rest: [ConstructorParameters<typeof FileStore>[1], ConstructorParameters<typeof FileStore>[2]]
  ) {
    super(sqlite, ...rest);
  }

  override async append(...given: Parameters<FileStore['append']>): Promise<void> {
    if (this.shelf.full) throw Object.assign(new Error('disk I/O error'), { resultCode: 10 });
    await super.append(...given);
  }

  override async close(): Promise<void> {
    const kept = this.shelf.kept.get(this.key!);
    if (kept && this.access === 'write' && !this.done) kept.bytes = await this.bytes();
    this.done = true;
    await super.close();
  }
}
