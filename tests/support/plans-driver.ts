import { join } from 'node:path';
import type { Browser, Download } from 'playwright-core';
import { AppDriver } from './app-driver';

/** Works with plans as a person does: the list in the data panel, files, a second tab, the inspector's note. */
export class PlansDriver {
  constructor(readonly app: AppDriver) {}

  /** A visitor whose browser has no private file system to give. */
  static async withoutStorage(browser: Browser, url: string): Promise<PlansDriver> {
    const look = { address: '#job=data' };
    const forbid = `StorageManager.prototype.getDirectory = () => Promise.reject(new DOMException('no', 'SecurityError'));`;
    return new PlansDriver(await AppDriver.visit(browser, url, { ...look, workerPrelude: forbid }));
  }

  /** From here on the browser has no room for another byte. */
  async fillStorage(): Promise<void> {
    const { page } = this.app;
    const session = await page.context().newCDPSession(page);
    const { origin } = new URL(page.url());
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 1 });
  }

  async secondTab(): Promise<PlansDriver> {
    return new PlansDriver(await this.app.anotherTab());
  }

  async names(): Promise<string[]> {
    return this.app.page.locator('.plan-open > span').allInnerTexts();
  }

  async records(): Promise<number> {
    return Number((await this.app.page.locator('.headline strong').first().innerText()).replaceAll(',', ''));
  }

  async create(name: string): Promise<void> {
    await this.app.button('新建空白工程').click();
    await this.app.page.getByLabel('工程名称').fill(name);
    await this.confirm('新建');
    await this.row(name).waitFor();
    await this.saved();
  }

  async open(name: string): Promise<void> {
    await this.row(name).locator('.plan-open').click();
    await this.app.page.locator('.plan.open', { hasText: name }).waitFor();
  }

  async rename(name: string, to: string): Promise<void> {
    await this.tool(name, '重命名');
    await this.app.page.getByLabel('工程名称').fill(to);
    await this.confirm('重命名');
    await this.row(to).waitFor();
  }

  duplicate(name: string): Promise<void> {
    return this.tool(name, '复制一份');
  }

  async remove(name: string): Promise<void> {
    await this.tool(name, '删除工程');
    await this.confirm('删除');
  }

  /** Saves the open plan into a folder; returns the path. */
  saveAs(folder: string): Promise<string> {
    return this.download(folder, () => this.app.button('另存为 .gpkg').click());
  }

  saveFromNotice(folder: string): Promise<string> {
    return this.download(folder, () => this.app.page.locator('.notice').getByText('另存为 GeoPackage').first().click());
  }

  openFile(path: string): Promise<void> {
    return this.app.page.getByTestId('plan-input').setInputFiles(path);
  }

  /** Opens a hydrant in the inspector by its number. */
  async choose(number: string): Promise<void> {
    await this.app.page.keyboard.press('Control+k');
    await this.app.page.getByPlaceholder('查找地点、对象、操作').last().fill(number);
    await this.app.page.keyboard.press('Enter');
    await this.app.page.getByLabel('备注').waitFor();
  }

  async note(text: string): Promise<void> {
    const field = this.app.page.getByLabel('备注');
    await field.fill(text);
    await field.press('Enter');
  }

  async noteOf(number: string): Promise<string> {
    await this.choose(number);
    return this.app.page.getByLabel('备注').inputValue();
  }

  /** Something is said in a notice. */
  async told(words: string): Promise<void> {
    await this.app.page.locator('.notice', { hasText: words }).first().waitFor();
  }

  async saved(): Promise<void> {
    await this.app.page.locator('.save-state.saved').waitFor({ timeout: 60_000 });
  }

  async readOnly(): Promise<void> {
    await this.app.page.locator('.save-state.readOnly').waitFor({ timeout: 60_000 });
  }

  private row(name: string) {
    return this.app.page.locator('.plan').filter({ has: this.app.page.getByText(name, { exact: true }) });
  }

  private tool(name: string, tool: string): Promise<void> {
    return this.app.page.getByRole('button', { name: `${tool}：${name}`, exact: true }).click();
  }

  private confirm(name: string): Promise<void> {
    return this.app.page.getByRole('dialog').getByRole('button', { name, exact: true }).click();
  }

  private async download(folder: string, start: () => Promise<void>): Promise<string> {
    const coming: Promise<Download> = this.app.page.waitForEvent('download');
    await start();
    const file = await coming;
    const path = join(folder, file.suggestedFilename());
    await file.saveAs(path);
    return path;
  }
}
