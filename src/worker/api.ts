import type { CoverageAnswer, CoverageSettings, LiveCoverage } from '../analysis/coverage/answer';
import type { DriveAnswer } from '../analysis/drive/answer';
import type { ResilienceAnswer } from '../analysis/drive/resilience';
import type { DriveSettings } from '../analysis/drive/settings';
import type { ResponseAnswer, ResponseSettings } from '../analysis/response/answer';
import type { LonLat } from '../base/coordinates';
import type { Issue } from '../base/issue';
import type { Result } from '../base/result';
import type { ImportCheck } from '../io/mapping/check';
import type { ColumnMapping, ImportProposal, OfferedSystem, RejectionCounts } from '../io/mapping/import-plan';
import type { Wanted } from '../io/mapping/propose';
import type { SourceFile } from '../io/readers/reader';
import type { SuggestedSystem } from '../io/writers/suggested-systems';
import type { Change, PutRecord } from '../model/change/change';
import type { EntityType } from '../model/entities/registry';
import type { PlanInfo } from '../model/plan';
import type { Language } from '../text/speak';
import type { PlanEntry } from './database/plan-shelf';
import type { DriveAsk, DriveView, RunTimesReport } from './drive-desk';
import type { FileRead, ImportPick, TableRef } from './import-desk';
import type { ExportedFile, ExportRequest } from './jobs/export-records';
import type { StorageState } from './plan-keeper';
import type { PlanSettings } from './plan-settings';
import type { WaterAsk, WaterView } from './water-desk';

/** A hydrant held at another place without touching the plan: what a drag shows. */
export interface HydrantPreview {
  readonly id: string;
  readonly position: LonLat;
}

export interface OpenedPlan {
  readonly info: PlanInfo;
  /** Settings that the plan's file holds; null for a new plan. */
  readonly settings: PlanSettings | null;
  /** What in the file could not be read. */
  readonly issues: readonly Issue[];
  /** False for a plan made just now. */
  readonly stored: boolean;
}

export type PutBatch = (records: readonly PutRecord[], share: number) => void;

/** What the worker offers; every method is a job over the worker's own copy of the plan. */
export interface EngineApi {
  /**
   * Opens a plan of those kept; without a key the last one, or the demonstration zone when there is none. Records come in
   * batches. The plan open before stays open when that fails.
   */
  open(key: string | null, onBatch: PutBatch): Promise<Result<OpenedPlan>>;
  /** Keeps a plan file as a plan of its own and opens it. Issue `planFile.foreign` for a GeoPackage that is no plan. */
  openFile(name: string, bytes: Uint8Array, onBatch: PutBatch): Promise<Result<OpenedPlan>>;
  /** A new plan beside the others; with `keep` false it lives in memory alone. */
  newPlan(to: 'demo' | PlanInfo, keep: boolean, onBatch: PutBatch): Promise<OpenedPlan>;
  /** Where the open plan is kept, as soon as it is. */
  storage(): Promise<StorageState>;
  /** Hears how far a write is that takes a while, 0 to 1. */
  onStoring(onProgress: (share: number) => void): Promise<void>;
  /** Resolves when another tab has let go of the plan that is open here for reading. */
  whenMine(): Promise<void>;
  plans(): Promise<PlanEntry[]>;
  renamePlan(key: string, name: string): Promise<Result<null>>;
  duplicatePlan(key: string): Promise<Result<null>>;
  removePlan(key: string): Promise<Result<null>>;
  /** The open plan as a GeoPackage (transferred). */
  planFile(settings: PlanSettings): Promise<Uint8Array<ArrayBuffer>>;
  saveSettings(settings: PlanSettings): Promise<Result<null>>;
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
  /** Hose lay and water, and with stations which side fails; a held hydrant counts where it is held. */
  water(ask: WaterAsk): Promise<Result<WaterView>>;
  /** What recorded times say: fractiles, and the speeds that explain them. */
  runTimes(settings: DriveSettings): Promise<Result<RunTimesReport>>;
  /** Which station off the run or road cut hurts most; null when stopped by `stopRanking` or a later call. */
  rankLosses(settings: DriveSettings, onProgress: (share: number) => void): Promise<Result<ResilienceAnswer> | null>;
  stopRanking(): Promise<void>;

  /** GeoJSON FeatureCollection bytes of one record type for a map source (transferred), without the signs named. */
  layerData(type: EntityType, hiddenSigns: readonly string[]): Promise<Uint8Array<ArrayBuffer>>;

  /**
   * Reads dropped files one after the other and keeps them until `forgetFiles`; the loose parts of a Shapefile are one.
   * Files that cannot be read come back with the reason. After `cancelReading` it gives what was read so far.
   */
  readFiles(files: readonly SourceFile[], onProgress: (share: number, fileName: string) => void): Promise<FileRead[]>;
  cancelReading(): Promise<void>;
  /** The columns proposed anew for another record type or other position columns. */
  proposeAs(ref: TableRef, wanted: Wanted): Promise<ImportProposal>;
  /** A field fed by a column that the user chose, with how its cells are read. */
  proposeColumn(ref: TableRef, entity: EntityType, field: string, column: string): Promise<ColumnMapping>;
  /** A coordinate system that somebody names: what it is called and how rough it is. Issue `crs.unknown`. */
  describeCrs(crs: string): Promise<Result<OfferedSystem>>;
  /** What an import with these choices would do, without doing it. */
  checkImport(pick: ImportPick): Promise<ImportCheck>;
  /** Everything that stays outside as CSV in the words of a language (transferred). */
  rejectionsFile(picks: readonly ImportPick[], language: Language): Promise<Uint8Array<ArrayBuffer>>;
  /** Streams the one change that imports all of the tables picked; the caller commits it. */
  buildImport(
    picks: readonly ImportPick[],
    onBatch: (part: Change, share: number) => void,
  ): Promise<Result<RejectionCounts>>;
  forgetFiles(): Promise<void>;

  /** Writes records of the plan as a file (its bytes are transferred); null when `stopExport` ended it. */
  exportRecords(request: ExportRequest, onProgress: (share: number) => void): Promise<Result<ExportedFile | null>>;
  stopExport(): Promise<void>;
  /** Coordinate systems that suit files of the plan's place. */
  exportSystems(): Promise<SuggestedSystem[]>;
}
