import { isPmtiles } from '../io/basemap/pmtiles-magic';
import type { App } from '../store/app';
import { showBasemapFile } from './basemap-commands';
import { readFiles } from './import-commands';
import { openIfPlan } from './plan-file-commands';

/** Files that somebody drops or chooses, by what is in them: tiles become the basemap, a plan is opened, the rest is imported. */
export async function takeFiles(app: App, files: readonly File[]): Promise<void> {
  const areTiles = await Promise.all(files.map(isPmtiles));
  const tiles = files.find((_, k) => areTiles[k]);
  if (tiles) await showBasemapFile(app, tiles);
  const records = files.filter((_, k) => !areTiles[k]);
  if (records.length === 1 && (await openIfPlan(app, records[0]!))) return;
  await readFiles(app, records);
}
