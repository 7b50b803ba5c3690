import type { AppStore } from '../store/app-store';

const KEY = 'shuantu.plan';

/** The plan that this tab had open before it was reloaded; another tab may have another. */
export function rememberedPlan(): string | null {
  try {
    return sessionStorage.getItem(KEY);
  } catch {
    return null;
  }
}

/** Forbidden storage only means that the last plan of all is opened after a reload. */
export function rememberPlan(store: AppStore): void {
  store.subscribe(({ plan: { key } }, before) => {
    if (!key || key === before.plan.key) return;
    try {
      sessionStorage.setItem(KEY, key);
    } catch {
      return;
    }
  });
}
