import type { Issue } from '../../base/issue';
import type { Result } from '../../base/result';
import type { Change, PutRecord } from '../../model/change/change';
import type { PlanInfo } from '../../model/plan';
import type { PlanSettings } from '../plan-settings';

/** `read`: another tab has it open for writing; `memory`: kept nowhere, lost with the page. */
export type Access = 'write' | 'read' | 'memory';

/** A plan as the list of plans shows it. */
export interface PlanEntry {
  readonly key: string;
  readonly name: string;
  /** When it was last opened here, ISO 8601. */
  readonly openedAt: string;
  readonly openElsewhere: boolean;
}

export interface StoredPlan {
  readonly info: PlanInfo;
  readonly settings: PlanSettings;
  /** What in the file could not be read. */
  readonly issues: readonly Issue[];
}

/** One plan file that is open. Everything asked of it is done in turn; what is `write` is durable when it resolves. */
export interface PlanStore {
  /** Its key on the shelf; null for a plan that is kept nowhere. */
  readonly key: string | null;
  readonly access: Access;
  load(onStep: (records: readonly PutRecord[], share: number) => unknown): Promise<StoredPlan>;
  /** Writes a whole plan into the file, which is new and empty. */
  fill(info: PlanInfo, records: readonly PutRecord[], onProgress: OnProgress): Promise<void>;
  append(changes: readonly Change[], onProgress: OnProgress): Promise<void>;
  rename(name: string): Promise<void>;
  saveSettings(settings: PlanSettings): Promise<void>;
  /** The file as it stands. */
  bytes(): Promise<Uint8Array<ArrayBuffer>>;
  /** Resolves when this tab may write what another one had: the plan is then to be opened anew. Never for the others. */
  turn(): Promise<void>;
  close(): Promise<void>;
}

export type OnProgress = (share: number) => void;

/** The plans that this browser keeps, side by side. */
export interface PlanShelf {
  /** Why nothing can be kept here; null where all is well. */
  readonly issue: Issue | null;
  /** The one opened last comes first. */
  list(): Promise<PlanEntry[]>;
  /** For writing, or for reading where another tab writes. Issues: those of a file that cannot be used. */
  open(key: string): Promise<Result<PlanStore>>;
  /** A new empty file. @throws when the browser forbids storage or has no room */
  create(): Promise<PlanStore>;
  /** A new file with these bytes, which were checked. @throws as `create` */
  adopt(name: string, bytes: Uint8Array): Promise<PlanStore>;
  rename(key: string, name: string): Promise<Result<null>>;
  /** Issue `storage.inUse` when it is open somewhere. */
  remove(key: string): Promise<Result<null>>;
}
