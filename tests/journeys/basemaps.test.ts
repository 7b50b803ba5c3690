import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { AppDriver } from '../support/app-driver';
import { launchBrowser } from '../support/browser';
import { vectorArchive } from '../support/pmtiles';
import { TOWN, TOWN_BOUNDS } from '../support/small-town';
import { MARK, serveTiles, type TileServer } from '../support/tile-server';

let browser: Browser;
let tiles: TileServer;
let app: AppDriver;
beforeAll(async () => {
  browser = await launchBrowser();
  tiles = await serveTiles();
  app = await AppDriver.visit(browser, inject('appUrl'), { address: '#job=data' });
});
afterAll(async () => {
  await browser.close();
  await tiles.close();
});

const address = () => app.page.getByLabel(/在线地图地址/);

describe('basemaps', () => {
  it('draws a dropped PMTiles file, Chinese names first, and says that it must be dropped again', async () => {
    await app.dropFile('江堤镇.pmtiles', vectorArchive(TOWN, TOWN_BOUNDS));
    await app.page.getByText('已用 江堤镇.pmtiles 作底图').waitFor();
    await app.page.getByText(/重新打开网页后需再次拖入/).waitFor();
    await app.lookAt(118.35, 31.28, 14.2);
    const drawn = new Set((await app.drawnOf('basemap')).map(({ sourceLayer }) => sourceLayer));
    for (const layer of ['water', 'landcover', 'building', 'transportation', 'place']) expect(drawn).toContain(layer);
    // Names of streets give way to the plan's signs; there is room for them nearer by.
    await app.lookAt(118.35, 31.28, 15.6);
    expect((await app.drawnOf('basemap')).map(({ sourceLayer }) => sourceLayer)).toContain('transportation_name');
    await app.page.locator('.maplibregl-ctrl-attrib', { hasText: '江堤镇.pmtiles' }).waitFor();
    await app.button('恢复工程底图').click();
    await app.mapAtRest();
    expect(await app.drawnOf('basemap')).toEqual([]);
  });

  it('refuses a file that was cut off, and keeps the map', async () => {
    const whole = vectorArchive(TOWN, TOWN_BOUNDS, 12);
    await app.dropFile('half.pmtiles', whole.slice(0, whole.length >> 1));
    await app.page.locator('.notice.bad', { hasText: 'half.pmtiles 不完整' }).waitFor();
    await app.page.getByText('当前：工程自带').waitFor();
    await app.page.locator('.notice.bad button').first().click();
  });

  it('warns of a GCJ-02 map by its host, and asks nothing while an address is typed', async () => {
    await address().fill('https://webrd0{s}.is.autonavi.com/appmaptile?x={x}&y={y}&z={z}');
    await app.page.getByText(/这是 GCJ-02（火星坐标）地图/).waitFor();
    expect(await app.page.getByLabel(/显示时纠正偏移/).isChecked()).toBe(true);
    await address().fill('https://maponline1.bdimg.com/tile/?x={x}&y={y}&z={z}');
    await app.page.getByText(/坐标系为 BD-09/).waitFor();
    await address().fill(`${tiles.url}/gcj/{z}/{x}/{y}`);
    await app.page.getByText(/按下按钮后才向 127.0.0.1 请求图片/).waitFor();
    expect(tiles.asked).toEqual([]);
    expect(app.requests.filter((url) => !/^(http:\/\/127\.0\.0\.1|blob:|data:)/.test(url))).toEqual([]);
  });

  it('asks for tiles once the address is added, and draws a GCJ-02 map within a pixel of the truth', async () => {
    await app.page.getByLabel(/显示时纠正偏移/).check();
    await app.button('使用此地图').click();
    await app.page.getByText('当前：您添加的在线地图').waitFor();
    // The map itself is some 60 pixels off at the first zoom and 400 at the second.
    for (const zoom of [13.5, 16.3]) {
      await app.lookAt(...MARK, zoom);
      const { x, y } = await app.darkSpot(MARK, 40);
      expect(Math.hypot(x, y), `zoom ${zoom}`).toBeLessThan(1);
    }
    expect(tiles.asked.length).toBeGreaterThan(0);
    await app.page.getByText('© 127.0.0.1').first().waitFor();
    expect(app.errors).toEqual([]);
  });

  it('remembers the address over a reload and comes back to the plan’s own ground by a click', async () => {
    await app.reload();
    await app.page.getByText('当前：您添加的在线地图').waitFor();
    expect(await app.page.getByLabel(/显示时纠正偏移/).isChecked()).toBe(true);
    await app.button('恢复工程底图').click();
    await app.page.getByText('当前：工程自带').waitFor();
  });

  it.each([
    ['missing', /没有这里的图片（404）/],
    ['closed', /不允许其他网页读取它的图片（CORS）/],
  ])('says why a map does not come (%s) and brings the plan’s own ground back', async (path, sentence) => {
    await address().fill(`${tiles.url}/${path}/{z}/{x}/{y}`);
    await app.button('使用此地图').click();
    await app.page.locator('.notice.bad', { hasText: sentence }).waitFor();
    await app.page.getByText('当前：工程自带').waitFor();
    await app.page.locator('.notice.bad button').first().click();
  });

  it('reads the layers of a WMTS when asked to, and draws the one chosen', async () => {
    await address().fill(`${tiles.url}/wmts?tk=1`);
    const before = tiles.asked.length;
    await app.page.getByText(/按下按钮后向 127.0.0.1 读取图层目录/).waitFor();
    expect(tiles.asked.length).toBe(before);
    await app.button('读取图层目录').click();
    await app.page.getByLabel('图层（1 个可用）').selectOption({ label: '市政影像' });
    await app.button('使用此地图').click();
    await app.page.getByText('市政影像').first().waitFor();
    await app.mapAtRest();
    expect(tiles.asked.slice(before).some((url) => url.startsWith('/gcj/'))).toBe(true);
  });
  it('lets the page itself reach no other machine, only the tile worker', async () => {
    const reached = await app.page.evaluate(
      (url) =>
        fetch(url, { mode: 'no-cors' }).then(
          () => true,
          () => false,
        ),
      `${tiles.url}/gcj/1/0/0`,
    );
    expect(reached).toBe(false);
  });
});
