import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import proj4 from 'proj4';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { createDemoZone } from '../../src/demo/demo-zone';
import { toOffset } from '../../src/io/crs/chinese-offset';
import type { Hydrant } from '../../src/model/entities/hydrant';
import { AppDriver } from '../support/app-driver';
import { launchBrowser } from '../support/browser';

let browser: Browser;
let app: AppDriver;
beforeAll(async () => {
  browser = await launchBrowser();
  app = await AppDriver.visit(browser, inject('appUrl'));
});
afterAll(() => browser.close());

/** Where the hydrants of the demonstration zone stand. */
const PLACES = createDemoZone()
  .records.filter(({ type }) => type === 'hydrant')
  .map(({ entity }) => (entity as Hydrant).geometry.coordinates);

/** A ledger as a water company fills it from an online map: GCJ-02, cubic metres an hour, one word of its own. */
function mapLedger(rows: number): string {
  const lines = PLACES.slice(0, rows).map((position, k) => {
    const [lon, lat] = toOffset('GCJ02', position);
    return `G-${k},${k === 3 ? '基本完好' : '完好'},${lon},${lat},54`;
  });
  return `编号,状态,经度,纬度,流量(m³/h)\n${lines.join('\n')}\n`;
}

const system = (): Promise<string> => app.chosenIn('坐标系');
const hydrants = (): Promise<string> => app.page.locator('li.row', { hasText: '市政消火栓' }).innerText();

describe('the import sheet', () => {
  it('finds the shift of an online map by the roads and lands the ledger where it belongs', async () => {
    await app.dropFile('gaode.csv', mapLedger(40));
    await app.button(/导入 40 条/).waitFor();
    expect(await system()).toMatch(/^GCJ-02.*与现有道路相符/);
    await app.page.getByLabel('“基本完好”表示').selectOption({ label: '完好' });
    await app.page.getByText('全部可用，没有略去任何内容').waitFor();
    await app.button(/导入 40 条/).click();
    await app.page.getByText('已导入 40 条').waitFor();
    await app.page.getByRole('navigation').getByText('台账').click();
    await app.page.getByRole('searchbox').fill('G-3');
    await app.page.locator('.record-row', { hasText: 'G-3' }).first().click();
    // To ten centimetres: the last digit may round the other way.
    const [lon, lat] = PLACES[3]!.map((degrees) => degrees.toFixed(7).slice(0, -2));
    await app.page.getByText(new RegExp(`${lon}\\d, ${lat}\\d`)).waitFor();
    expect(await app.page.locator('.record-row', { hasText: 'G-3' }).first().innerText()).toContain('完好');
  });

  it('takes the next file with the same header as the last one, and proposes to update', async () => {
    await app.dropFile('gaode-2.csv', mapLedger(5));
    await app.page.getByText('已沿用上次同表头文件的对应关系').waitFor();
    expect(await system()).toMatch(/^GCJ-02.*与上次相同/);
    const update = app.page.getByRole('radio', { name: /按编号更新.*不变 5/ });
    await update.waitFor();
    expect(await update.isChecked()).toBe(true);
    await app.button('取消').click();
    await app.page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  it('asks for the system of metres that nobody declares, and lets in nothing before', async () => {
    const metres = proj4('WGS84', '+proj=tmerc +lat_0=0 +lon_0=117 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m');
    const lines = PLACES.slice(0, 30).map((position, k) => {
      const [east, north] = metres.forward([...position]);
      return `M-${k},${north},${east}`;
    });
    await app.dropFile('survey.csv', `编号,X坐标,Y坐标\n${lines.join('\n')}\n`);
    await app.page.getByText('请先确定“survey.csv”的坐标系').waitFor();
    expect(await app.button(/导入 30 条/).isDisabled()).toBe(true);
    expect(await system()).toMatch(/CGCS2000 3度带 中央经线117°.*先写北/);
    await app.button('位置正确，就用它').click();
    await app.button(/导入 30 条/).click();
    await app.page.getByText('已导入 30 条').waitFor();
  });

  it('takes the ticked layers of several files in one step, keeps what is left out, and undoes all in one', async () => {
    await app.page.getByRole('navigation').getByText('数据').click();
    const before = await hydrants();
    await app.dropFiles([
      ['stations.csv', '名称,经度(WGS84),纬度(WGS84)\n一号站,118.33,31.27\n二号站,118.34,31.28\n坏行,,31.28\n'],
      ['hydrants.csv', 'number,status,lon,lat\nL-1,working,118.335,31.27\n'],
      ['unwanted.csv', 'number,status,lon,lat\nU-1,working,118.336,31.27\n'],
    ]);
    await app.page.getByText('导入：3 个文件').waitFor();
    await app.page.getByLabel('导入 unwanted.csv').uncheck();
    await app.page.getByText(/略去 1 条记录/).click();
    const saving = app.page.waitForEvent('download');
    await app.button('保存为 CSV').click();
    const list = await readFile(await (await saving).path(), 'utf8');
    expect(list.startsWith('\ufeff')).toBe(true);
    expect(list).toMatch(/\r\n4,经度\(WGS84\),/);
    await app.button(/导入 2 个图层共 3 条/).click();
    await app.page.getByText('已导入 3 条').waitFor();
    await expect.poll(hydrants).not.toBe(before);
    await app.page.locator('.notice', { hasText: '已导入 3 条' }).getByText('撤销').click();
    await expect.poll(hydrants).toBe(before);
    expect(app.errors).toEqual([]);
  });
});
