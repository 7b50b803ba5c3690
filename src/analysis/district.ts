import type { LonLat, XY } from '../base/coordinates';
import { issueOf } from '../base/issue';
import { fail, ok, type Result } from '../base/result';
import { centreOf, createProjection, type LocalProjection } from '../geometry/projection';
import { createRegion, type Region } from '../geometry/region';
import { ringArea } from '../geometry/rings';
import type { AreaGeometry } from '../model/entities/spec';
import type { Plan } from '../model/plan';

/** The plan's district in local metres, and the projection that made it so. */
export interface LocalDistrict {
  readonly projection: LocalProjection;
  readonly region: Region;
  readonly geometry: AreaGeometry;
}

/**
 * Issues: `coverage.noDistrict`, `region.*` with the place in degrees, `coverage.latitude` for coordinates that are none.
 */
export function localDistrict(plan: Plan): Result<LocalDistrict> {
  const district = plan.records.district.values().next().value;
  if (!district) return fail(issueOf('coverage.noDistrict'));
  const { coordinates } = district.geometry;
  const wrong = coordinates.flat(2).find(([lon, lat]) => !(Math.abs(lat) <= 90) || !(Math.abs(lon) <= 180));
  if (wrong) return fail(issueOf('coverage.coordinates', { lon: wrong[0], lat: wrong[1] }));
  const projection = createProjection(centreOf(coordinates));
  const region = regionOf(district.geometry, projection);
  return region.ok ? ok({ projection, region: region.value, geometry: district.geometry }) : region;
}

/** An area in local metres; a place named by an issue comes back in degrees. */
export function regionOf(area: AreaGeometry, projection: LocalProjection): Result<Region> {
  if (isLine(area)) return fail(issueOf('region.noArea', { areaM2: 0 }));
  const polygons = area.coordinates.map((rings) => rings.map((ring) => ring.map(projection.forward)));
  const region = createRegion(polygons);
  if (region.ok || region.issue.params.x === undefined) return region;
  const [lon, lat] = projection.inverse([Number(region.issue.params.x), Number(region.issue.params.y)]);
  return fail(issueOf(region.issue.code, { lon: rounded(lon), lat: rounded(lat) }));
}

/** Rings in local metres as an area in degrees, closed as GeoJSON wants it. */
export function areaOf(polygons: readonly (readonly (readonly XY[])[])[], projection: LocalProjection): AreaGeometry {
  const toDegrees = (ring: readonly XY[]): LonLat[] => {
    const points = ring.map((point) => projection.inverse(point));
    return [...points, points[0]!];
  };
  return { type: 'MultiPolygon', coordinates: polygons.map((rings) => rings.map(toDegrees)) };
}

/** Points in one line: a parallel that is straight in degrees is bent in metres and would pass for a sliver of land. */
function isLine({ coordinates }: AreaGeometry): boolean {
  return coordinates.every(([outer]) => {
    const around = outer!.reduce((sum, [lon, lat], k) => {
      const [nextLon, nextLat] = outer![(k + 1) % outer!.length]!;
      return sum + Math.hypot(nextLon - lon, nextLat - lat);
    }, 0);
    return Math.abs(ringArea(outer!)) <= 1e-6 * around * around;
  });
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
