import { type Issue, issueOf } from '../../base/issue';
import type { Entity, EntityType } from '../../model/entities/registry';
import type { PlanInfo } from '../../model/plan';
import { WGS84_CRS } from '../crs/crs';
import type { OutputSystem } from './output-system';
import type { ExportWords } from './words';

export const FORMAT_IDS = ['xlsx', 'csv', 'geojson', 'geopackage', 'shapefile', 'kml'] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

/** Formats that know no other coordinate system. */
export const ALWAYS_WGS84: readonly FormatId[] = ['geopackage', 'kml'];
/** Formats whose columns are the codes of the model whatever the words. */
export const ALWAYS_CODES: readonly FormatId[] = ['geopackage'];

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
  /** The plan that the records are of, for formats with a title. */
  readonly info?: PlanInfo;
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

/** Throws `CannotWrite` for a system that the format does not know. */
export function checkWgs84({ format }: Writer, { crs }: OutputSystem): void {
  if (crs !== WGS84_CRS) throw new CannotWrite(issueOf('write.wgs84Only', { format, crs }));
}

export function recordCount(layers: readonly Layer[]): number {
  return layers.reduce((sum, { records }) => sum + records.length, 0);
}
