// Builds the app into dist/ when what it is made of has changed since, and serves it on this machine only.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { preview } from 'vite';

const MADE_OF = ['src', 'public', 'index.html', 'vite.config.ts', 'package-lock.json'];
const VITE = join('node_modules', 'vite', 'bin', 'vite.js');
const MARK = 'dist/.built-from';

export function buildWhenChanged() {
  const wanted = stateOf(MADE_OF);
  if (existsSync(MARK) && readFileSync(MARK, 'utf8') === wanted) return;
  // In a process of its own: a test runner's NODE_ENV would put React's development build into the app.
  const { status } = spawnSync(process.execPath, [VITE, 'build', '--logLevel', 'warn'], {
    stdio: 'inherit',
    env: { ...process.env, NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error('The app could not be built; the messages above say why.');
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
