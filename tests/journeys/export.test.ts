import Papa from 'papaparse';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readPlanFile } from '../../src/io/geopackage/plan-file';
import { AppDriver } from '../support/app-driver';
import { launchBrowser } from '../support/browser';

let browser: Browser;
let app: AppDriver;
beforeAll(async () => {
  browser = await launchBrowser();
  app = await AppDriver.visit(browser, inject('appUrl'), { address: '#job=data' });
});
afterAll(() => browser.close());

describe('export', () => {
  it('hands out the hydrants as CSV that Excel opens, with Chinese headers and every record', async () => {
    await app.button('导出记录…').click();
    await app.page.getByLabel('格式').selectOption('csv');
    expect(await app.page.getByTestId('export-count').innerText()).toBe('1,150');
    const { name, bytes } = await app.downloaded(() => app.button('导出 1,150 条').click());
    expect(name).toMatch(/市政消火栓\.csv$/);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    expect(text.startsWith('\ufeffid,编号,状态,')).toBe(true);
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    expect(data).toHaveLength(1150);
    expect(Number(data[0]!['经度(WGS84)'])).toBeGreaterThan(118);
    await app.page.getByText(/已导出 1,?150 条/).waitFor();
  });

  it('hands out several registers as one GeoPackage that holds them as they are', async () => {
    await app.button('导出记录…').click();
    await app.page.getByLabel('格式').selectOption('geopackage');
    await app.page
      .getByRole('dialog')
      .getByLabel(/^消防救援站/)
      .check();
    const { name, bytes } = await app.downloaded(() => app.button('导出 1,151 条').click());
    expect(name).toMatch(/\.gpkg$/);
    const file = await readPlanFile(name, bytes);
    if (!file.ok) throw new Error(file.issue.code);
    const { hydrant, fireStation, building } = file.value.plan.records;
    expect([hydrant.size, fireStation.size, building.size]).toEqual([1150, 1, 0]);
  });

  it('says what is wrong with a coordinate system and leaves the sheet open', async () => {
    await app.button('导出记录…').click();
    await app.page.getByLabel('坐标系').selectOption('other');
    await app.page.getByLabel('EPSG 代码').fill('1');
    await app.button('导出 1,150 条').click();
    await app.page.getByText(/无法识别坐标系“EPSG:1”/).waitFor();
    await app.button('取消').click();
    expect(app.errors).toEqual([]);
  });
});
