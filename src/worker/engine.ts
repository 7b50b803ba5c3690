import * as Comlink from 'comlink';
import type { CoverageSettings } from '../analysis/coverage/answer';
import { CoverageSession } from '../analysis/coverage/session';
import type { DriveSettings } from '../analysis/drive/settings';
import { analyseResponse } from '../analysis/response/analyse';
import type { ResponseSettings } from '../analysis/response/answer';
import { fail, ok, type Result } from '../base/result';
import { createDemoZone } from '../demo/demo-zone';
import type { ImportChoices } from '../io/mapping/import-plan';
import { applyChange } from '../model/change/apply';
import { type Change, changeOf } from '../model/change/change';
import type { EntityType } from '../model/entities/registry';
import { emptyPlan, type Plan, type PlanInfo } from '../model/plan';
import { profileById } from '../model/standards/profiles';
import type { EngineApi, HydrantPreview, PutBatch } from './api';
import { type DriveAsk, DriveDesk } from './drive-desk';
import { ImportDesk } from './import-desk';
import { boundsOf } from './jobs/bounds';
import { layerData } from './jobs/layer-data';
import { batchesOf, recordsOf } from './plan-log';
import { memoryStore, type PlanStore, storageIssue } from './plan-store';

/**
 * The engine: one copy of the plan, the analyses over it and the store beneath it.
 * Runs in the worker; in tests it runs in place with a store in memory.
 */
export class Engine implements EngineApi {
  private plan: Plan = emptyPlan({ id: '', name: '', asOf: '' });
  private store: PlanStore = memoryStore(null);
  private parts: Change[] = [];
  private session: { readonly key: string; readonly session: CoverageSession } | null = null;
  private changes = 0;
  private readonly desk = new ImportDesk();
  private readonly driving = new DriveDesk();

  constructor(private readonly openStore: () => Promise<PlanStore>) {}

  async open(onBatch: PutBatch): ReturnType<EngineApi['open']> {
    this.store = await this.openStore();
    const stored = await this.store.load();
    if (stored) this.adopt(stored);
    else await this.adoptNew(demoPlan());
    await sendRecords(this.plan, onBatch);
    return { info: this.plan.info, stored: stored !== null, issue: this.store.issue };
  }

  async reset(to: 'demo' | 'empty', info: PlanInfo | null, onBatch: PutBatch): ReturnType<EngineApi['reset']> {
    const plan = to === 'demo' ? demoPlan() : emptyPlan(info ?? { id: 'plan', name: '', asOf: '' });
    await this.adoptNew(plan);
    await sendRecords(plan, onBatch);
    return { info: plan.info, issue: this.store.issue };
  }

  async applyPart(change: Change, last: boolean): Promise<Result<null>> {
    this.parts.push(change);
    if (!last) return ok(null);
    const parts = this.parts;
    this.parts = [];
    for (const part of parts) applyChange(this.plan, part);
    this.changes++;
    return this.store.issue ? fail(this.store.issue) : this.append(parts);
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

  readFile(name: string, bytes: Uint8Array, onProgress: (share: number) => void): ReturnType<EngineApi['readFile']> {
    return this.desk.read(name, bytes, onProgress);
  }

  async proposeAs(token: string, index: number, entity: EntityType): ReturnType<EngineApi['proposeAs']> {
    return this.desk.propose(token, index, entity);
  }

  async checkImport(token: string, index: number, choices: ImportChoices): ReturnType<EngineApi['checkImport']> {
    const imported = this.desk.convert(token, index, choices, this.plan);
    return {
      usable: imported.records.length,
      rejections: [...imported.rejections],
      bounds: boundsOf(imported.records),
    };
  }

  async buildImport(
    token: string,
    index: number,
    choices: ImportChoices,
    onBatch: (part: Change, share: number) => void,
  ): ReturnType<EngineApi['buildImport']> {
    const built = this.desk.change(token, index, choices, this.plan);
    if (!built.ok) return built;
    const { change, imported } = built.value;
    const parts = [
      ...batchesOf(change.remove).map((remove) => changeOf(change.label, { remove })),
      ...batchesOf(change.put).map((put) => changeOf(change.label, { put })),
      ...batchesOf(change.patch).map((patch) => changeOf(change.label, { patch })),
    ];
    for (const [at, part] of parts.entries()) await onBatch(part, (at + 1) / parts.length);
    return ok({ rejections: [...imported.rejections] });
  }

  async forgetFile(token: string): Promise<void> {
    this.desk.forget(token);
  }

  private adopt(plan: Plan): void {
    this.plan = plan;
    this.session = null;
    this.parts = [];
    this.changes++;
  }

  private async adoptNew(plan: Plan): Promise<void> {
    this.adopt(plan);
    try {
      await this.store.replace(plan);
    } catch (error) {
      this.store = memoryStore(storageIssue(error));
    }
  }

  private async append(parts: readonly Change[]): Promise<Result<null>> {
    try {
      await this.store.append(parts);
      return ok(null);
    } catch (error) {
      this.store = memoryStore(storageIssue(error));
      return fail(this.store.issue!);
    }
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

async function sendRecords(plan: Plan, onBatch: PutBatch): Promise<void> {
  const batches = batchesOf(recordsOf(plan));
  for (const [at, batch] of batches.entries()) await onBatch(batch, (at + 1) / batches.length);
}
