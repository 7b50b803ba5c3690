import { mkdtempSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { createRandom } from '../../src/base/random';
import { createDemoZone } from '../../src/demo/demo-zone';
import { readPlanFile } from '../../src/io/geopackage/plan-file';
import { editNotes, inspectorAddress } from './edit-loop';
import { KillableBrowser } from './killable-browser';

const LONGEST_MS = 1500;

export interface KillReport {
  readonly kills: number;
  /** Edits that the screen called saved. */
  readonly saved: number;
  /** One sentence for each thing that went wrong. */
  readonly faults: readonly string[];
}

/**
 * Kills the browser again and again while somebody edits, each time at another moment, and looks afterwards whether every
 * edit that was called saved is there and the file is whole: the file as the app hands it out, read and checked in Node.
 */
export async function killRounds(
  url: string,
  kills: number,
  seed: number,
  tell?: (line: string) => void,
): Promise<KillReport> {
  const profile = mkdtempSync(join(tmpdir(), 'shuantu-kill-'));
  const random = createRandom(seed);
  const id = createDemoZone().records.find(({ type }) => type === 'hydrant')!.entity.id;
  const faults: string[] = [];
  const fault = (words: string): void => {
    faults.push(words);
    tell?.(words);
  };
  let saved = 0;
  let last = 0;
  let sent = 0;
  try {
    for (let round = 0; round <= kills; round++) {
      const browser = await KillableBrowser.start(profile);
      try {
        await openInspector(browser.page, url, id);
        const found = await noteInFile(browser.page, id);
        if (typeof found === 'string') fault(`round ${round}: ${found}`);
        else if (found < last) fault(`round ${round}: edit ${last} was saved, the file has ${found}`);
        else if (found > sent) fault(`round ${round}: the file has ${found}, only ${sent} were made`);
        if (round === kills) break;
        const from = sent + 1;
        await new Promise<void>((begun) => {
          const note = { from, count: 10_000 };
          editNotes(browser.page, note, ({ number }) => {
            saved++;
            last = number;
            begun();
          }).catch((error: Error) => {
            if (!/closed|crash/i.test(error.message)) fault(`round ${round}: ${error.message}`);
            begun();
          });
        });
        // The first edit is saved; from here on the end may come at any moment of the next ones.
        const after = random.between(0, LONGEST_MS);
        await new Promise((resolve) => setTimeout(resolve, after));
        tell?.(`kill ${round + 1} after ${after.toFixed(0)} ms, edit ${last} saved`);
      } finally {
        await browser.kill();
      }
      // At most one edit is under way beyond the last that was called saved, and its call may have been lost with the page.
      sent = last + 2;
    }
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
  return { kills, saved, faults };
}

async function openInspector(page: Page, url: string, id: string): Promise<void> {
  await page.goto(`${url}${inspectorAddress(id)}`);
  await page.locator('.save-state.saved').waitFor();
  await page.getByLabel('备注').waitFor();
}

/** The number that the file holds, or what is wrong with the file. */
async function noteInFile(page: Page, id: string): Promise<number | string> {
  const coming = page.waitForEvent('download');
  await page.getByRole('button', { name: '另存为 .gpkg' }).click();
  const path = await (await coming).path();
  const read = await readPlanFile('plan', new Uint8Array(await readFile(path)));
  if (!read.ok) return `${read.issue.code} ${JSON.stringify(read.issue.params)}`;
  return Number(read.value.plan.records.hydrant.get(id)?.note ?? 0);
}
