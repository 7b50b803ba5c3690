import { featureCollection, multiPolygon } from '@turf/helpers';
import { intersect } from '@turf/intersect';
import type { XY } from '../../base/coordinates';
import { PointIndex } from '../../geometry/point-index';
import { ringArea } from '../../geometry/rings';
import type { Entity } from '../../model/entities/registry';
import type { StandardProfile } from '../../model/standards/profile';
import type { Targets } from '../coverage/targets';
import { areaOf, type LocalDistrict } from '../district';
import type { Places } from '../places';
import { areaRuleOf } from '../station-area';
import type { ResponseSettings, StationPartition } from './answer';

interface Limits {
  /** S: metres driven in the code's travel time. */
  readonly drivenM: number;
  readonly profile: StandardProfile;
}

/** The land nearest to each station (Voronoi cells within the district) and what stands on it. */
export function partitionOf(
  stations: Places<Entity<'fireStation'>>,
  targets: Targets,
  district: LocalDistrict,
  settings: ResponseSettings,
  limits: Limits,
): StationPartition[] {
  const index = new PointIndex(stations.x, stations.y);
  const counts = (places: Places<unknown>): number[] => nearestCounts(index, places, stations.records.length);
  const buildings = counts(targets.buildings);
  const keyUnits = counts(targets.keyUnits);
  const incidents = counts(targets.incidents);
  return stations.records.map((station, i) => {
    const polygons = cellWithin(stations, i, district);
    const limitAreaM2 = limitOf(station, limits.profile);
    return {
      stationId: station.id,
      name: station.name ?? station.id,
      position: station.geometry.coordinates,
      areaM2: polygons.reduce((sum, rings) => sum + polygonArea(rings), 0),
      buildings: buildings[i]!,
      keyUnits: keyUnits[i]!,
      incidents: incidents[i]!,
      farthest: farthestOf(stations.x[i]!, stations.y[i]!, polygons, district),
      codeAreaM2: 2 * (limits.drivenM / settings.detourFactor) ** 2,
      ...(limitAreaM2 === undefined ? {} : { limitAreaM2 }),
      geometry: areaOf(polygons, district.projection),
    };
  });
}

function limitOf(station: Entity<'fireStation'>, profile: StandardProfile): number | undefined {
  const max = areaRuleOf(station, profile)?.max;
  return max === undefined ? undefined : max * 1e6;
}

function nearestCounts(index: PointIndex, places: Places<unknown>, stations: number): number[] {
  const counts = new Array<number>(stations).fill(0);
  for (let i = 0; i < places.x.length; i++) counts[index.nearest(places.x[i]!, places.y[i]!)!.id]!++;
  return counts;
}

/** Outer ring less its holes, whichever way they turn. */
function polygonArea([outer, ...holes]: readonly (readonly XY[])[]): number {
  return Math.abs(ringArea(outer!)) - holes.reduce((sum, hole) => sum + Math.abs(ringArea(hole)), 0);
}

/** The station's cell: the district's box cut by the bisector with every other station, then by the district. */
function cellWithin(stations: Places<unknown>, i: number, { region, geometry, projection }: LocalDistrict): XY[][][] {
  const { minX, minY, maxX, maxY } = region.box;
  const pad = 1000;
  let cell: XY[] = [
    [minX - pad, minY - pad],
    [maxX + pad, minY - pad],
    [maxX + pad, maxY + pad],
    [minX - pad, maxY + pad],
  ];
  for (let j = 0; j < stations.x.length; j++) if (j !== i) cell = nearerHalf(cell, stations, i, j);
  if (cell.length < 3) return [];
  const land = geometry.coordinates.map((rings) => rings.map((ring) => ring.map((p) => [...projection.forward(p)])));
  const shared = intersect(
    featureCollection([multiPolygon(land), multiPolygon([[[...cell, cell[0]!].map((p) => [...p])]])]),
  );
  if (!shared) return [];
  const coordinates = shared.geometry.type === 'Polygon' ? [shared.geometry.coordinates] : shared.geometry.coordinates;
  return coordinates.map((rings) => rings.map((ring) => ring.slice(0, -1).map(([x, y]): XY => [x!, y!])));
}

/** What of a convex ring is nearer to station i than to j; of two at the same place the first has it all. */
function nearerHalf(ring: readonly XY[], { x, y }: Places<unknown>, i: number, j: number): XY[] {
  const nx = x[j]! - x[i]!;
  const ny = y[j]! - y[i]!;
  if (nx === 0 && ny === 0) return i < j ? [...ring] : [];
  const limit = (nx * (x[i]! + x[j]!) + ny * (y[i]! + y[j]!)) / 2;
  const beyond = ([px, py]: XY): number => nx * px + ny * py - limit;
  return ring.flatMap((a, k): XY[] => {
    const b = ring[(k + 1) % ring.length]!;
    const da = beyond(a);
    const db = beyond(b);
    const t = da / (da - db);
    const crossing: XY = [a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t];
    return [...(da <= 0 ? [a] : []), ...(da <= 0 !== db <= 0 ? [crossing] : [])];
  });
}

/** In its own cell the farthest point from a station is a corner of it. */
function farthestOf(x: number, y: number, polygons: readonly (readonly (readonly XY[])[])[], district: LocalDistrict) {
  let far: XY = [x, y];
  for (const [px, py] of polygons.flat(2))
    if (Math.hypot(px - x, py - y) > Math.hypot(far[0] - x, far[1] - y)) far = [px, py];
  return { position: district.projection.inverse(far), distanceM: Math.hypot(far[0] - x, far[1] - y) };
}
