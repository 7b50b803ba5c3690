import type { EngineApi } from '../worker/api';
import type { AppStore } from './app-store';
import type { EngineQueue } from './engine-queue';
import type { History } from './history';
import type { ImportMemory } from './import-memory';

/** What the commands work on: made once by `app/`, handed down, never a global. */
export interface App {
  readonly store: AppStore;
  readonly engine: EngineApi;
  readonly history: History;
  readonly queue: EngineQueue;
  readonly imports: ImportMemory;
}
