import * as Comlink from 'comlink';
import type { CoverageSettings } from '../analysis/coverage/answer';
import { CoverageSession } from '../analysis/coverage/session';
import type { DriveSettings } from '../analysis/drive/settings';
import { analyseResponse } from '../analysis/response/analyse';
import type { ResponseSettings } from '../analysis/response/answer';
import { issueOf } from '../base/issue';
import { fail, ok, type Result } from '../base/result';
import { createDemoZone } from '../demo/demo-zone';
import { normalised, toWgs84 } from '../io/crs/crs';
import { recordsOf } from '../io/geopackage/plan-file';
import { offered, type Wanted } from '../io/mapping/propose';
import { groupedParts } from '../io/readers/companions';
import type { SourceFile } from '../io/readers/reader';
import { suggestedSystems } from '../io/writers/suggested-systems';
import { applyChange } from '../model/change/apply';
import { type Change, changeOf } from '../model/change/change';
import type { EntityType } from '../model/entities/registry';
import { emptyPlan, type Plan, type PlanInfo } from '../model/plan';
import { profileById } from '../model/standards/profiles';
import type { Language } from '../text/speak';
import type { EngineApi, HydrantPreview, OpenedPlan, PutBatch } from './api';
import type { PlanShelf, StoredPlan } from './database/plan-shelf';
import { type DriveAsk, DriveDesk } from './drive-desk';
import { DrivePlan } from './drive-plan';
import { type FileRead, ImportDesk, type ImportPick, type TableRef } from './import-desk';
import { type ExportRequest, exportRecords, placeOf } from './jobs/export-records';
import { layerData } from './jobs/layer-data';
import { leftOutFile } from './jobs/left-out-file';
import { surroundingsOf } from './jobs/surroundings';
import { type OnRecords, PlanKeeper } from './plan-keeper';
import type { PlanSettings } from './plan-settings';
import { type WaterAsk, WaterDesk } from './water-desk';

/**
 * The engine: one copy of the plan, the analyses over it and the store beneath it.
 * Runs in the worker; in tests it runs in place with a store in memory.
 */
export class Engine implements EngineApi {
  private plan: Plan = emptyPlan({ id: '', name: '', asOf: '' });
  private readonly keeper: PlanKeeper;
  private parts: Change[] = [];
  private session: { readonly key: string; readonly session: CoverageSession } | null = null;
  private changes = 0;
  private readonly desk = new ImportDesk();
  private reading: AbortController | null = null;
  private exporting: AbortController | null = null;
  private readonly roads = new DrivePlan();
  private readonly driving = new DriveDesk(this.roads);
  private readonly watering = new WaterDesk(this.roads);

  constructor(
    openShelf: () => Promise<PlanShelf>,
    private readonly earlier: EarlierPlan = NO_EARLIER_PLAN,
  ) {
    this.keeper = new PlanKeeper(openShelf);
  }

  async open(key: string | null, onBatch: PutBatch): ReturnType<EngineApi['open']> {
    const entries = await this.keeper.list();
    const entry = entries.find((each) => each.key === key) ?? (key === null ? entries[0] : undefined);
    if (entry) return this.load(onBatch, (onRecords) => this.keeper.open(entry.key, onRecords));
    if (key !== null && entries.length > 0) return fail(issueOf('storage.gone', {}));
    const earlier = await this.earlier.find();
    const opened = await this.beginWith(earlier ?? demoPlan(), true, onBatch);
    if (earlier) void this.keeper.state().then(({ key: kept }) => (kept ? this.earlier.forget() : undefined));
    return ok(opened);
  }

  openFile(name: string, bytes: Uint8Array, onBatch: PutBatch): ReturnType<EngineApi['openFile']> {
    return this.load(onBatch, (onRecords) => this.keeper.openFile(name, bytes, onRecords));
  }

  newPlan(to: 'demo' | PlanInfo, keep: boolean, onBatch: PutBatch): ReturnType<EngineApi['newPlan']> {
    return this.beginWith(to === 'demo' ? demoPlan() : emptyPlan(to), keep, onBatch);
  }

  storage(): ReturnType<EngineApi['storage']> {
    return this.keeper.state();
  }

  async onStoring(onProgress: (share: number) => void): Promise<void> {
    this.keeper.onProgress = onProgress;
  }

  whenMine(): Promise<void> {
    return this.keeper.turn();
  }

  plans(): ReturnType<EngineApi['plans']> {
    return this.keeper.list();
  }

  renamePlan(key: string, name: string): ReturnType<EngineApi['renamePlan']> {
    return this.keeper.rename(key, name);
  }

  duplicatePlan(key: string): ReturnType<EngineApi['duplicatePlan']> {
    return this.keeper.duplicate(key);
  }

