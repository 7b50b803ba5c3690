import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { AppDriver } from '../support/app-driver';
import { launchBrowser } from '../support/browser';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** A hydrant of the demonstration zone that some buildings have no other in place of, and a place among others. */
const HYDRANT = [118.3465186, 31.2851996] as const;
const AWAY = [118.3487186, 31.2863996] as const;

describe('hose and water', () => {
  it('says which side fails, shows the sources of a building from the list, and follows a hydrant that is dragged', async () => {
    const app = await AppDriver.visit(browser, inject('appUrl'), { address: '#job=response' });
    await app.page.getByText('水带与水源', { exact: true }).click();
    await app.page.getByTestId('water-share').waitFor();
    const joint = (): Promise<string> => app.page.getByTestId('joint').innerText();
    expect(await joint()).toMatch(/到场超时且供水不足\s+[\d,]+\s+\d/);
    await app.page.getByTestId('water-failing').getByRole('button').first().click();
    await app.page.getByTestId('water-card').getByText('最省的办法').waitFor();
    await app.mapAtRest();
    const drawn = await app.drawnOf('hoses');
    expect(drawn.length).toBeGreaterThan(1);

    await app.lookAt(...HYDRANT, 16);
    const before = await joint();
    await app.dragMap(HYDRANT, AWAY, false);
    await expect.poll(joint).not.toBe(before);
    await app.page.keyboard.press('Escape');
    await app.page.mouse.up();
    await expect.poll(joint).toBe(before);
    await app.dragMap(HYDRANT, AWAY);
    await expect.poll(joint).not.toBe(before);
    await app.button('撤销').first().click();
    await expect.poll(joint).toBe(before);
    expect(app.errors).toEqual([]);
    await app.close();
  });
});
