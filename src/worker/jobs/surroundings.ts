import type { LonLat } from '../../base/coordinates';
import { Reference } from '../../io/crs/reference';
import type { Surroundings } from '../../io/mapping/propose';
import { type Bounds, entityBounds } from '../../model/lookups/bounds';
import type { Plan } from '../../model/plan';

/** More roads than this are thinned out: a tenth of a town is enough to see a shift. */
const MOST_LINES = 20_000;

/**
 * What the plan knows of the place: the district's bounds, and what positions can be held against: roads, at which
 * hydrants stand, and the middles of buildings, where units are marked.
 */
export function surroundingsOf({ records }: Plan): Surroundings {
  const district = records.district.values().next().value;
  const roads = thinned([...records.roadSegment.values()]).map(({ geometry }) => geometry.coordinates);
  const middles = thinned([...records.building.values()]).map(({ geometry }) => [middleOf(entityBounds(geometry))]);
  return {
    district: district ? entityBounds(district.geometry) : null,
    references: [Reference.of(roads), Reference.of(middles)].filter((reference) => reference !== null),
  };
}

function thinned<T>(list: readonly T[]): readonly T[] {
  const every = Math.max(1, Math.ceil(list.length / MOST_LINES));
  return list.filter((_, k) => k % every === 0);
}

function middleOf([west, south, east, north]: Bounds): LonLat {
  return [(west + east) / 2, (south + north) / 2];
}
