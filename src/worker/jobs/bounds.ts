import type { EntityGeometry } from '../../model/entities/spec';
import { type Bounds, boundsOfPositions, positionsOf } from '../../model/lookups/bounds';

/** [west, south, east, north] of all records; null without any. */
export function boundsOf(records: readonly unknown[]): Bounds | null {
  return boundsOfPositions(
    (records as readonly { geometry: EntityGeometry }[]).flatMap(({ geometry }) => positionsOf(geometry)),
  );
}
