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
  async saved(act: () => Promise<void>): Promise<{ name: string; bytes: Uint8Array }> {
    const [download] = await Promise.all([this.page.waitForEvent('download'), act()]);
    return { name: download.suggestedFilename(), bytes: new Uint8Array(readFileSync(await download.path())) };
  }

  async picture(path: string): Promise<void> {
    await this.mapAtRest();
    await this.page.screenshot({ path });
  }
}
