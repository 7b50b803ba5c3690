import type { Issue } from '../../base/issue';
import type { EntityType } from '../../model/entities/registry';

/** Which column feeds a field, and why it was proposed. */
export interface ColumnMapping {
  readonly field: string;
  readonly column: string;
  readonly reason: 'name' | 'synonym' | 'values' | 'user';
}

/** What the import sheet proposes and the user may change. */
export interface ImportProposal {
  readonly fileName: string;
  readonly format: string;
  readonly entity: EntityType;
  /** Other types the data could be, best first, for the sheet's choice. */
  readonly alternatives: readonly EntityType[];
  /** Columns that hold the position in a table without geometry. */
  readonly position?: { readonly lon: string; readonly lat: string };
  readonly columns: readonly string[];
  readonly mapping: readonly ColumnMapping[];
  /** Columns left out, with a sample value. */
  readonly unmapped: readonly { readonly column: string; readonly sample: string }[];
  readonly count: number;
  /** [west, south, east, north] of what can be used; null when nothing can. */
  readonly bounds: readonly [number, number, number, number] | null;
}

export interface ImportChoices {
  readonly entity: EntityType;
  readonly mode: 'add' | 'update' | 'replace';
  readonly mapping: readonly ColumnMapping[];
  readonly position?: { readonly lon: string; readonly lat: string };
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
