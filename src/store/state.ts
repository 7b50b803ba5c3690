import type { CoverageAnswer, CoverageSettings, Gap, LiveCoverage } from '../analysis/coverage/answer';
import type { DriveAnswer } from '../analysis/drive/answer';
import type { LandBy } from '../analysis/drive/land/land';
import type { ResilienceAnswer } from '../analysis/drive/resilience';
import type { DriveSettings } from '../analysis/drive/settings';
import type { HoseSettings } from '../analysis/hose/settings';
import type { ResponseAnswer, ResponseSettings } from '../analysis/response/answer';
import type { LonLat } from '../base/coordinates';
import type { Issue } from '../base/issue';
import type { FileBasemap, OnlineBasemap } from '../io/basemap/basemap';
import type { ImportCheck } from '../io/mapping/check';
import type { ImportChoices, ImportProposal } from '../io/mapping/import-plan';
import type { SuggestedSystem } from '../io/writers/suggested-systems';
import type { ChangeLabel } from '../model/change/change';
import type { EntityType } from '../model/entities/registry';
import type { Plan } from '../model/plan';
import type { Access, PlanEntry } from '../worker/database/plan-shelf';
import type { DriveView, HeldStation, RunTimesReport } from '../worker/drive-desk';
import type { TableRef } from '../worker/import-desk';
import type { WaterView } from '../worker/water-desk';
import type { LayerId } from './layers';

export const JOBS = ['coverage', 'response', 'registers', 'data'] as const;
/** A job of the rail. Siting, command, meeting and field join with their issues. */
export type JobId = (typeof JOBS)[number];

export type ThemeId = 'light' | 'dark' | 'contrast';
export type LanguageId = 'zh-CN' | 'en';
export type ToolId = 'browse' | 'boxSelect' | 'lassoSelect' | 'measure' | 'add';

export interface RecordRef {
  readonly type: EntityType;
  readonly id: string;
}

export interface Camera {
  readonly center: LonLat;
  readonly zoom: number;
  readonly bearing: number;
  readonly pitch: number;
}

/** [west, south, east, north] in degrees. */
export type Bounds = readonly [number, number, number, number];

export interface PlanSlice {
  /** The open plan; the object stays the same while it is edited, `revision` counts the edits. */
  readonly plan: Plan | null;
  readonly revision: number;
  /** Counts openings, so that what was computed for an earlier plan is dropped. */
  readonly generation: number;
  readonly status: 'opening' | 'ready';
  readonly progress: number;
  /**
   * `memory`: the browser refuses storage, work goes on unsaved and the user is told; `readOnly`: another tab has the plan
   * open and this one only shows it.
   */
  readonly saving: 'saved' | 'saving' | 'memory' | 'readOnly';
  /** How far a write is that takes a while, 0 to 1. */
  readonly storingShare: number | null;
  /** Which of the plans kept is open; null when it is kept nowhere. */
  readonly key: string | null;
  readonly access: Access;
  /** The plans that this browser keeps, the one opened last first. */
  readonly kept: readonly PlanEntry[];
  readonly undo: ChangeLabel | null;
  readonly redo: ChangeLabel | null;
}

export interface ViewSlice {
  readonly job: JobId;
  readonly panelOpen: boolean;
  readonly panelWidth: number;
  readonly theme: ThemeId;
  readonly language: LanguageId;
  readonly layers: Readonly<Record<LayerId, boolean>>;
  readonly legendOpen: boolean;
  readonly paletteOpen: boolean;
  readonly helpOpen: boolean;
  readonly camera: Camera | null;
  /** A wish of the panels that the map fulfils once per `nonce`. */
  readonly flight: { readonly nonce: number; readonly bounds: Bounds } | null;
  /** The hint of the first minute goes away once a hydrant was dragged. */
  readonly dragHint: boolean;
  readonly basemap: BasemapChoice;
  /** Online basemaps added before, the newest first: one click brings one back. */
  readonly addresses: readonly OnlineBasemap[];
  /** What the land along the roads is told apart by in Response. */
  readonly landBy: LandBy;
  /** Roads that hang together with nothing else are marked on the map. */
  readonly showApart: boolean;
}

/** `plan` draws the plan's own roads, water and buildings; the others are added by the user and may need a network. */
export type BasemapChoice = { readonly kind: 'plan' } | OnlineBasemap | FileBasemap;

export interface ToolSlice {
  readonly active: ToolId;
  /** What a click adds while `active` is `add`. */
  readonly addType: EntityType;
}

export interface SelectionSlice {
  readonly records: readonly RecordRef[];
  readonly hovered: RecordRef | null;
  readonly gapId: string | null;
  readonly hoveredGapId: string | null;
  /** A place whose chain of times is asked for. */
  readonly place: LonLat | null;
}

