import { Reference } from '../../io/crs/reference';
import type { Surroundings } from '../../io/mapping/propose';
import { entityBounds } from '../../model/lookups/bounds';
import type { Plan } from '../../model/plan';

/** More roads than this are thinned out: a tenth of a town is enough to see a shift. */
const MOST_LINES = 20_000;

/** What the plan knows of the place: the district's bounds, and its roads (or else buildings) to match positions with. */
export function surroundingsOf(plan: Plan): Surroundings {
  const district = plan.records.district.values().next().value;
  const roads = [...plan.records.roadSegment.values()].map(({ geometry }) => geometry.coordinates);
  const lines =
    roads.length > 0
      ? roads
      : [...plan.records.building.values()].map(({ geometry }) => geometry.coordinates[0]?.[0]?.slice(0, 1) ?? []);
  const every = Math.max(1, Math.ceil(lines.length / MOST_LINES));
  return {
    district: district ? entityBounds(district.geometry) : null,
    reference: Reference.of(lines.filter((_, k) => k % every === 0)),
  };
}
