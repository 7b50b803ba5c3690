import type { RawTable } from '../../src/io/readers/reader';

/** A table as a reader gives it: rows from the second line on, each with the same geometry or none. */
export function tableOf(
  rows: readonly Record<string, unknown>[],
  geometry: GeoJSON.Geometry | null = null,
  more: Partial<RawTable> = {},
): RawTable {
  const features = rows.map((properties, k) => ({ row: k + 2, properties, geometry }));
  return { format: 'CSV', columns: Object.keys(rows[0] ?? {}), features, issues: [], ...more };
}
