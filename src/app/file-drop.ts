import { showBasemapFile } from '../commands/basemap-commands';
import { hoverFile, readDroppedFile } from '../commands/import-commands';
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
    const [file] = event.dataTransfer?.files ?? [];
    if (file) void takeFile(app, file);
  });
}

/** A file of tiles is a map to draw, any other one is records to import. */
async function takeFile(app: App, file: File): Promise<void> {
  if (await isPmtiles(file)) await showBasemapFile(app, file);
  else await readDroppedFile(app, file);
}
