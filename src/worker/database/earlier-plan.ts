import { applyChange } from '../../model/change/apply';
import type { Change } from '../../model/change/change';
import { emptyPlan, type Plan, type PlanInfo } from '../../model/plan';

const DATABASE = 'shuantu';

/** The plan that version 0.1 kept in IndexedDB as a log of changes; null when there is none. */
export async function earlierPlan(): Promise<Plan | null> {
  const known = await indexedDB.databases?.().catch(() => []);
  if (!known?.some(({ name }) => name === DATABASE)) return null;
  const database = await result(indexedDB.open(DATABASE));
  try {
    const transaction = database.transaction(['info', 'log']);
    const info = (await result(transaction.objectStore('info').get('plan'))) as PlanInfo | undefined;
    const changes = (await result(transaction.objectStore('log').getAll())) as Change[];
    if (!info) return null;
    const plan = emptyPlan(info);
    for (const change of changes) applyChange(plan, change);
    return plan;
  } catch {
    return null;
  } finally {
    database.close();
  }
}

/** To be called once it is safe elsewhere. */
export function forgetEarlierPlan(): void {
  indexedDB.deleteDatabase(DATABASE);
}

function result<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}
