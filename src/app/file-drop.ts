import { showBasemapFile } from '../commands/basemap-commands';
import { hoverFile, readDroppedFiles } from '../commands/import-commands';
import { isPmtiles } from '../io/basemap/pmtiles-magic';
import type { App } from '../store/app';

/** A file dragged over the window may be dropped anywhere on it. */
export function listenForFiles(app: App): void {
  const carriesFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
  window.addEventListener('dragover', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    hoverFile(app, true);
  });
  window.addEventListener('dragleave', (event) => {
    if (event.relatedTarget === null) hoverFile(app, false);
  });
  window.addEventListener('drop', (event) => {
    if (!carriesFiles(event)) return;
    event.preventDefault();
    hoverFile(app, false);
    void takeFiles(app, [...(event.dataTransfer?.files ?? [])]);
  });
}

/** A file of tiles is a map to draw, any other ones are records to import. */
async function takeFiles(app: App, files: readonly File[]): Promise<void> {
  const areTiles = await Promise.all(files.map(isPmtiles));
  const tiles = files.find((_, k) => areTiles[k]);
  if (tiles) await showBasemapFile(app, tiles);
  const records = files.filter((_, k) => !areTiles[k]);
  if (records.length > 0) await readDroppedFiles(app, records);
}
