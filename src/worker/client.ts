import * as Comlink from 'comlink';
import type { EngineApi } from './api';
import EngineWorker from './entry?worker';

/**
 * Starts the engine in a worker of its own. Callbacks go over as proxies, byte arrays are handed over, not copied.
 */
export function createEngine(): EngineApi {
  const remote = Comlink.wrap<EngineApi>(new EngineWorker({ name: 'shuantu-engine' }));
  return {
    open: (key, onBatch) => remote.open(key, Comlink.proxy(onBatch)),
    openFile: (name, bytes, onBatch) =>
      remote.openFile(name, Comlink.transfer(bytes, [bytes.buffer]), Comlink.proxy(onBatch)),
    newPlan: (to, keep, onBatch) => remote.newPlan(to, keep, Comlink.proxy(onBatch)),
    storage: () => remote.storage(),
    onStoring: (onProgress) => remote.onStoring(Comlink.proxy(onProgress)),
    whenMine: () => remote.whenMine(),
    plans: () => remote.plans(),
    renamePlan: (key, name) => remote.renamePlan(key, name),
    duplicatePlan: (key) => remote.duplicatePlan(key),
    removePlan: (key) => remote.removePlan(key),
    planFile: (settings) => remote.planFile(settings) as Promise<Uint8Array<ArrayBuffer>>,
    saveSettings: (settings) => remote.saveSettings(settings),
    applyPart: (change, last) => remote.applyPart(change, last),
    coverage: (settings) => remote.coverage(settings),
    previewHydrant: (settings, preview) => remote.previewHydrant(settings, preview),
    previewGaps: (settings, preview) => remote.previewGaps(settings, preview),
    endPreview: () => remote.endPreview(),
    discs: (settings) => remote.discs(settings),
    response: (settings) => remote.response(settings),
    drive: (ask) => remote.drive(ask) as ReturnType<EngineApi['drive']>,
    water: (ask) => remote.water(ask) as ReturnType<EngineApi['water']>,
    driveAnswer: (settings) => remote.driveAnswer(settings),
    runTimes: (settings) => remote.runTimes(settings),
    rankLosses: (settings, onProgress) => remote.rankLosses(settings, Comlink.proxy(onProgress)),
    stopRanking: () => remote.stopRanking(),
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