  removePlan(key: string): ReturnType<EngineApi['removePlan']> {
    return this.keeper.remove(key);
  }

  async planFile(settings: PlanSettings): ReturnType<EngineApi['planFile']> {
    const bytes = await this.keeper.bytes(this.plan, settings);
    return Comlink.transfer(bytes, [bytes.buffer]);
  }

  saveSettings(settings: PlanSettings): ReturnType<EngineApi['saveSettings']> {
    return this.keeper.saveSettings(settings);
  }

  async applyPart(change: Change, last: boolean): Promise<Result<null>> {
    this.parts.push(change);
    if (!last) return ok(null);
    const parts = this.parts;
    this.parts = [];
    for (const part of parts) applyChange(this.plan, part);
    this.changes++;
    return this.keeper.append(parts);
  }

  async coverage(settings: CoverageSettings): ReturnType<EngineApi['coverage']> {
    const session = this.coverageSession(settings);
    return session.ok ? ok(session.value.answer()) : session;
  }

  async previewHydrant(settings: CoverageSettings, preview: HydrantPreview): ReturnType<EngineApi['previewHydrant']> {
    const session = this.coverageSession(settings);
    return session.ok ? ok(session.value.preview(preview)) : session;
  }

  async previewGaps(settings: CoverageSettings, preview: HydrantPreview): ReturnType<EngineApi['previewGaps']> {
    const session = this.coverageSession(settings);
    return session.ok ? ok(session.value.previewGaps(preview)) : session;
  }

  async endPreview(): Promise<void> {
    this.session?.session.endPreview();
  }

  async discs(settings: CoverageSettings): ReturnType<EngineApi['discs']> {
    const session = this.coverageSession(settings);
    if (!session.ok) return { discs: new Float64Array(0), ids: [] };
    const reply = session.value.discs();
    return Comlink.transfer(reply, [reply.discs.buffer as ArrayBuffer]);
  }

  async response(settings: ResponseSettings): ReturnType<EngineApi['response']> {
    return analyseResponse(this.plan, settings, profileById(settings.profileId));
  }

  async drive(ask: DriveAsk): ReturnType<EngineApi['drive']> {
    const view = this.driving.view(this.plan, ask);
    if (!view.ok) return view;
    const { roads, land } = view.value;
    return Comlink.transfer(view, [roads.buffer, ...(land ? [land.layer.buffer] : [])]);
  }

  async water(ask: WaterAsk): ReturnType<EngineApi['water']> {
    const view = this.watering.view(this.plan, ask);
    return view.ok ? Comlink.transfer(view, [view.value.layer.buffer]) : view;
  }

  async driveAnswer(settings: DriveSettings): ReturnType<EngineApi['driveAnswer']> {
    return this.driving.answer(this.plan, settings);
  }

  async runTimes(settings: DriveSettings): ReturnType<EngineApi['runTimes']> {
    return this.driving.times(this.plan, settings);
  }

  rankLosses(settings: DriveSettings, onProgress: (share: number) => void): ReturnType<EngineApi['rankLosses']> {
    return this.driving.rank(this.plan, settings, onProgress);
  }

  async stopRanking(): Promise<void> {
    this.driving.stopRanking();
  }

  async layerData(type: EntityType, hiddenSigns: readonly string[]): ReturnType<EngineApi['layerData']> {
    const bytes = layerData(this.plan, type, hiddenSigns);
    return Comlink.transfer(bytes, [bytes.buffer]);
  }

  async readFiles(
    files: readonly SourceFile[],
    onProgress: (share: number, fileName: string) => void,
  ): ReturnType<EngineApi['readFiles']> {
    this.reading?.abort();
    const reading = new AbortController();
    this.reading = reading;
    const surroundings = surroundingsOf(this.plan);
    const read: FileRead[] = [];
    const groups = groupedParts(files);
    for (const [at, file] of groups.entries()) {
      const progress = (share: number): void => onProgress((at + share) / groups.length, file.name);
      const found = await this.desk.read(file, surroundings, progress, reading.signal);
      if (found === null) break;
      read.push(found);
    }
    return read;
  }

  async cancelReading(): Promise<void> {
    this.reading?.abort();
  }

  async proposeAs(ref: TableRef, wanted: Wanted): ReturnType<EngineApi['proposeAs']> {
    return this.desk.propose(ref, wanted, surroundingsOf(this.plan));
  }

  async proposeColumn(
    ref: TableRef,
    entity: EntityType,
    field: string,
    column: string,
  ): ReturnType<EngineApi['proposeColumn']> {
    return this.desk.proposeColumn(ref, entity, field, column);
  }

  async describeCrs(crs: string): ReturnType<EngineApi['describeCrs']> {
    const known = await toWgs84(crs);
    return known.ok ? ok(await offered({ crs: normalised(crs), swap: false, reason: 'user' })) : known;
  }

