import * as Comlink from 'comlink';
import type { EngineApi } from './api';
import EngineWorker from './entry?worker';

/**
 * Starts the engine in a worker of its own. Callbacks go over as proxies, byte arrays are handed over, not copied.
 */
export function createEngine(): EngineApi {
  const remote = Comlink.wrap<EngineApi>(new EngineWorker({ name: 'shuantu-engine' }));
  return {
    open: (onBatch) => remote.open(Comlink.proxy(onBatch)),
    reset: (to, info, onBatch) => remote.reset(to, info, Comlink.proxy(onBatch)),
    applyPart: (change, last) => remote.applyPart(change, last),
    coverage: (settings) => remote.coverage(settings),
    previewHydrant: (settings, preview) => remote.previewHydrant(settings, preview),
    previewGaps: (settings, preview) => remote.previewGaps(settings, preview),
    endPreview: () => remote.endPreview(),
    discs: (settings) => remote.discs(settings),
    response: (settings) => remote.response(settings),
    layerData: (type, hiddenSigns) => remote.layerData(type, hiddenSigns) as Promise<Uint8Array<ArrayBuffer>>,
    readFiles: (files, onProgress) =>
      remote.readFiles(
        Comlink.transfer(
          files,
          files.map(({ bytes }) => bytes.buffer as ArrayBuffer),
        ),
        Comlink.proxy(onProgress),
      ),
    cancelReading: () => remote.cancelReading(),
    proposeAs: (ref, wanted) => remote.proposeAs(ref, wanted),
    proposeColumn: (ref, entity, field, column) => remote.proposeColumn(ref, entity, field, column),
    describeCrs: (crs) => remote.describeCrs(crs),
    checkImport: (pick) => remote.checkImport(pick),
    rejectionsFile: (picks, language) => remote.rejectionsFile(picks, language) as Promise<Uint8Array<ArrayBuffer>>,
    buildImport: (picks, onBatch) => remote.buildImport(picks, Comlink.proxy(onBatch)),
    forgetFiles: () => remote.forgetFiles(),
    exportRecords: (request, onProgress) =>
      remote.exportRecords(request, Comlink.proxy(onProgress)) as ReturnType<EngineApi['exportRecords']>,
    stopExport: () => remote.stopExport(),
    exportSystems: () => remote.exportSystems(),
  };
}
