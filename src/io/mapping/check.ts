import type { LonLat } from '../../base/coordinates';
import type { Issue } from '../../base/issue';
import type { Entity } from '../../model/entities/registry';
import { type Bounds, positionsOf } from '../../model/lookups/bounds';
import type { Plan } from '../../model/plan';
import type { ImportChoices, ImportedRecords, Rejection, RejectionCounts, UnknownWord } from './import-plan';
import { effectsOf, type ImportEffect } from './to-change';

/** Rows of the list that the sheet gets; the whole list is in the file that it saves. */
const MOST_SHOWN = 2000;
const MOST_PLACES = 800;

/** What an import with certain choices would do, small enough to send about. */
export interface ImportCheck {
  /** Why nothing can be computed with these choices. */
  readonly issue: Issue | null;
  readonly usable: number;
  readonly counts: RejectionCounts;
  readonly rejections: readonly Rejection[];
  readonly unknown: readonly UnknownWord[];
  /** Where the middle nineteen twentieths lie. */
  readonly bounds: Bounds | null;
  /** Longitude and latitude of a sample of the records. */
  readonly places: Float64Array;
  readonly effects: Readonly<Record<ImportChoices['mode'], ImportEffect>>;
}

export function checkOf(imported: ImportedRecords<Entity>, plan: Plan): ImportCheck {
  const places = placesOf(imported.records);
  return {
    issue: null,
    usable: imported.records.length,
    counts: imported.counts,
    rejections: imported.rejections.slice(0, MOST_SHOWN),
    unknown: imported.unknown,
    bounds: usualBounds(places),
    places: Float64Array.from(places.flat()),
    effects: effectsOf(imported, plan),
  };
}

/** The check of choices that cannot be computed at all. */
export function failedCheck(issue: Issue): ImportCheck {
  const none: ImportEffect = { added: 0, changed: 0, unchanged: 0, removed: 0, moved: 0 };
  return {
    issue,
    usable: 0,
    counts: { records: 0, values: 0, mended: 0 },
    rejections: [],
    unknown: [],
    bounds: null,
    places: new Float64Array(0),
    effects: { add: none, update: none, replace: none },
  };
}

function placesOf(records: readonly Entity[]): LonLat[] {
  const every = Math.max(1, Math.ceil(records.length / MOST_PLACES));
  const places: LonLat[] = [];
  for (let k = 0; k < records.length; k += every) {
    const [first] = positionsOf(records[k]!.geometry);
    if (first) places.push(first);
  }
  return places;
}

/** A slipped digit in one row must not make the map show half the world. */
function usualBounds(places: readonly LonLat[]): Bounds | null {
  if (places.length === 0) return null;
  const span = (values: number[]): [number, number] => {
    values.sort((a, b) => a - b);
    const cut = Math.floor(values.length / 40);
    return [values[cut]!, values[values.length - 1 - cut]!];
  };
  const [west, east] = span(places.map(([lon]) => lon));
  const [south, north] = span(places.map(([, lat]) => lat));
  return [west, south, east, north];
}
