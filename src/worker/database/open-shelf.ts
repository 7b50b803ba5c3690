import { forbiddenShelf } from './forbidden-shelf';
import { OpfsShelf } from './opfs-shelf';
import type { PlanShelf } from './plan-shelf';
import { storageIssue } from './storage-issue';

/** The browser's private file system, or nothing where the browser has none or forbids it. */
export async function openShelf(): Promise<PlanShelf> {
  try {
    const shelf = new OpfsShelf();
    await shelf.list();
    return shelf;
  } catch (error) {
    return forbiddenShelf(storageIssue(error));
  }
}
