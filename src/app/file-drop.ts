import { hoverFile } from '../commands/import-commands';
import { takeFiles } from '../commands/take-files';
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
