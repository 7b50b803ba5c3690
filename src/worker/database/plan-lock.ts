/** The right to write one plan; one tab has it at a time, and it is free as soon as that tab is gone. */
export interface PlanLock {
  release(): Promise<void>;
}

/** The lock at once, or null when another tab has it. */
export function takeLock(key: string): Promise<PlanLock | null> {
  return request(key, { ifAvailable: true });
}

/** The lock when its turn comes; aborting gives up waiting and never resolves. */
export function waitForLock(key: string, signal: AbortSignal): Promise<PlanLock> {
  return request(key, { signal }) as Promise<PlanLock>;
}

/** Keys of the plans that some tab has open for writing. */
export async function lockedKeys(): Promise<Set<string>> {
  const { held = [] } = await navigator.locks.query();
  return new Set(held.flatMap(({ name = '' }) => (name.startsWith(PREFIX) ? [name.slice(PREFIX.length)] : [])));
}

const PREFIX = 'shuantu-plan ';

function request(key: string, options: LockOptions): Promise<PlanLock | null> {
  return new Promise((resolve, reject) => {
    const held = navigator.locks.request(PREFIX + key, options, (lock) => {
      if (!lock) return resolve(null);
      return new Promise<void>((letGo) => {
        resolve({
          release: async () => {
            letGo();
            await held;
          },
        });
      });
    });
    held.catch((error: unknown) => {
      if (!(error instanceof DOMException && error.name === 'AbortError')) reject(error);
    });
  });
}
