import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { issueOf } from '../base/issue';
import { BadInput } from './usage';

/**
 * Writes a file so that whoever reads it finds the old one or the new one, never a part: into a file beside it, to the disk,
 * then renamed. Throws `BadInput` when the folder does not let it.
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = `${path}.${process.pid}.part`;
  try {
    const file = await open(beside, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
    await syncFolder(dirname(path));
  } catch (error) {
    await rm(beside, { force: true });
    throw new BadInput(issueOf('write.failed', { file: path, detail: String((error as Error).message) }));
  }
}

/** The new name itself must outlive a power cut; Windows offers no such call and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const folder = await open(path, 'r');
  await folder.sync().catch(() => undefined);
  await folder.close();
}
