import type { LonLat } from '../../base/coordinates';

export interface PointGeometry {
  readonly type: 'Point';
  readonly coordinates: LonLat;
}
export interface LineGeometry {
  readonly type: 'LineString';
  readonly coordinates: readonly LonLat[];
}
/** Always multi: one shape for every area. Outer ring first, then holes, as in GeoJSON. */
export interface AreaGeometry {
  readonly type: 'MultiPolygon';
  readonly coordinates: readonly (readonly (readonly LonLat[])[])[];
}
export type EntityGeometry = PointGeometry | LineGeometry | AreaGeometry;

/** What every record of the plan has. Fields that nobody filled in are absent, never empty strings or zeros. */
export interface EntityBase<G extends EntityGeometry = EntityGeometry> {
  readonly id: string;
  readonly geometry: G;
}

/**
 * A field as the inspector shows it, the importer maps it and the files write it.
 * `date` is `YYYY-MM-DD`; `dateTime` is ISO 8601 local time without zone, `YYYY-MM-DDTHH:mm:ss`.
 */
export interface FieldSpec {
  readonly name: string;
  readonly kind: 'text' | 'number' | 'integer' | 'boolean' | 'date' | 'dateTime' | 'choice' | 'reference';
  /** Unit of a number as stored, e.g. `L/s`. */
  readonly unit?: string;
  readonly min?: number;
  readonly max?: number;
  /** Codes of a `choice`, named in the catalogues under `model.<type>.<field>.<code>`. */
  readonly choices?: readonly string[];
  /** Entity type that a `reference` holds the id of. */
  readonly target?: string;
}

export interface EntitySpec {
  readonly geometry: EntityGeometry['type'];
  /** In the order of the inspector; `id` and `geometry` are not listed. */
  readonly fields: readonly FieldSpec[];
}
