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
    layerData: (type, hiddenSigns) => remote.layerData(type, hiddenSigns) as Promise<Uint8Array<ArrayBuffer>>,
    readFile: (name, bytes, onProgress) =>
      remote.readFile(name, Comlink.transfer(bytes, [bytes.buffer]), Comlink.proxy(onProgress)),
    proposeAs: (token, index, entity) => remote.proposeAs(token, index, entity),
    checkImport: (token, index, choices) => remote.checkImport(token, index, choices),
    buildImport: (token, index, choices, onBatch) => remote.buildImport(token, index, choices, Comlink.proxy(onBatch)),
    forgetFile: (token) => remote.forgetFile(token),
  };
}
