import { readFileSync } from 'node:fs';
import type { Map as MapLibreMap } from 'maplibre-gl';
import type { Browser, Locator, Page } from 'playwright-core';

export interface Look {
  readonly width?: number;
  readonly height?: number;
  readonly theme?: 'light' | 'dark' | 'contrast';
  readonly language?: 'zh-CN' | 'en';
  readonly address?: string;
  readonly touch?: boolean;
  /** Runs in the engine's worker before anything else: makes the browser into another one. */
  readonly workerPrelude?: string;
}

/** Drives the app as a person does: what is on the screen, in a person's words. */
export class AppDriver {
  readonly errors: string[] = [];
  readonly requests: string[] = [];

  private constructor(
    readonly page: Page,
    private readonly url: string,
  ) {
    page.on('pageerror', (error) => this.errors.push(String(error)));
    page.on('console', (message) => {
      if (message.type() === 'error') this.errors.push(message.text());
    });
    page.on('request', (request) => this.requests.push(request.url()));
  }

  /** A fresh visitor with the demonstration zone open and analysed. */
  static async visit(browser: Browser, url: string, look: Look = {}): Promise<AppDriver> {
    const { width = 1440, height = 900, theme = 'light', language = 'zh-CN', address = '', touch = false } = look;
    const context = await browser.newContext({ viewport: { width, height }, hasTouch: touch, reducedMotion: 'reduce' });
    await context.addInitScript(
      ([chosenTheme, chosenLanguage]) => {
        if (!localStorage.getItem('shuantu.preferences'))
          localStorage.setItem('shuantu.preferences', JSON.stringify({ theme: chosenTheme, language: chosenLanguage }));
      },
      [theme, language],
    );
    if (look.workerPrelude)
      await context.route(/assets\/entry-[^/]*\.js$/, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: `${look.workerPrelude};${await response.text()}` });
      });
    context.setDefaultTimeout(30_000);
    const driver = new AppDriver(await context.newPage(), url);
    await driver.open(address);
    return driver;
  }

  async open(address = ''): Promise<void> {
    await this.page.goto(`${this.url}${address}`);
    await this.page.getByTestId('strip-share').waitFor({ timeout: 60_000 });
    await this.mapAtRest();
  }

  /** The same visitor opens the app once more beside this tab. */
  async anotherTab(): Promise<AppDriver> {
    const driver = new AppDriver(await this.page.context().newPage(), this.url);
    await driver.open('#job=data');
    return driver;
  }

  /** Reloads the page once the last edit is stored. */
  async reload(): Promise<void> {
    await this.saved();
    await this.page.reload();
    await this.page.getByTestId('strip-share').waitFor({ timeout: 60_000 });
    await this.mapAtRest();
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** Waits until every record, tile and label of the map is drawn. */
  async mapAtRest(): Promise<void> {
    await this.page.locator('[data-testid=map][aria-busy=false]').waitFor({ timeout: 60_000 });
    await this.page.evaluate(async () => {
      const { shuantuMap: map } = document.querySelector('[data-testid=map]') as HTMLElement & {
        shuantuMap: MapLibreMap;
      };
      const idle = new Promise((resolve) => map.once('idle', resolve));
      map.triggerRepaint();
      await idle;
    });
  }

  /** Waits until the last edit is in the database. */
  async saved(): Promise<void> {
    await this.page
      .getByRole('status')
      .getByText(/^(已保存|Saved) ✓$/)
      .waitFor();
  }

  figure(id: string): Promise<string> {
    return this.page.getByTestId(`strip-${id}`).innerText();
  }

  async number(id: string): Promise<number> {
    const text = await this.figure(id);
    return Number(text.replaceAll(',', '').match(/-?[\d.]+/)?.[0]);
  }

  button(name: string | RegExp): Locator {
    return this.page.getByRole('button', { name });
  }

  /** What stands chosen in a list, in words. */
  chosenIn(label: string): Promise<string> {
    return this.page
      .getByLabel(label, { exact: true })
      .evaluate((list) => (list as HTMLSelectElement).selectedOptions[0]?.text ?? '');
  }

  /** Looks at a place at a zoom at once. */
  async lookAt(lon: number, lat: number, zoom: number): Promise<void> {
    await this.page.evaluate(
      ([x, y, z]) => {
        const holder = document.querySelector('[data-testid=map]') as HTMLElement & { shuantuMap: MapLibreMap };
        holder.shuantuMap.jumpTo({ center: [x!, y!], zoom: z! });
      },
      [lon, lat, zoom],
    );
    await this.mapAtRest();
  }

  /** Where a place is on the page. */
  async onPage(lon: number, lat: number): Promise<{ x: number; y: number }> {
    return this.page.evaluate(
      ([x, y]) => {
        const holder = document.querySelector('[data-testid=map]') as HTMLElement & { shuantuMap: MapLibreMap };
        const box = holder.getBoundingClientRect();
        const point = holder.shuantuMap.project([x!, y!]);
        return { x: box.left + point.x, y: box.top + point.y };
      },
      [lon, lat],
    );
  }

  async clickMap(lon: number, lat: number): Promise<void> {
    const { x, y } = await this.onPage(lon, lat);
    await this.page.mouse.click(x, y);
  }

  /** Drags from one place to another in steps, as a hand does; `release` false keeps holding. */
  async dragMap(from: readonly [number, number], to: readonly [number, number], release = true): Promise<void> {
    const a = await this.onPage(...from);
    const b = await this.onPage(...to);
    const { mouse } = this.page;
    await mouse.move(a.x, a.y);
    await mouse.down();
    for (let k = 1; k <= 8; k++) await mouse.move(a.x + ((b.x - a.x) * k) / 8, a.y + ((b.y - a.y) * k) / 8);
    if (release) await mouse.up();
  }

  /** Draws a line by hand through places, the button held. */
  async drawOnMap(places: readonly (readonly [number, number])[]): Promise<void> {
    const { mouse } = this.page;
    for (const [k, place] of places.entries()) {
      const { x, y } = await this.onPage(...place);
      await mouse.move(x, y);
      if (k === 0) await mouse.down();
    }
    await mouse.up();
  }

  /** Drops a file on the window. */
  dropFile(name: string, content: string | Uint8Array): Promise<void> {
    return this.dropFiles([[name, content]]);
  }

  /** Drops several files at once. */
  async dropFiles(files: readonly (readonly [name: string, content: string | Uint8Array])[]): Promise<void> {
    const packed = files.map(([name, content]) => [name, Buffer.from(content).toString('base64')] as const);
    const transfer = await this.page.evaluateHandle((list) => {
      const data = new DataTransfer();
      for (const [name, content] of list) {
        const bytes = Uint8Array.from(atob(content), (sign) => sign.charCodeAt(0));
        data.items.add(new File([bytes], name));
      }
      return data;
    }, packed);
    await this.page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
    await this.page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  }

  /** What the browser saves when something is done: the file's name and its bytes. */
  async downloaded(act: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), act()]);
    return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
  }

  /** What the map draws of a source: the layer of the tiles and the name. */
  async drawnOf(source: string): Promise<{ sourceLayer: string; name: string }[]> {
    return this.page.evaluate((wanted) => {
      const holder = document.querySelector('[data-testid=map]') as HTMLElement & { shuantuMap: MapLibreMap };
      return holder.shuantuMap
        .queryRenderedFeatures()
        .filter((feature) => feature.source === wanted)
        .map(({ sourceLayer, properties }) => ({
          sourceLayer: sourceLayer ?? '',
          name: String(properties.name ?? ''),
        }));
    }, source);
  }

  /** The middle of what is dark around a place, in pixels from the place itself. */
  async darkSpot(place: readonly [number, number], radiusPx: number): Promise<{ x: number; y: number }> {
    const at = await this.onPage(...place);
    const [left, top] = [Math.round(at.x) - radiusPx, Math.round(at.y) - radiusPx];
    const clip = { x: left, y: top, width: 2 * radiusPx, height: 2 * radiusPx };
    const png = (await this.page.screenshot({ clip })).toString('base64');
    const middle = await this.page.evaluate(async (data) => {
      const bytes = Uint8Array.from(atob(data), (one) => one.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d')!;
      context.drawImage(bitmap, 0, 0);
      const pixels = context.getImageData(0, 0, bitmap.width, bitmap.height).data;
      const shades = Array.from({ length: pixels.length / 4 }, (_, k) => pixels[4 * k]!);
      const ground = Math.max(...shades);
      let [weight, x, y] = [0, 0, 0];
      for (const [k, shade] of shades.entries()) {
        const dark = ground - shade > ground / 5 ? ground - shade : 0;
        weight += dark;
        x += dark * ((k % bitmap.width) + 0.5);
        y += dark * (Math.floor(k / bitmap.width) + 0.5);
      }
      return { x: x / weight, y: y / weight };
    }, png);
    return { x: left + middle.x - at.x, y: top + middle.y - at.y };
  }

  async picture(path: string): Promise<void> {
    await this.mapAtRest();
    await this.page.screenshot({ path });
  }
}
