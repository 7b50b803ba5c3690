import type { CoverageAnswer, CoverageSettings, LiveCoverage } from '../analysis/coverage/answer';
import type { DriveAnswer } from '../analysis/drive/answer';
import type { ResilienceAnswer } from '../analysis/drive/resilience';
import type { DriveSettings } from '../analysis/drive/settings';
import type { ResponseAnswer, ResponseSettings } from '../analysis/response/answer';
import type { LonLat } from '../base/coordinates';
import type { Issue } from '../base/issue';
import type { Result } from '../base/result';
import type { ImportChoices, ImportProposal, Rejection } from '../io/mapping/import-plan';
import type { Change, PutRecord } from '../model/change/change';
import type { EntityType } from '../model/entities/registry';
import type { PlanInfo } from '../model/plan';
import type { DriveAsk, DriveView, RunTimesReport } from './drive-desk';

/** A hydrant held at another place without touching the plan: what a drag shows. */
export interface HydrantPreview {
  readonly id: string;
  readonly position: LonLat;
}

export type PutBatch = (records: readonly PutRecord[], share: number) => void;

/** What the worker offers; every method is a job over the worker's own copy of the plan. */
export interface EngineApi {
  /** Opens the stored plan, or makes the demonstration zone when there is none; records come in batches. */
  open(onBatch: PutBatch): Promise<{ info: PlanInfo; stored: boolean; issue: Issue | null }>;
  /** Replaces the stored plan by the demonstration zone or by an empty plan. */
  reset(
    to: 'demo' | 'empty',
    info: PlanInfo | null,
    onBatch: PutBatch,
  ): Promise<{ info: PlanInfo; issue: Issue | null }>;
  /** Parts of one change; the last one commits: applied to the engine's plan and durable when it resolves. */
  applyPart(change: Change, last: boolean): Promise<Result<null>>;

  coverage(settings: CoverageSettings): Promise<Result<CoverageAnswer>>;
  previewHydrant(settings: CoverageSettings, preview: HydrantPreview): Promise<Result<LiveCoverage>>;
  /** Gap list with the hydrant held elsewhere; slower than `previewHydrant`. */
  previewGaps(settings: CoverageSettings, preview: HydrantPreview): Promise<Result<CoverageAnswer['gaps']>>;
  endPreview(): Promise<void>;
  /** lon, lat, radius triples of the counted hydrants, in plan order, for the mask; and their ids' order. */
  discs(settings: CoverageSettings): Promise<{ discs: Float64Array; ids: string[] }>;
  response(settings: ResponseSettings): Promise<Result<ResponseAnswer>>;

  /** Response along the roads; a held station is shown elsewhere without touching the plan. */
  drive(ask: DriveAsk): Promise<Result<DriveView>>;
  /** Its figures alone, for a set of stations beside the one in view. */
  driveAnswer(settings: DriveSettings): Promise<Result<DriveAnswer>>;
  /** What recorded times say: fractiles, and the speeds that explain them. */
  runTimes(settings: DriveSettings): Promise<Result<RunTimesReport>>;
  /** Which station off the run or road cut hurts most; null when stopped by `stopRanking` or a later call. */
  rankLosses(settings: DriveSettings, onProgress: (share: number) => void): Promise<Result<ResilienceAnswer> | null>;
  stopRanking(): Promise<void>;

  /** GeoJSON FeatureCollection bytes of one record type for a map source (transferred), without the signs named. */
  layerData(type: EntityType, hiddenSigns: readonly string[]): Promise<Uint8Array<ArrayBuffer>>;

  /** Reads a dropped file and keeps it under `token` until imported or dropped. */
  readFile(
    name: string,
    bytes: Uint8Array,
    onProgress: (share: number) => void,
  ): Promise<Result<{ token: string; proposals: ImportProposal[] }>>;
  /** The columns proposed anew for another record type. */
  proposeAs(token: string, index: number, entity: EntityType): Promise<ImportProposal>;
  /** What an import with these choices would do, without doing it. */
  checkImport(
    token: string,
    index: number,
    choices: ImportChoices,
  ): Promise<{ usable: number; rejections: Rejection[]; bounds: ImportProposal['bounds'] }>;
  /** Streams the change of the import; the caller commits it. */
  buildImport(
    token: string,
    index: number,
    choices: ImportChoices,
    onBatch: (part: Change, share: number) => void,
  ): Promise<Result<{ rejections: Rejection[] }>>;
  forgetFile(token: string): Promise<void>;
}
