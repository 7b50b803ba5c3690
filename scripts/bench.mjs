// `npm run bench [name …]`: every measurement in bench/, each in a process of its own, peers in the same run.
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';

const wanted = process.argv.slice(2);
const programs = ['kernel', 'import', 'browser'].flatMap((folder) => benchesIn(join('bench', folder)));
const chosen = programs.filter((path) => wanted.length === 0 || wanted.includes(basename(path, '.bench.ts')));
if (chosen.length === 0) {
  console.error(`No such measurement. There are: ${programs.map((path) => basename(path, '.bench.ts')).join(', ')}`);
  process.exit(2);
}
let failed = false;
for (const path of chosen) {
  console.log(`\n── ${basename(path, '.bench.ts')}`);
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', '--expose-gc', path], { stdio: 'inherit' });
  failed ||= status !== 0;
}
process.exit(failed ? 1 : 0);

function benchesIn(folder) {
  try {
    return readdirSync(folder)
      .filter((name) => name.endsWith('.bench.ts'))
      .sort()
      .map((name) => join(folder, name));
  } catch {
    return [];
  }
}
