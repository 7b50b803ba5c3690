import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { AppDriver } from '../support/app-driver';
import { launchBrowser } from '../support/browser';

let browser: Browser;
let app: AppDriver;
beforeAll(async () => {
  browser = await launchBrowser();
  app = await AppDriver.visit(browser, inject('appUrl'));
});
afterAll(() => browser.close());

const LEDGER = `编号,状态,经度,纬度,流量(L/s),检查日期
T-1,完好,118.3301,31.2701,18,2026/3/1
T-2,损坏,118.3311,31.2711,,2026年2月5日
T-3,正常,118.3321,131.2721,20,2026-01-01
"=HYPERLINK(""x"")",完好,118.3331,31.2731,12,bad
`;

describe('own data', () => {
  it('shows what a ledger is, what is left out and why, and imports it as one step that undo takes back', async () => {
    await app.dropFile('消火栓台账.csv', LEDGER);
    await app.page.getByText('导入：消火栓台账.csv').waitFor();
    await expect.poll(() => app.page.getByTestId('import-usable').innerText()).toBe('3');
    expect(await app.page.getByLabel('内容', { exact: true }).inputValue()).toBe('hydrant');
    await app.page.getByText(/略去 1 条记录/).click();
    await app.page.getByText(/131.2721 不在地球上/).waitFor();
    await app.button(/导入 3 条/).click();
    await app.page.getByText('已导入 3 条').waitFor();
    await app.page.locator('.notice .link').click();
    await app.page.getByText('已保存 ✓').waitFor();
    await app.page.getByRole('navigation').getByText('数据').click();
    await expect.poll(() => app.page.locator('li.row', { hasText: '市政消火栓' }).innerText()).toContain('1,150');
  });

  it.each([
    ['empty.geojson', '', '是空文件'],
    ['broken.json', '{"type":"FeatureCollection",', '不是完整的 JSON'],
    ['picture.png', '\u0089PNG\u0000\u0001', '格式无法识别'],
    ['header.csv', '经度,纬度\n', '只有表头'],
  ])('says in one sentence what is wrong with %s, and the plan stays', async (name, text, sentence) => {
    const before = await app.figure('share');
    await app.dropFile(name, text);
    await app.page.locator('.notice.bad', { hasText: sentence }).waitFor();
    expect(await app.figure('share')).toBe(before);
    await app.page.locator('.notice.bad button').first().click();
  });

  it('refuses a self-crossing district with the place, and undo brings the old one back', async () => {
    const ring = [
      [118.3, 31.2],
      [118.4, 31.3],
      [118.4, 31.2],
      [118.3, 31.32],
      [118.3, 31.2],
    ];
    await app.dropFile('district.geojson', JSON.stringify({ type: 'Polygon', coordinates: [ring] }));
    await app.button(/导入 1 条/).click();
    await app.page.getByRole('navigation').getByText('覆盖').click();
    await app.page.getByText(/自相交/).waitFor();
    await app.button('撤销').first().click();
    await app.page.getByTestId('covered-share').waitFor();
  });

  it('analyses another town: a district and hydrants of its own in an empty plan', async () => {
    await app.page.getByRole('navigation').getByText('数据').click();
    await app.button('新建空白工程').click();
    await app.page.getByLabel('工程名称').fill('测试镇');
    await app.page.getByRole('dialog').getByRole('button', { name: '新建' }).click();
    await app.page.getByRole('navigation').getByText('覆盖').click();
    await app.page.getByText('还没有辖区边界').waitFor();
    const square = [
      [120, 30],
      [120.01, 30],
      [120.01, 30.01],
      [120, 30.01],
      [120, 30],
    ];
    await app.dropFile('boundary.geojson', JSON.stringify({ type: 'Polygon', coordinates: [square] }));
    await app.button(/导入 1 条/).click();
    await expect.poll(() => app.figure('share')).toBe('0.0 %');
    await app.dropFile('hydrants.csv', 'number,status,lon,lat\nA,working,120.005,30.005\n');
    await app.button(/导入 1 条/).click();
    // One disc of 150 m in 0.965 km × 1.109 km: 70,686 m² of 1.0695 km².
    await expect.poll(() => app.figure('share')).toBe('6.6 %');
    expect(app.errors).toEqual([]);
  });
});
