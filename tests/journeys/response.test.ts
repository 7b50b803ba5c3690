import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { AppDriver } from '../support/app-driver';
import { launchBrowser } from '../support/browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** The demonstration zone's only station, and a place across the river. */
const STATION = [118.3302139, 31.2701559] as const;
const ACROSS = [118.35, 31.288] as const;

async function openResponse(): Promise<AppDriver> {
  const app = await AppDriver.visit(browser, inject('appUrl'), { address: '#job=response' });
  await app.page.getByTestId('drive-share').waitFor();
  await app.mapAtRest();
  return app;
}
const share = (app: AppDriver): Promise<string> => app.page.getByTestId('drive-share').innerText();

describe('response along the roads', () => {
  it('follows a station under the pointer, goes back on Escape, keeps the move on release and undoes it', async () => {
    const app = await openResponse();
    const before = await share(app);
    expect(before).toMatch(/^\d\d\.\d %$/);
    await app.dragMap(STATION, ACROSS, false);
    await expect.poll(() => share(app)).not.toBe(before);
    await app.page.keyboard.press('Escape');
    await app.page.mouse.up();
    await expect.poll(() => share(app)).toBe(before);
    await app.dragMap(STATION, ACROSS);
    await expect.poll(() => share(app)).not.toBe(before);
    await app.button('撤销').first().click();
    await expect.poll(() => share(app)).toBe(before);
    expect(app.errors).toEqual([]);
    await app.close();
  });

  it('tells who comes to a place, closes the road clicked and opens it again', async () => {
    const app = await openResponse();
    await app.lookAt(STATION[0], STATION[1], 16);
    const road = await aRoadNearBy(app);
    await app.clickMap(...road);
    await app.page.getByTestId('chain').getByText('首到').waitFor();
    const before = await app.page.getByTestId('chain').innerText();
    await app.button('封闭道路').click();
    await app.button('开放道路').waitFor();
    await expect.poll(() => app.page.getByTestId('chain').innerText()).not.toBe(before);
    await app.page.keyboard.press('x');
    await expect.poll(() => app.page.getByTestId('chain').innerText()).toBe(before);
    expect(app.errors).toEqual([]);
    await app.close();
  });

  it('fits speeds to recorded times, uses them, and ranks losses', async () => {
    const app = await openResponse();
    const before = await share(app);
    await app.button('分析实际时间').click();
    await app.page.getByTestId('fit-r2').waitFor();
    await app.button('采用反算车速').click();
    await expect.poll(() => share(app)).not.toBe(before);
    await app.button('开始排序').click();
    await expect.poll(() => app.page.getByTestId('losses').locator('li').count()).toBeGreaterThan(5);
    await app.page.getByText('直线', { exact: true }).click();
    await app.page.getByText('覆盖圈').waitFor();
    expect(app.errors).toEqual([]);
    await app.close();
  });
});

/** A place on a street near the middle of the map, off every sign. */
async function aRoadNearBy(app: AppDriver): Promise<readonly [number, number]> {
  return app.page.evaluate(() => {
    const holder = document.querySelector('[data-testid=map]') as HTMLElement & {
      shuantuMap: import('maplibre-gl').Map;
    };
    const map = holder.shuantuMap;
    const { width, height } = holder.getBoundingClientRect();
    for (let x = 0.45 * width; x < 0.75 * width; x += 2) {
      const at: [number, number] = [x, 0.4 * height];
      const around: [[number, number], [number, number]] = [
        [at[0] - 8, at[1] - 8],
        [at[0] + 8, at[1] + 8],
      ];
      const layers = ['fireStation', 'keyUnit', 'microStation'];
      const street = map.queryRenderedFeatures(at, { layers: ['road'] }).length > 0;
      if (street && map.queryRenderedFeatures(around, { layers }).length === 0) {
        const { lng, lat } = map.unproject(at);
        return [lng, lat] as [number, number];
      }
    }
    throw new Error('No street found');
  });
}
