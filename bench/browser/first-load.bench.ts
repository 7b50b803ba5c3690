import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { buildWhenChanged, serveBuilt } from '../../scripts/built-app.mjs';
import { AppDriver } from '../../tests/support/app-driver';
import { launchBrowser } from '../../tests/support/browser';
import { line } from '../support/measure';
import { longestTask, startTasks } from './main-thread';

buildWhenChanged();
measureSizes();
await measureShift();

/** What index.html asks for at once, without the map's own chunks, which load beside it. */
function measureSizes(): void {
  const html = readFileSync('dist/index.html', 'utf8');
  const named = [...html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.js)"/g)].map(([, path]) => path!);
  const size = (path: string): number => gzipSync(readFileSync(`dist/${path}`)).length / 1000;
  const first = named.filter((path) => !/map/.test(path));
  const kB = first.reduce((sum, path) => sum + size(path), 0);
  line('JavaScript before the map shows, gzip', `${kB.toFixed(0)} kB in ${first.length} files`, 'asked: under 350 kB');
  for (const name of readdirSync('dist/assets').filter((each) => each.endsWith('.js')))
    line(`  ${name.replace(/-[\w-]{8}\.js$/, '')}`, `${size(`assets/${name}`).toFixed(0)} kB`);
}

async function measureShift(): Promise<void> {
  const server = await serveBuilt(0);
  const browser = await launchBrowser();
  const app = await AppDriver.visit(browser, server.resolvedUrls!.local[0]!);
  const shift = await app.page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(sum), 500);
      }),
  );
  line('layout shift of the first load', shift.toFixed(4), 'asked: none');
  await startTasks(app);
  await app.reload();
  line('longest main-thread task from reload to a map at rest', await longestTask(app));
  await browser.close();
  await server.close();
}
