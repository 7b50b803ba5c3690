const ROOT = ['shuantu', 'plans'];
const CARD = 'card.json';

/** What the list shows of a plan without opening its file, which another tab may hold. */
export interface PlanCard {
  readonly name: string;
  readonly openedAt: string;
}

/** Path of the folder in which a plan's file lives, as SQLite wants it. */
export function poolPath(key: string): string {
  return `/${ROOT.join('/')}/${key}/pool`;
}

/** Keys of all folders with plans. @throws DOMException where there is no private file system */
export async function planKeys(): Promise<string[]> {
  const keys: string[] = [];
  for await (const [name, handle] of (await rootFolder()).entries()) if (handle.kind === 'directory') keys.push(name);
  return keys;
}

/** Null when the plan has no card: it was never finished. */
export async function readCard(key: string): Promise<PlanCard | null> {
  try {
    const folder = await (await rootFolder()).getDirectoryHandle(key);
    const file = await (await folder.getFileHandle(CARD)).getFile();
    return cardOf(await file.text());
  } catch (error) {
    // Only what is not there is missing; what cannot be read at the moment is no reason to give a plan up.
    return error instanceof DOMException && error.name === 'NotFoundError' ? null : { name: '', openedAt: '' };
  }
}

export async function writeCard(key: string, card: PlanCard): Promise<void> {
  const folder = await (await rootFolder()).getDirectoryHandle(key, { create: true });
  const access = await (await folder.getFileHandle(CARD, { create: true })).createSyncAccessHandle();
  try {
    const bytes = new TextEncoder().encode(JSON.stringify(card));
    access.truncate(0);
    access.write(bytes, { at: 0 });
    access.flush();
  } finally {
    access.close();
  }
}

export async function removeFolder(key: string): Promise<void> {
  await (await rootFolder()).removeEntry(key, { recursive: true });
}

async function rootFolder(): Promise<FileSystemDirectoryHandle> {
  let folder = await navigator.storage.getDirectory();
  for (const name of ROOT) folder = await folder.getDirectoryHandle(name, { create: true });
  return folder;
}

/** A card cut off by a crash still stands for its plan. */
function cardOf(text: string): PlanCard {
  try {
    const { name, openedAt } = JSON.parse(text) as Partial<PlanCard>;
    return { name: String(name ?? ''), openedAt: String(openedAt ?? '') };
  } catch {
    return { name: '', openedAt: '' };
  }
}
