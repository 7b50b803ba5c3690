import type { Issue } from '../../base/issue';
import type { EntityType } from '../../model/entities/registry';
import type { CrsId } from '../crs/crs';
import type { Confidence, CrsOffer } from '../crs/offer';
import type { DateNumbers, DateOrder } from './dates';

/** How the cells of a column are read, where that is a matter of choice. */
export interface ColumnReading {
  /** Unit of bare numbers, e.g. `gpm`; a unit written in a cell counts before it. */
  readonly unit?: string;
  /** Where the unit was seen; `size`: no unit is written, only this one makes the numbers sensible. */
  readonly unitFrom?: 'header' | 'cells' | 'size' | 'user';
  /** What comes first in 1/5/2024. */
  readonly dateOrder?: DateOrder;
  /** `cells`: a day above 12 shows the order; `habit`: nothing shows it, it is only usual. */
  readonly dateOrderFrom?: 'cells' | 'habit' | 'user';
  /** What numbers in a date column count. */
  readonly dateNumbers?: DateNumbers;
  /** Codes for words of the file, as somebody chose: folded word → code, or '' to leave the field empty. */
  readonly words?: Readonly<Record<string, string>>;
}

/** Which column feeds a field, why it was proposed, and how it is read. */
export interface ColumnMapping {
  readonly field: string;
  readonly column: string;
  readonly reason: 'name' | 'synonym' | 'values' | 'remembered' | 'user';
  readonly reading?: ColumnReading;
}

/** Columns of a table that hold the position; both the same when one column holds "31.2, 121.4". */
export interface PositionColumns {
  readonly lon: string;
  readonly lat: string;
}

/** A coordinate system on offer, with what a person needs to choose it. */
export interface OfferedSystem extends CrsOffer {
  readonly name: string;
  /** How far off positions may be after the computation, metres; 0 where it is exact to a metre. */
  readonly roughM: number;
}

/** What the import sheet proposes and the user may change. */
export interface ImportProposal {
  readonly fileName: string;
  readonly format: string;
  readonly entity: EntityType;
  /** Other types the data could be, best first, for the sheet's choice. */
  readonly alternatives: readonly EntityType[];
  /** The file gives no geometry, so columns must give the position. */
  readonly table: boolean;
  /** Columns that hold the position in a table without geometry. */
  readonly position?: PositionColumns;
  /** Systems that the coordinates may be in, best first, and how far that is to be trusted. */
  readonly systems: readonly OfferedSystem[];
  readonly confidence: Confidence;
  /** Text encoding, layer or sheet, where the format has such. */
  readonly encoding?: string;
  readonly layer?: string;
  readonly columns: readonly string[];
  /** Up to three different values of each column. */
  readonly samples: Readonly<Record<string, readonly string[]>>;
  readonly mapping: readonly ColumnMapping[];
  readonly count: number;
}

export interface ImportChoices {
  readonly entity: EntityType;
  readonly mode: 'add' | 'update' | 'replace';
  readonly mapping: readonly ColumnMapping[];
  readonly position?: PositionColumns;
  readonly crs: CrsId;
  /** The first number is the latitude or northing. */
  readonly swap: boolean;
  /** Which of longitude and latitude lost its minus sign in the whole file. */
  readonly negate?: 'lon' | 'lat' | 'both';
}

/** A record that will not be imported, only in part, or not quite as written. */
export interface Rejection {
  readonly row: number;
  readonly column?: string;
  readonly issue: Issue;
  /** True when the record itself is left out; false when only the value is. */
  readonly whole: boolean;
  /** True when nothing is left out: a slip was put right, or a record deserves a look. */
  readonly mended?: boolean;
}

/** How much stays outside; the lists of an import may be cut, these are whole. */
export interface RejectionCounts {
  readonly records: number;
  readonly values: number;
  readonly mended: number;
}

/** A word in a column of codes that nobody knows, and in how many rows. */
export interface UnknownWord {
  readonly field: string;
  readonly word: string;
  readonly count: number;
}

export interface ImportedRecords<E = unknown> {
  readonly entity: EntityType;
  readonly records: readonly E[];
  /** Ids that were made up because the file names none; they are nobody's number. */
  readonly madeUp: ReadonlySet<string>;
  readonly rejections: readonly Rejection[];
  readonly counts: RejectionCounts;
  readonly unknown: readonly UnknownWord[];
}
