import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { AppDriver } from '../support/app-driver';
import { launchBrowser } from '../support/browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const visit = (look?: Parameters<typeof AppDriver.visit>[2]): Promise<AppDriver> =>
  AppDriver.visit(browser, inject('appUrl'), look);

describe('the first minute', () => {
  it('shows the demonstration zone analysed, asks nothing of the network and logs no error', async () => {
    const app = await visit();
    expect(await app.figure('share')).toMatch(/^7\d\.\d %$/);
    await app.page.getByText('空白区 2').first().waitFor();
    expect(app.requests.filter((url) => !/^(http:\/\/127\.0\.0\.1|blob:|data:)/.test(url))).toEqual([]);
    expect(app.errors).toEqual([]);
    await app.close();
  });

  it('moves the figures and the map while a hydrant is dragged, puts it back on Escape, keeps it on release and undoes it', async () => {
    const app = await visit();
    const from = await hydrantNear(app, 118.35, 31.285);
    await app.lookAt(from[0], from[1], 16);
    const before = await app.figure('gaps');
    const to = [from[0] + 0.0022, from[1] + 0.0012] as const;
    await app.dragMap(from, to, false);
    await expect.poll(() => app.figure('gaps')).not.toBe(before);
    await app.page.keyboard.press('Escape');
    await app.page.mouse.up();
    await expect.poll(() => app.figure('gaps')).toBe(before);
    expect(await app.button('撤销').first().isDisabled()).toBe(true);
    await app.dragMap(from, to);
    await app.saved();
    await app.page.getByTestId('delta-gaps').waitFor();
    await app.button('撤销').first().click();
    await expect.poll(() => app.page.getByTestId('delta-gaps').count()).toBe(0);
    expect(app.errors).toEqual([]);
    await app.close();
  });

  it('flies to a gap from the list, plans a hydrant there and sees the gap shrink once planned ones count', async () => {
    const app = await visit();
    await app.page.locator('.gap-row').first().click();
    await app.mapAtRest();
    await app.button('在此规划消火栓').click();
    await app.page.getByRole('region', { name: '市政消火栓' }).waitFor();
    const present = await app.number('share');
    await app.page.getByLabel('方案', { exact: true }).selectOption('planned');
    await expect.poll(() => app.number('share')).toBeGreaterThan(present);
    await app.page.getByTestId('delta-share').waitFor();
    await app.close();
  });

  it('keeps an edit over a reload', async () => {
    const app = await visit();
    await app.page.keyboard.press('Control+k');
    await app.page.getByPlaceholder('查找地点、对象、操作').last().fill('XHS-0100');
    await app.page.keyboard.press('Enter');
    const note = app.page.getByLabel('备注');
    await note.fill('井盖松动');
    await note.press('Enter');
    await app.reload();
    expect(await app.page.getByLabel('备注').inputValue()).toBe('井盖松动');
    await app.close();
  });

  it('speaks English, keeps the choice, and reopens a view from its address', async () => {
    const app = await visit();
    await app.button('Switch to English').click();
    await app.page.getByText('of the district within reach of a hydrant').waitFor();
    await app.reload();
    await app.page.getByText('of the district within reach of a hydrant').waitFor();
    await app.open('#job=response&planned=1');
    await app.page.getByText('Reached in time').waitFor();
    expect(await app.page.getByLabel('Scenario').inputValue()).toBe('planned');
    await app.close();
  });
});

describe('selecting and measuring', () => {
  it('selects by box and by lasso what lies within, also under clusters', async () => {
    const app = await visit();
    await app.lookAt(118.35, 31.285, 14.5);
    await app.page.keyboard.press('b');
    await app.dragMap([118.344, 31.289], [118.356, 31.281]);
    await app.page
      .getByText(/已选 \d+ 项/)
      .first()
      .waitFor();
    await app.page.keyboard.press('l');
    const boxed = await app.page
      .getByText(/已选 \d+ 项/)
      .first()
      .innerText();
    await app.drawOnMap([
      [118.346, 31.288],
      [118.351, 31.287],
      [118.35, 31.283],
      [118.346, 31.284],
    ]);
    await expect
      .poll(() =>
        app.page
          .getByText(/已选 \d+ 项/)
          .first()
          .innerText(),
      )
      .not.toBe(boxed);
    await app.close();
  });

  it('measures a distance on the ground', async () => {
    const app = await visit();
    await app.lookAt(118.35, 31.28, 15);
    await app.page.keyboard.press('m');
    await app.clickMap(118.348, 31.28);
    await app.clickMap(118.352, 31.28);
    const text = await app.page.evaluate(() => {
      const holder = document.querySelector('[data-testid=map]') as HTMLElement & {
        shuantuMap: import('maplibre-gl').Map;
      };
      const source = holder.shuantuMap.getSource('measure') as unknown as {
        serialize(): { data: GeoJSON.FeatureCollection };
      };
      return source
        .serialize()
        .data.features.map(({ properties }) => properties?.text)
        .filter(Boolean);
    });
    // 0.004° of longitude at 31.28° are 381 m; a click falls on a whole pixel, 2 m here.
    expect(Math.abs(Number.parseFloat(text.join()) - 381)).toBeLessThan(3);
    await app.close();
  });

  it('adds a station with the tool and compares two against one', async () => {
    const app = await visit({ address: '#job=response' });
    await app.page.getByText('到场比例').waitFor();
    await app.button('添加规划消防站').click();
    await app.clickMap(118.385, 31.295);
    await app.page.keyboard.press('Escape');
    await app.page.getByLabel('计入规划消防站').check();
    await app.page.locator('.checks input').first().check();
    await app.page.getByRole('columnheader', { name: '对照' }).waitFor();
    const gain = app.page.locator('.checks + table td.strong').nth(1);
    await expect.poll(() => gain.innerText()).toMatch(/^\+/);
    await app.close();
  });
});

/** The place of some working hydrant that stands alone near a point. */
async function hydrantNear(app: AppDriver, lon: number, lat: number): Promise<readonly [number, number]> {
  await app.lookAt(lon, lat, 16);
  return app.page.evaluate(() => {
    const holder = document.querySelector('[data-testid=map]') as HTMLElement & {
      shuantuMap: import('maplibre-gl').Map;
    };
    const { width, height } = holder.getBoundingClientRect();
    const found = holder.shuantuMap
      .queryRenderedFeatures({ layers: ['hydrant'] })
      .filter(({ properties }) => properties.sign === 'working')
      .map(({ geometry }) => (geometry as GeoJSON.Point).coordinates as [number, number])
      .filter((at) => {
        const { x, y } = holder.shuantuMap.project(at);
        return x > width * 0.35 && x < width * 0.7 && y > height * 0.3 && y < height * 0.7;
      });
    return found[0]!;
  });
}
