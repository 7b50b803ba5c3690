import { type ChildProcess, spawn } from 'node:child_process';
import { chromium, type Page } from 'playwright-core';
import { FLAGS, firstThatWorks } from './browser';

/** A browser with a profile on the disk, started as a person's is, that can be ended as a crash ends it. */
export class KillableBrowser {
  private constructor(
    private readonly process: ChildProcess,
    readonly page: Page,
  ) {}

  static start(profile: string): Promise<KillableBrowser> {
    return firstThatWorks((path) => KillableBrowser.startAt(path, profile));
  }

  /** All of its processes at once, in the middle of whatever they do. */
  async kill(): Promise<void> {
    const gone = new Promise((resolve) => this.process.once('exit', resolve));
    process.kill(-this.process.pid!, 'SIGKILL');
    await gone;
  }

  private static async startAt(path: string, profile: string): Promise<KillableBrowser> {
    const args = [...FLAGS, '--headless', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
    const child = spawn(path, args, { detached: true, stdio: ['ignore', 'ignore', 'pipe'] });
    const browser = await chromium.connectOverCDP(await addressOf(child));
    const context = browser.contexts()[0]!;
    context.setDefaultTimeout(60_000);
    return new KillableBrowser(child, context.pages()[0] ?? (await context.newPage()));
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`The browser ended at once: ${said.slice(0, 400)}`)));
    child.stderr!.on('data', (data: Buffer) => {
      said += data.toString();
      const address = said.match(/DevTools listening on (ws:\S+)/)?.[1];
      if (address) resolve(address);
    });
  });
}
