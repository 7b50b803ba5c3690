import { readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { groupedParts } from '../io/readers/companions';
import type { SourceFile } from '../io/readers/reader';

/** A file from disk; a .shp brings the .dbf, .prj and .cpg that lie beside it. Throws as `readFile` of node:fs does. */
export async function readSource(path: string): Promise<SourceFile> {
  const file = await sourceAt(path);
  if (!/\.shp$/i.test(path)) return file;
  const folder = dirname(path);
  const stem = basename(path).replace(/\.shp$/i, '.');
  const beside = (await readdir(folder)).filter((name) => name.startsWith(stem) && name !== file.name);
  const parts = await Promise.all(beside.map((name) => sourceAt(join(folder, name))));
  return groupedParts([file, ...parts]).find(({ name }) => name === file.name) ?? file;
}

async function sourceAt(path: string): Promise<SourceFile> {
  return { name: basename(path), bytes: new Uint8Array(await readFile(path)) };
}
