// Builds the app into dist/ when what it is made of has changed since, and serves it on this machine only.
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, preview } from 'vite';

const MADE_OF = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];
const MARK = 'dist/.built-from';

export async function buildWhenChanged() {
  const wanted = stateOf(MADE_OF);
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === wanted) return;
  await build({ logLevel: 'warn' });
  writeFileSync(MARK, wanted);
}

/** @returns the preview server; `resolvedUrls.local[0]` is its address. */
export function serveBuilt(port, strictPort = false) {
  return preview({ preview: { host: '127.0.0.1', port, strictPort } });
}

function stateOf(paths) {
  const hash = createHash('sha256');
  for (const path of paths.flatMap(filesBelow)) {
    const { mtimeMs, size } = statSync(path);
    hash.update(`${path} ${mtimeMs} ${size}\n`);
  }
  return hash.digest('hex');
}

function filesBelow(path) {
  if (!existsSync(path)) return [];
  if (statSync(path).isFile()) return [path];
  return readdirSync(path)
    .sort()
    .flatMap((name) => filesBelow(join(path, name)));
}