/** A hydrant under the pointer, not yet an edit; or just dropped, and the answer with the edit is still to come. */
export interface DragState {
  readonly id: string;
  readonly position: LonLat;
  readonly live: LiveCoverage | null;
  readonly gaps: readonly Gap[] | null;
  readonly dropped: boolean;
}

/** The ranking of losses: asked for, under way, done. */
export interface LossesState {
  /** 0…1 while it is worked out, else null. */
  readonly progress: number | null;
  readonly answer: ResilienceAnswer | null;
}

export interface ResultsSlice {
  readonly coverage: CoverageAnswer | null;
  readonly coverageIssue: Issue | null;
  readonly coverageBusy: boolean;
  /** The plan as opened, planned hydrants not counted: what Δ is measured against. */
  readonly baseline: CoverageAnswer | null;
  readonly drag: DragState | null;
  /** lon, lat, radius triples for the mask, and the hydrant of each. */
  readonly discs: { readonly triples: Float64Array; readonly ids: readonly string[] } | null;
  readonly response: ResponseAnswer | null;
  /** The same analysis with `compareStationIds`, for two stations against one. */
  readonly responseCompare: ResponseAnswer | null;
  readonly responseIssue: Issue | null;
  readonly responseBusy: boolean;
  /** Response along the roads; while a station is held, where it is held. */
  readonly drive: DriveView | null;
  readonly driveCompare: DriveAnswer | null;
  readonly driveIssue: Issue | null;
  /** What recorded times say; `null` until asked, and again after an edit. */
  readonly runTimes: RunTimesReport | null;
  readonly losses: LossesState;
  /** Hose lay and water; while a hydrant is held, where it is held. */
  readonly water: WaterView | null;
  readonly waterIssue: Issue | null;
  /** A station under the pointer: not yet an edit. */
  readonly heldStation: HeldStation | null;
}

export interface SettingsSlice {
  readonly coverage: CoverageSettings;
  readonly response: ResponseSettings;
  readonly drive: DriveSettings;
  readonly hose: HoseSettings;
  /** `auto`: along the roads where the plan has any, else in straight lines. `water`: hose lay and water. */
  readonly metric: 'auto' | 'roads' | 'radius' | 'water';
  /** Response of this set of stations beside `response`, for "two stations against one". */
  readonly compareStationIds: readonly string[] | null;
}

/** One table of a dropped file: what it is taken for, and what would become of it. */
export interface ImportLayer {
  readonly ref: TableRef;
  readonly proposal: ImportProposal;
  readonly choices: ImportChoices;
  /** It goes in together with the other ticked ones. */
  readonly ticked: boolean;
  /** Null while it is being worked out. */
  readonly check: ImportCheck | null;
  /** Nobody need be asked for the coordinate system, or somebody chose it. */
  readonly systemSettled: boolean;
  /** Whether add, update or replace is somebody's choice. */
  readonly modeChosen: boolean;
  /** The columns are as they were for the last file with this header. */
  readonly remembered: boolean;
}

/** Dropped files on their way in. */
export interface ImportSlice {
  readonly phase: 'idle' | 'reading' | 'choosing' | 'importing';
  /** The file that is being read. */
  readonly fileName: string;
  readonly progress: number;
  readonly layers: readonly ImportLayer[];
  /** The layer that the sheet shows. */
  readonly selected: number;
  /** A file is being dragged over the window. */
  readonly hovering: boolean;
}

/** Records on their way out into a file. */
export interface ExportSlice {
  readonly phase: 'idle' | 'choosing' | 'writing';
  readonly progress: number;
  /** Coordinate systems that suit the plan's place, beside WGS84. */
  readonly systems: readonly SuggestedSystem[];
  /** What the last file could not hold, or why there is none. */
  readonly issues: readonly Issue[];
}

/** Something said once at the foot of the screen. */
export interface Notice {
  readonly id: number;
  readonly tone: 'good' | 'info' | 'bad';
  /** Either a catalogue key with values, or an issue's sentence. */
  readonly key?: string;
  readonly params?: Readonly<Record<string, string | number>>;
  readonly issue?: Issue;
  /** Offers "undo" beside the words. */
  readonly undo?: boolean;
  /** Offers to save the plan as a file beside the words. */
  readonly savePlan?: boolean;
}

export interface AppState {
  readonly plan: PlanSlice;
  readonly view: ViewSlice;
  readonly tool: ToolSlice;
  readonly selection: SelectionSlice;
  readonly results: ResultsSlice;
  readonly settings: SettingsSlice;
  readonly importing: ImportSlice;
  readonly exporting: ExportSlice;
  readonly notices: readonly Notice[];
}
