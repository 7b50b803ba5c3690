import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { issueOf } from '../base/issue';
import { BadInput } from './usage';

/**
 * Writes a file so that it is there whole or as it was before: into a neighbour first, which then takes its name. Throws
 * `BadInput` when the folder cannot be written to.
 */
export async function writeWhole(path: string, bytes: Uint8Array): Promise<void> {
  const beside = join(dirname(path), `.${basename(path)}.${process.pid}.part`);
  try {
    const file = await open(beside, 'w');
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, path);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => undefined);
    throw new BadInput(
      issueOf('write.forbidden', { file: path, detail: (error as NodeJS.ErrnoException).code ?? String(error) }),
    );
  }
}
