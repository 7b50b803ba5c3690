import type { DiscCoverage } from '../../geometry/disc-coverage';
import type { LocalProjection } from '../../geometry/projection';
import type { RoadSegment } from '../../model/entities/road-segment';
import type { Plan } from '../../model/plan';
import { monthsBefore } from '../dates';
import { lengthOf } from '../lengths';
import type { CoverageSettings, DataGaps } from './answer';
import { isStanding } from './counted-hydrants';

/** Roads along which hydrants would stand at all. */
const SURVEYED_CLASSES: ReadonlySet<string> = new Set(['trunk', 'primary', 'secondary', 'tertiary', 'local']);

/** What nobody knows, apart from what is known to be missing. */
export function dataGapsOf(
  plan: Plan,
  settings: CoverageSettings,
  projection: LocalProjection,
  unknownStatusAreaM2: number,
): DataGaps {
  const standing = [...plan.records.hydrant.values()].filter(isStanding);
  const limit = monthsBefore(plan.info.asOf, settings.inspectionMonths);
  const roads = [...plan.records.roadSegment.values()].filter(isUnsurveyed);
  return {
    hydrantsWithoutStatus: standing.filter(({ status }) => status === undefined).map(({ id }) => id),
    hydrantsWithoutFlow: standing.filter(({ flowLps }) => flowLps === undefined).map(({ id }) => id),
    hydrantsNotInspected: standing
      .filter(({ lastInspection }) => lastInspection === undefined || lastInspection <= limit)
      .map(({ id }) => id),
    roadsNotSurveyed: {
      ids: roads.map(({ id }) => id),
      lengthM: roads.reduce((sum, road) => sum + lengthOf(road.geometry.coordinates, projection), 0),
    },
    unknownStatusAreaM2,
  };
}

function isUnsurveyed({ class: roadClass, surveyedOn }: RoadSegment): boolean {
  return surveyedOn === undefined && SURVEYED_CLASSES.has(roadClass ?? 'local');
}

/**
 * Land that hydrants of unknown state would cover if they worked: switched on for the question and off again.
 * @param radii of every disc were it counted; @param unknown indices of the hydrants in question
 */
export function unknownArea(coverage: DiscCoverage, radii: Float64Array, unknown: readonly number[]): number {
  let area = 0;
  for (const i of unknown) area += coverage.setRadius(i, radii[i]!);
  for (const i of unknown) coverage.setRadius(i, 0);
  return Math.max(0, area);
}
