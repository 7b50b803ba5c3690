import type { Issue } from '../../base/issue';
import type { EntityType } from '../../model/entities/registry';
import type { CrsId } from '../crs/crs';
import type { CrsOffer } from '../crs/guess';

/** Which column feeds a field, and why it was proposed. */
export interface ColumnMapping {
  readonly field: string;
  readonly column: string;
  readonly reason: 'name' | 'synonym' | 'values' | 'user';
}

/** Columns of a table that hold the position; both the same when one column holds "31.2, 121.4". */
export interface PositionColumns {
  readonly lon: string;
  readonly lat: string;
}

/** What the import sheet proposes and the user may change. */
export interface ImportProposal {
  readonly fileName: string;
  readonly format: string;
  readonly entity: EntityType;
  /** Other types the data could be, best first, for the sheet's choice. */
  readonly alternatives: readonly EntityType[];
  /** Columns that hold the position in a table without geometry. */
  readonly position?: PositionColumns;
  /** Systems that the coordinates may be in, best first, with their names; `certain` false = the user should look. */
  readonly systems: readonly (CrsOffer & { readonly name: string })[];
  readonly systemCertain: boolean;
  /** Text encoding, layer or sheet, where the format has such. */
  readonly encoding?: string;
  readonly layer?: string;
  readonly columns: readonly string[];
  readonly mapping: readonly ColumnMapping[];
  /** Columns left out, with a sample value. */
  readonly unmapped: readonly { readonly column: string; readonly sample: string }[];
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
}

/** A record that will not be imported, or only in part. */
export interface Rejection {
  readonly row: number;
  readonly column?: string;
  readonly issue: Issue;
  /** True when the record itself is left out; false when only the value is. */
  readonly whole: boolean;
}

export interface ImportedRecords<E = unknown> {
  readonly entity: EntityType;
  readonly records: readonly E[];
  readonly rejections: readonly Rejection[];
}