  async checkImport(pick: ImportPick): ReturnType<EngineApi['checkImport']> {
    const check = await this.desk.check(pick, this.plan);
    return Comlink.transfer(check, [check.places.buffer as ArrayBuffer]);
  }

  async rejectionsFile(picks: readonly ImportPick[], language: Language): ReturnType<EngineApi['rejectionsFile']> {
    const bytes = await leftOutFile(this.desk, picks, language);
    return Comlink.transfer(bytes, [bytes.buffer]);
  }

  async buildImport(
    picks: readonly ImportPick[],
    onBatch: (part: Change, share: number) => void,
  ): ReturnType<EngineApi['buildImport']> {
    const built = await this.desk.change(picks, this.plan);
    if (!built.ok) return built;
    const { change, counts } = built.value;
    const parts = [
      ...batchesOf(change.remove).map((remove) => changeOf(change.label, { remove })),
      ...batchesOf(change.put).map((put) => changeOf(change.label, { put })),
      ...batchesOf(change.patch).map((patch) => changeOf(change.label, { patch })),
    ];
    for (const [at, part] of parts.entries()) await onBatch(part, (at + 1) / parts.length);
    return ok(counts);
  }

  async forgetFiles(): Promise<void> {
    this.reading?.abort();
    this.desk.clear();
  }

  async exportRecords(
    request: ExportRequest,
    onProgress: (share: number) => void,
  ): ReturnType<EngineApi['exportRecords']> {
    this.exporting?.abort();
    this.exporting = new AbortController();
    const { signal } = this.exporting;
    try {
      const file = await exportRecords(this.plan, request, { onProgress, signal });
      return file.ok ? Comlink.transfer(file, [file.value.bytes.buffer]) : file;
    } catch (error) {
      if (signal.aborted) return ok(null);
      throw error;
    }
  }

  async stopExport(): Promise<void> {
    this.exporting?.abort();
  }

  async exportSystems(): ReturnType<EngineApi['exportSystems']> {
    const place = placeOf(this.plan);
    return place ? suggestedSystems(place) : [];
  }

  private adopt(plan: Plan): void {
    this.plan = plan;
    this.session = null;
    this.parts = [];
    this.changes++;
  }

  /** The plan becomes the open one only when all of it was read. */
  private async load(
    onBatch: PutBatch,
    read: (onRecords: OnRecords) => Promise<Result<StoredPlan>>,
  ): Promise<Result<OpenedPlan>> {
    const plan = emptyPlan({ id: '', name: '', asOf: '' });
    const stored = await read((put, share) => {
      applyChange(plan, changeOf({ key: 'open' }, { put }));
      return onBatch(put, share);
    });
    if (!stored.ok) return stored;
    plan.info = stored.value.info;
    this.adopt(plan);
    return ok({ ...stored.value, stored: true });
  }

  private async beginWith(plan: Plan, keep: boolean, onBatch: PutBatch): Promise<OpenedPlan> {
    this.adopt(plan);
    await sendRecords(plan, onBatch);
    if (keep) await this.keeper.begin(plan);
    else await this.keeper.stayInMemory(issueOf('storage.notKept', {}, 'warning'));
    return { info: plan.info, settings: null, issues: [], stored: false };
  }

  /** The session for these settings over the plan as it is now; made anew when either changed. */
  private coverageSession(settings: CoverageSettings): Result<CoverageSession> {
    const key = `${this.changes} ${JSON.stringify(settings)}`;
    if (this.session?.key === key) return ok(this.session.session);
    const made = CoverageSession.create(this.plan, settings, profileById(settings.profileId));
    if (made.ok) this.session = { key, session: made.value };
    return made;
  }
}

function demoPlan(): Plan {
  const { info, records } = createDemoZone();
  const plan = emptyPlan(info);
  applyChange(plan, changeOf({ key: 'open' }, { put: records }));
  return plan;
}

/** A plan that an earlier version of the app has left in this browser. */
export interface EarlierPlan {
  find(): Promise<Plan | null>;
  /** Called once the plan is safe elsewhere. */
  forget(): void;
}

const NO_EARLIER_PLAN: EarlierPlan = { find: async () => null, forget: () => undefined };

/** Records per message to the page. */
const BATCH_SIZE = 1000;

function batchesOf<T>(items: readonly T[]): T[][] {
  const batches: T[][] = [];
  for (let i = 0; i < items.length; i += BATCH_SIZE) batches.push(items.slice(i, i + BATCH_SIZE));
  return batches;
}

async function sendRecords(plan: Plan, onBatch: PutBatch): Promise<void> {
  const batches = batchesOf(recordsOf(plan));
  for (const [at, batch] of batches.entries()) await onBatch(batch, (at + 1) / batches.length);
}
