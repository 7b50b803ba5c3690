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
    drive: (ask) => remote.drive(ask) as ReturnType<EngineApi['drive']>,
    driveAnswer: (settings) => remote.driveAnswer(settings),
    runTimes: (settings) => remote.runTimes(settings),
    rankLosses: (settings, onProgress) => remote.rankLosses(settings, Comlink.proxy(onProgress)),
    stopRanking: () => remote.stopRanking(),
    layerData: (type, hiddenSigns) => remote.layerData(type, hiddenSigns) as Promise<Uint8Array<ArrayBuffer>>,
    readFile: (name, bytes, onProgress) =>
      remote.readFile(name, Comlink.transfer(bytes, [bytes.buffer]), Comlink.proxy(onProgress)),
    proposeAs: (token, index, entity) => remote.proposeAs(token, index, entity),
    checkImport: (token, index, choices) => remote.checkImport(token, index, choices),
    buildImport: (token, index, choices, onBatch) => remote.buildImport(token, index, choices, Comlink.proxy(onBatch)),
    forgetFile: (token) => remote.forgetFile(token),
  };
}
