import type { Issue } from '../../base/issue';
import type { Entity, EntityType } from '../../model/entities/registry';
import type { OutputSystem } from './output-system';
import type { ExportWords } from './words';

export const FORMAT_IDS = ['geojson', 'csv', 'xlsx', 'shapefile', 'kml'] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

/** Records of one type on their way into a file. */
export interface Layer {
  readonly type: EntityType;
  readonly records: readonly Entity[];
}

/** How a long writing is watched and stopped. */
export interface Watching {
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

export interface WriteOptions extends Watching {
  readonly words: ExportWords;
  readonly system: OutputSystem;
  /** What the file is about, for formats with a title: the plan's name. */
  readonly title?: string;
}

export interface WrittenFile {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** What the format could not hold, counted by field. */
  readonly issues: readonly Issue[];
}

/** One per format. `write` rejects only when it is stopped or nothing can be written: a `CannotWrite`. */
export interface Writer {
  readonly id: FormatId;
  /** As people call it. */
  readonly format: string;
  /** Ending of its files, without the dot. */
  readonly ending: string;
  readonly mime: string;
  /** Whether one file holds records of several types. */
  readonly manyTypes: boolean;
  write(layers: readonly Layer[], options: WriteOptions): Promise<WrittenFile>;
}

/** The format cannot hold what it should; carries the sentence to show. */
export class CannotWrite extends Error {
  constructor(readonly issue: Issue) {
    super(issue.code);
    this.name = 'CannotWrite';
  }
}

export function recordCount(layers: readonly Layer[]): number {
  return layers.reduce((sum, { records }) => sum + records.length, 0);
}
