import { type Issue, issueOf } from '../base/issue';
import { applyChange } from '../model/change/apply';
import type { Change } from '../model/change/change';
import { emptyPlan, type Plan } from '../model/plan';
import { PlanLog } from './plan-log';

const LOCK = 'shuantu-plan';

/** Where a plan is kept between visits; `issue` says why it is not. */
export interface PlanStore {
  readonly issue: Issue | null;
  /** The stored plan, or null when there is none. */
  load(): Promise<Plan | null>;
  append(changes: readonly Change[]): Promise<void>;
  replace(plan: Plan): Promise<void>;
}

/** The browser's database, or memory alone when another tab holds it or the browser forbids it. */
export async function openPlanStore(): Promise<PlanStore> {
  if (!(await takeLock())) return memoryStore(issueOf('storage.otherTab', {}, 'warning'));
  try {
    return logStore(await PlanLog.open());
  } catch (error) {
    return memoryStore(storageIssue(error));
  }
}

export function storageIssue(error: unknown): Issue {
  const full = error instanceof DOMException && error.name === 'QuotaExceededError';
  return issueOf(full ? 'storage.full' : 'storage.forbidden', {}, 'warning');
}

export function memoryStore(issue: Issue | null): PlanStore {
  return {
    issue,
    load: async () => null,
    append: async () => undefined,
    replace: async () => undefined,
  };
}

function logStore(log: PlanLog): PlanStore {
  return {
    issue: null,
    load: async () => {
      const info = await log.info();
      return info ? replay(emptyPlan(info), await log.changes()) : null;
    },
    append: (changes) => log.append(changes),
    replace: (plan) => log.replace(plan),
  };
}

function replay(plan: Plan, changes: readonly Change[]): Plan {
  for (const change of changes) applyChange(plan, change);
  return plan;
}

/** One tab writes; the lock is held until this worker ends. */
function takeLock(): Promise<boolean> {
  if (!('locks' in navigator)) return Promise.resolve(true);
  return new Promise((resolve) => {
    void navigator.locks.request(LOCK, { ifAvailable: true }, (lock) => {
      resolve(lock !== null);
      return lock ? new Promise(() => undefined) : undefined;
    });
  });
}
