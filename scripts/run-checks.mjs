// `npm test`: every check in turn; goes on after a failure, so that one run tells all. Ends with `N passed, N failed`.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'shuantu-checks-'));
let passed = 0;
let failed = 0;

function run(name, ...command) {
  console.log(`\n── ${name}`);
  return spawnSync('npx', ['--no-install', ...command], { stdio: 'inherit', shell: process.platform === 'win32' })
    .status;
}

function check(name, ...command) {
  const good = run(name, ...command) === 0;
  if (good) passed++;
  else failed++;
  console.log(`${good ? 'ok' : 'FAILED'}: ${name}`);
}

/** Tests count one by one; a run that ends without a report counts as one failure. */
function tests(name, project) {
  const report = join(folder, `${project}.json`);
  const status = run(
    name,
    'vitest',
    'run',
    '--project',
    project,
    '--reporter=default',
    '--reporter=json',
    `--outputFile=${report}`,
  );
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(report, 'utf8'));
    passed += numPassedTests;
    failed += numFailedTests || (status === 0 ? 0 : Math.max(1, numFailedTestSuites));
  } catch {
    failed++;
  }
}

check('types', 'tsc', '--noEmit');
check('lint and format', 'biome', 'check', '--error-on-warnings', '.');
check('unused code', 'knip');
tests('unit tests', 'unit');
tests('browser journeys', 'journeys');
rmSync(folder, { recursive: true });

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
