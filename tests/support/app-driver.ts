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
    context.setDefaultTimeout(15_000);
    const driver = new AppDriver(await context.newPage(), url);
    await driver.open(address);
    return driver;
  }

  async open(address = ''): Promise<void> {
    await this.page.goto(`${this.url}${address}`);
    await this.page.getByTestId('strip-share').waitFor({ timeout: 30_000 });
    await this.mapAtRest();
  }

  /** The same visitor opens the app once more beside this tab. */
  async anotherTab(): Promise<AppDriver> {
    const driver = new AppDriver(await this.page.context().newPage(), this.url);
    await driver.open('#job=data');
    return driver;
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.page.getByTestId('strip-share').waitFor({ timeout: 30_000 });
    await this.mapAtRest();
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }

  /** Waits until every tile, label and blob of the map is drawn. */
  async mapAtRest(): Promise<void> {
    await this.page.waitForFunction(
      () => {
        const map = (document.querySelector('[data-testid=map]') as (HTMLElement & { shuantuMap?: MapLibreMap }) | null)
          ?.shuantuMap;
        return map?.loaded() === true && !map.isMoving();
      },
      undefined,
      { timeout: 60_000 },
    );
    await this.page.waitForTimeout(400);
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

  /** Drops a file on the window. */
  async dropFile(name: string, text: string): Promise<void> {
    const transfer = await this.page.evaluateHandle(
      ([fileName, body]) => {
        const data = new DataTransfer();
        data.items.add(new File([body!], fileName!));
        return data;
      },
      [name, text],
    );
    await this.page.dispatchEvent('body', 'dragover', { dataTransfer: transfer });
    await this.page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
  }

  async picture(path: string): Promise<void> {
    await this.mapAtRest();
    await this.page.screenshot({ path });
  }
}
