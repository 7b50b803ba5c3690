import type { AppStore } from './app-store';
import type { Notice } from './state';

let lastId = 0;

/** Says something at the foot of the screen; the newest three stay, and nothing stands there twice. */
export function notify(store: AppStore, notice: Omit<Notice, 'id'>): void {
  const next: Notice = { ...notice, id: ++lastId };
  const words = JSON.stringify(notice);
  const same = ({ id: _, ...old }: Notice): boolean => JSON.stringify(old) === words;
  store.setState(({ notices }) => ({ notices: [...notices.filter((old) => !same(old)).slice(-2), next] }));
}

export function dismissNotice(store: AppStore, id: number): void {
  store.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}
