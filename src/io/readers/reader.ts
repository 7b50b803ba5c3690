import type { Issue } from '../../base/issue';
import type { EntityType } from '../../model/entities/registry';
import type { Pace } from './pace';

/** A file as bytes with its name; names help people, never the sniffing. */
export interface SourceFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Files that belong to it and came along: the .dbf, .prj and .cpg of a .shp. */
  readonly companions?: readonly SourceFile[];
}

/** A record of a file before anybody decided what it is. */
export interface RawFeature {
  /** 1-based row or feature number as a person would count it in the file. */
  readonly row: number;
  readonly properties: Readonly<Record<string, unknown>>;
  /** GeoJSON geometry in the file's coordinates, or null when the file gives none (a table). */
  readonly geometry: GeoJSON.Geometry | null;
}

export interface RawTable {
  readonly format: string;
  /** Layer or sheet name, where the format has such. */
  readonly layer?: string;
  /** What the records are, where the reader knows it for certain. */
  readonly entity?: EntityType;
  /** The coordinate system that the file declares: a code or the text of a .prj. */
  readonly crs?: string;
  /** Encoding of its text, where the file does not say it by format. */
  readonly encoding?: string;
  /** The workbook counts its days from 1904. */
  readonly date1904?: boolean;
  /** Column names in file order. */
  readonly columns: readonly string[];
  readonly features: readonly RawFeature[];
  /** What could not be read, record by record. */
  readonly issues: readonly Issue[];
}

export interface ReadOptions {
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
}

/** One per format. `sniff` looks at content; `read` throws `UnreadableFile` only when nothing at all can be read. */
export interface Reader {
  readonly format: string;
  /** 0 = certainly not, 1 = certainly. Given the first 64 kB. */
  sniff(head: Uint8Array, name: string): number;
  read(file: SourceFile, pace: Pace): Promise<RawTable[]>;
}

/** Nothing in the file is readable; carries the sentence to show. */
export class UnreadableFile extends Error {
  constructor(readonly issue: Issue) {
    super(issue.code);
    this.name = 'UnreadableFile';
  }
}
