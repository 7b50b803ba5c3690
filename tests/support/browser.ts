import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

/** WebGL without a graphics card, and no connection of the browser's own to anywhere. */
export const FLAGS = [
  '--no-sandbox',
  '--use-gl=angle',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
];
const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'msedge',
  'chrome.exe',
  'msedge.exe',
];

/** Starts the first browser that works: CHROMIUM_PATH, one of the machine's own, the one that a package brings. */
export function launchBrowser(): Promise<Browser> {
  return firstThatWorks((executablePath) => chromium.launch({ executablePath, args: FLAGS }));
}

/** Does something with the first browser that lets it. */
export async function firstThatWorks<T>(start: (executablePath: string) => Promise<T>): Promise<T> {
  const tried: string[] = [];
  for (const [name, locate] of candidates()) {
    try {
      return await start(await locate());
    } catch (error) {
      tried.push(`${name}: ${String(error).split('\n')[0]}`);
    }
  }
  throw new Error(`No browser starts here. Install Chromium or set CHROMIUM_PATH.\n${tried.join('\n')}`);
}

function candidates(): [string, () => Promise<string>][] {
  const named = process.env.CHROMIUM_PATH;
  const own = onPath();
  const packaged = process.platform === 'linux' && process.arch === 'x64';
  return [
    ...(named ? [['CHROMIUM_PATH', async () => named] as [string, () => Promise<string>]] : []),
    ...(own ? [['the machine', async () => own] as [string, () => Promise<string>]] : []),
    ...(packaged ? [['@sparticuz/chromium', packagedChromium] as [string, () => Promise<string>]] : []),
  ];
}

async function packagedChromium(): Promise<string> {
  // With this the package also unpacks the system libraries that a minimal Linux lacks; it must be set before the import.
  process.env.AWS_EXECUTION_ENV ??= 'AWS_Lambda_nodejs22.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

function onPath(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
