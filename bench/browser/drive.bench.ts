import { buildWhenChanged, serveBuilt } from '../../scripts/built-app.mjs';
import { AppDriver } from '../../tests/support/app-driver';
import { launchBrowser } from '../../tests/support/browser';
import { line } from '../support/measure';
import { cpuOf, longestTask, startTasks } from './main-thread';

/** The station of the demonstration zone. */
const STATION = [118.3302139, 31.2701559] as const;
const MOVES = 100;
const MARK = 'shuantu-engine';

buildWhenChanged();
const server = await serveBuilt(0);
const browser = await launchBrowser();
try {
  const app = await AppDriver.visit(browser, server.resolvedUrls!.local[0]!, { address: '#job=response' });
  await app.page.getByTestId('drive-share').waitFor();
  await app.page.waitForTimeout(500);
  await dragStation(app);
} finally {
  await browser.close();
  await server.close();
}

/** Roads, land, shares, lists and the strip are all answered anew for each move that the engine takes up. */
async function dragStation(app: AppDriver): Promise<void> {
  const engine = app.page.workers().find((worker) => /entry/.test(worker.url()));
  if (!engine) throw new Error('The engine has no worker');
  const { mouse } = app.page;
  const from = await app.onPage(...STATION);
  const move = async (k: number): Promise<void> => {
    await mouse.move(from.x + 90 * Math.sin(k / 7), from.y + 70 * (1 - Math.cos(k / 9)));
    await app.page.waitForTimeout(40);
  };
  await mouse.move(from.x, from.y);
  await mouse.down();
  for (let k = 1; k <= 20; k++) await move(k);
  // As text: the loader that runs this file would put calls of its own into a function.
  await engine.evaluate(`
    self.shuantuReplies = 0;
    self.shuantuPost = self.postMessage;
    self.postMessage = (...args) => { self.shuantuReplies++; return self.shuantuPost(...args); };
  `);
  await startTasks(app);
  await engine.evaluate(`void performance.mark('${MARK}')`);
  for (let k = 21; k <= 20 + MOVES; k++) await move(k);
  const replies = await engine.evaluate<number>('self.shuantuReplies');
  const { main, marked } = await cpuOf(app, MARK);
  line(`dragging the station, ${replies} answers for ${MOVES} moves`, '');
  line('  engine, CPU for one answer', `${(marked / replies).toFixed(1)} ms`, 'asked: under 33 ms');
  line('  main thread, CPU for one answer, the map drawn in software', `${(main / replies).toFixed(1)} ms`);
  await startTasks(app);
  for (let k = 121; k <= 150; k++) await move(k);
  line('  longest main-thread task while dragging', await longestTask(app), 'asked: under 50 ms');
  await app.page.keyboard.press('Escape');
  await mouse.up();
}
