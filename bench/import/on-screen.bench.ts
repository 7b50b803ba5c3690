import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildWhenChanged, serveBuilt } from '../../scripts/built-app.mjs';
import { AppDriver } from '../../tests/support/app-driver';
import { launchBrowser } from '../../tests/support/browser';
import { longestTask, startTasks } from '../browser/main-thread';
import { line } from '../support/measure';
import { ledgerCsv, ledgerXlsx } from './generated';

/** The land that the generated ledgers lie on. */
const DISTRICT = JSON.stringify({
  type: 'Polygon',
  coordinates: [
    [
      [117.99, 30.99],
      [118.51, 30.99],
      [118.51, 31.51],
      [117.99, 31.51],
      [117.99, 30.99],
    ],
  ],
});

buildWhenChanged();
const folder = mkdtempSync(join(tmpdir(), 'shuantu-bench-'));
const server = await serveBuilt(0);
const browser = await launchBrowser();
try {
  await measure('CSV of 100,000 rows', 'ledger.csv', ledgerCsv(100_000), '100,000', 'asked: under 3 s to figures');
  await measure('XLSX of 100,000 rows', 'ledger.xlsx', ledgerXlsx(100_000), '100,000', 'asked: under 10 s');
  await measure('CSV of 1,000,000 rows', 'ledger.csv', ledgerCsv(1_000_000), '1,000,000', 'asked: under 20 s');
} finally {
  await browser.close();
  await server.close();
  rmSync(folder, { recursive: true });
}

/** From the file's choice to the sheet, and from the sheet to the figures; the person between them takes no time. */
async function measure(
  name: string,
  fileName: string,
  bytes: Uint8Array,
  count: string,
  target: string,
): Promise<void> {
  const path = join(folder, fileName);
  writeFileSync(path, bytes);
  const app = await AppDriver.visit(browser, server.resolvedUrls!.local[0]!);
  await newPlan(app);
  await app.dropFile('district.geojson', DISTRICT);
  await app.button(/导入 1 条/).click();
  await app.page.getByText('已导入 1 条').waitFor();
  await startTasks(app);
  const started = performance.now();
  await app.page.getByTestId('file-input').setInputFiles(path);
  await app.page.getByTestId('import-usable').filter({ hasText: count }).waitFor({ timeout: 180_000 });
  const sheet = performance.now();
  await app.button(new RegExp(`导入 ${count} 条`)).click();
  await app.page.waitForFunction(
    () => !/^0\.0 %|…|^–/.test(document.querySelector('[data-testid=strip-share]')?.textContent ?? '…'),
    undefined,
    { timeout: 180_000 },
  );
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`;
  line(`${name}: dropped until the sheet counts its records`, seconds(sheet - started));
  line('  dropped until its figures show', seconds(performance.now() - started), target);
  line('  longest main-thread task meanwhile', await longestTask(app), 'asked: under 50 ms');
  await app.close();
}

async function newPlan(app: AppDriver): Promise<void> {
  await app.page.getByRole('navigation').getByText('数据').click();
  await app.button('新建空白工程').click();
  await app.page.getByLabel('工程名称').fill('bench');
  await app.page.getByRole('dialog').getByRole('button', { name: '新建' }).click();
  await app.page.getByText('新建空白工程').waitFor();
  await app.page.locator('li', { hasText: 'bench' }).first().waitFor();
}
