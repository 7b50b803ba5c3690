import type { SAHPoolUtil } from '@sqlite.org/sqlite-wasm';
import { issueOf } from '../../base/issue';
import { fail, ok, type Result } from '../../base/result';
import { openBytes, prepareDatabase } from '../../io/geopackage/database';
import { type Database, loadSqlite, type Sqlite3Static } from '../../io/geopackage/sqlite';
import { FileStore } from './file-store';
import { askForCopy, serveCopies } from './plan-copies';
import { planKeys, poolPath, readCard, removeFolder, writeCard } from './plan-folders';
import { lockedKeys, type PlanLock, takeLock, waitForLock } from './plan-lock';
import type { PlanEntry, PlanShelf, PlanStore } from './plan-shelf';
import { storageIssue } from './storage-issue';

const FILE = '/plan.gpkg';
/** The plan, its journal, and room for SQLite's temporary files. */
const FILES = 4;
const TRIES = 20;
const BETWEEN_TRIES_MS = 200;
/** How long a tab that holds the plan may take to answer before we say that it does not. */
const PATIENCE_MS = 10_000;

/**
 * Plans as GeoPackages in the browser's private file system. Each has a folder and a set of file handles of its own, so that
 * two tabs may have two plans open. A lock is taken before SQLite touches the folder: a failed attempt must never do so.
 */
export class OpfsShelf implements PlanShelf {
  readonly issue = null;

  async list(): Promise<PlanEntry[]> {
    const [keys, locked] = await Promise.all([planKeys(), lockedKeys()]);
    const entries: PlanEntry[] = [];
    for (const key of keys) {
      const card = await readCard(key);
      if (card) entries.push({ key, ...card, openElsewhere: locked.has(key) });
      else await clearUnfinished(key);
    }
    return entries.sort((a, b) => (a.openedAt < b.openedAt ? 1 : -1));
  }

  async open(key: string): Promise<Result<PlanStore>> {
    const lock = await takeLock(key);
    if (lock) return this.openOwn(key, lock);
    const waiting = new AbortController();
    const turn = waitForLock(key, waiting.signal);
    const asking = new AbortController();
    // After a reload the lock is only held by the page that is just ending: then our turn comes before any answer.
    const first = await Promise.race([turn, askForCopy(key, asking.signal), silence()]);
    asking.abort();
    if (first === null) {
      waiting.abort();
      return fail(issueOf('storage.silentTab', {}));
    }
    if ('release' in first) return this.openOwn(key, first);
    return ok(await openCopy(key, first, turn, waiting));
  }

  async create(): Promise<PlanStore> {
    return this.make(async () => undefined);
  }

  async adopt(name: string, bytes: Uint8Array): Promise<PlanStore> {
    return this.make(async (key, pool) => {
      await pool.importDb(FILE, bytes);
      await noteCard(key, name);
    });
  }

  async rename(key: string, name: string): Promise<Result<null>> {
    const opened = await this.open(key);
    if (!opened.ok) return opened;
    const store = opened.value;
    if (store.access === 'write') await store.rename(name);
    await store.close();
    return store.access === 'write' ? ok(null) : fail(issueOf('storage.inUse', {}));
  }

  async remove(key: string): Promise<Result<null>> {
    const lock = await takeLock(key);
    if (!lock) return fail(issueOf('storage.inUse', {}));
    await removeFolder(key);
    await lock.release();
    return ok(null);
  }

  private async make(begin: (key: string, pool: SAHPoolUtil) => Promise<void>): Promise<PlanStore> {
    const key = crypto.randomUUID();
    const lock = (await takeLock(key))!;
    try {
      const sqlite = await loadSqlite();
      const pool = await openPool(sqlite, key);
      await begin(key, pool);
      return storeOf(sqlite, pool, key, lock);
    } catch (error) {
      await lock.release();
      throw error;
    }
  }

  private async openOwn(key: string, lock: PlanLock): Promise<Result<PlanStore>> {
    try {
      const sqlite = await loadSqlite();
      const store = storeOf(sqlite, await openPool(sqlite, key), key, lock);
      const kind = store.kind((await readCard(key))?.name ?? '');
      if (kind.ok) {
        await noteCard(key, store.name());
        return ok(store);
      }
      await store.close();
      return kind;
    } catch (error) {
      await lock.release();
      return fail(storageIssue(error));
    }
  }
}

/** A folder that a tab left behind when it ended while it made the plan: nobody has it, and there is still no card. */
async function clearUnfinished(key: string): Promise<void> {
  const lock = await takeLock(key);
  if (!lock) return;
  if ((await readCard(key)) === null) await removeFolder(key);
  await lock.release();
}

function noteCard(key: string, name: string): Promise<void> {
  return writeCard(key, { name, openedAt: new Date().toISOString() });
}

/**
 * The handles of a tab that has just ended may outlive its lock by a moment, so they are asked for again.
 * @throws when the browser does not give them: nothing of the plan is touched then
 */
async function openPool(sqlite: Sqlite3Static, key: string): Promise<SAHPoolUtil> {
  for (let left = TRIES; ; left--) {
    try {
      return await tryPool(sqlite, key);
    } catch (error) {
      if (left === 0 || storageIssue(error).code === 'storage.full') throw error;
      await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
    }
  }
}

async function tryPool(sqlite: Sqlite3Static, key: string): Promise<SAHPoolUtil> {
  const pool = await sqlite.installOpfsSAHPoolVfs({
    name: `plan-${key}`,
    directory: poolPath(key),
    initialCapacity: FILES,
    preserveOnInitFailure: true,
    forceReinitIfPreviouslyFailed: true,
  } as Parameters<Sqlite3Static['installOpfsSAHPoolVfs']>[0]);
  return pool.isPaused() ? pool.unpauseVfs() : pool;
}

function storeOf(sqlite: Sqlite3Static, pool: SAHPoolUtil, key: string, lock: PlanLock): FileStore {
  const db = new pool.OpfsSAHPoolDb(FILE) as unknown as Database;
  // Exclusive and never in write-ahead mode: fastest here, and a full disk leaves the file whole.
  db.exec('PRAGMA locking_mode=EXCLUSIVE; PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL');
  prepareDatabase(db);
  let stopServing = (): void => undefined;
  const store: FileStore = new FileStore(sqlite, db, {
    key,
    access: 'write',
    onName: (name) => noteCard(key, name),
    afterClose: async () => {
      stopServing();
      pool.pauseVfs();
      await lock.release();
    },
  });
  stopServing = serveCopies(key, () => store.bytes());
  return store;
}

async function openCopy(
  key: string,
  bytes: Uint8Array,
  lock: Promise<PlanLock>,
  waiting: AbortController,
): Promise<PlanStore> {
  const sqlite = await loadSqlite();
  let held: PlanLock | null = null;
  const turn = lock.then((granted) => {
    held = granted;
  });
  return new FileStore(sqlite, openBytes(sqlite, bytes), {
    key,
    access: 'read',
    turn,
    afterClose: async () => {
      waiting.abort();
      await held?.release();
    },
  });
}

function silence(): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));
}
