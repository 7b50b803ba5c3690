import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { demoFiles } from '../demo/demo-files';

/** `shuantu demo DIR`: writes the demonstration zone; returns the paths written. */
export async function demoCommand(folder: string): Promise<string[]> {
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const { path, text } of demoFiles()) {
    const target = join(folder, path);
    await writeFile(target, text);
    paths.push(target);
  }
  return paths;
}
