// Pictures of the real app in every size, theme and language: `npm run screenshots [folder]`.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { AppDriver, type Look } from '../tests/support/app-driver';
import { launchBrowser } from '../tests/support/browser';
import { buildWhenChanged, serveBuilt } from './built-app.mjs';

const folder = process.argv[2] ?? 'screenshots';
mkdirSync(folder, { recursive: true });
buildWhenChanged();
const server = await serveBuilt(0);
const url = server.resolvedUrls!.local[0]!;
const browser = await launchBrowser();

const LOOKS: Readonly<Record<string, Look>> = {
  'desk-zh-light': {},
  'desk-en-light': { language: 'en' },
  'desk-zh-dark': { theme: 'dark' },
  'wall-zh-light': { width: 1920, height: 1080 },
  'wall-en-dark': { width: 1920, height: 1080, language: 'en', theme: 'dark' },
  'phone-zh-light': { width: 390, height: 844, touch: true },
  'phone-en-dark': { width: 390, height: 844, touch: true, language: 'en', theme: 'dark' },
  'desk-zh-contrast': { theme: 'contrast' },
  'street-zh-light': { address: '#job=coverage&at=118.3360,31.2700,15.6' },
  'response-zh-light': { address: '#job=response' },
  'response-phone-zh': { address: '#job=response', width: 390, height: 844, touch: true },
  'response-en-dark': { address: '#job=response', language: 'en', theme: 'dark' },
  'response-phone-en': { address: '#job=response', width: 390, height: 844, touch: true, language: 'en' },
  'data-en-light': { address: '#job=data', language: 'en' },
};

const wanted = process.argv.slice(3);
for (const [name, look] of Object.entries(LOOKS)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  const driver = await AppDriver.visit(browser, url, look);
  await driver.page.waitForTimeout(1200);
  await driver.picture(join(folder, `${name}.png`));
  if (driver.errors.length > 0) console.error(name, driver.errors);
  await driver.close();
  console.log(join(folder, `${name}.png`));
}
await browser.close();
await server.close();
