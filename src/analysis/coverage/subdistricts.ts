import { DiscCoverage } from '../../geometry/disc-coverage';
import type { LocalProjection } from '../../geometry/projection';
import { polygonContains } from '../../geometry/rings';
import type { Hydrant } from '../../model/entities/hydrant';
import type { RoadSegment } from '../../model/entities/road-segment';
import type { Subdistrict } from '../../model/entities/subdistrict';
import type { Plan } from '../../model/plan';
import { ruleOf, type StandardProfile } from '../../model/standards/profile';
import { regionOf } from '../district';
import { lengthOf } from '../lengths';
import { type Places, placesOf, positionOf } from '../places';
import type { SubdistrictCoverage } from './answer';
import { isStanding, needsRepair } from './counted-hydrants';
import { shareOf, type Targets } from './targets';

/** Municipal streets, along which GB 50974 asks for hydrants; not motorways, trunk roads, yards or paths. */
const STREETS: ReadonlySet<string> = new Set(['primary', 'secondary', 'tertiary', 'local']);

interface Context {
  readonly plan: Plan;
  readonly profile: StandardProfile;
  readonly projection: LocalProjection;
  readonly discs: { readonly x: Float64Array; readonly y: Float64Array; readonly r: Float64Array };
  readonly targets: Targets;
  readonly isCovered: (target: 'buildings' | 'keyUnits', index: number) => boolean;
}

/** Tells which subdistrict a local point is in. */
export function subdistrictLocator(
  plan: Plan,
  projection: LocalProjection,
): (x: number, y: number) => string | undefined {
  const areas = [...plan.records.subdistrict.values()].map(({ id, geometry }) => ({
    id,
    polygons: geometry.coordinates.map((rings) => rings.map((ring) => ring.map(projection.forward))),
  }));
  return (x, y) => areas.find(({ polygons }) => polygons.some((rings) => polygonContains(rings, x, y)))?.id;
}

/**
 * The table of subdistricts: covered land (exact, each as a region of its own; a subdistrict that reaches beyond the
 * district counts with its whole area), what the code's spacing asks for along its streets, what stands, what is owed.
 * A street counts where its middle vertex lies. Areas that are no polygon are left out.
 */
export function subdistrictTable(context: Context): SubdistrictCoverage[] {
  const { plan, projection } = context;
  const locate = subdistrictLocator(plan, projection);
  const hydrants = grouped(placesOf<'hydrant'>(plan.records.hydrant.values(), projection), locate);
  const roads = groupRoads(plan, projection, locate);
  const buildings = indexGroups(context.targets.buildings, locate);
  const keyUnits = indexGroups(context.targets.keyUnits, locate);
  return [...plan.records.subdistrict.values()].flatMap((subdistrict) => {
    const land = landOf(subdistrict, context);
    if (!land) return [];
    const inBuildings = buildings.get(subdistrict.id) ?? [];
    const inUnits = keyUnits.get(subdistrict.id) ?? [];
    const covered = (name: 'buildings' | 'keyUnits', list: readonly number[]): number =>
      list.filter((index) => context.isCovered(name, index)).length;
    return [
      {
        id: subdistrict.id,
        name: subdistrict.name ?? subdistrict.id,
        ...land,
        ...debtOf(roads.get(subdistrict.id) ?? [], hydrants.get(subdistrict.id) ?? [], context),
        buildings: shareOf(covered('buildings', inBuildings), inBuildings.length),
        keyUnits: shareOf(covered('keyUnits', inUnits), inUnits.length),
      },
    ];
  });
}

type Debt = Pick<SubdistrictCoverage, 'roadLengthM' | 'asked' | 'built' | 'working' | 'owed' | 'toRepair' | 'planned'>;

/** What the code asks for along these roads, and what of it stands. */
export function debtOf(
  roads: readonly RoadSegment[],
  hydrants: readonly Hydrant[],
  { profile, projection }: Pick<Context, 'profile' | 'projection'>,
): Debt {
  const spacingM = ruleOf(profile, 'hydrant.spacing')?.max;
  const wideM = ruleOf(profile, 'hydrant.bothSidesWidth')?.max ?? Number.POSITIVE_INFINITY;
  let roadLengthM = 0;
  let sidesM = 0;
  for (const road of roads) {
    const length = lengthOf(road.geometry.coordinates, projection);
    roadLengthM += length;
    sidesM += length * ((road.widthM ?? 0) > wideM ? 2 : 1);
  }
  const asked = spacingM ? Math.ceil(sidesM / spacingM) : 0;
  const built = hydrants.filter(isStanding).length;
  return {
    roadLengthM,
    asked,
    built,
    working: hydrants.filter(({ status }) => status === 'working').length,
    owed: Math.max(0, asked - built),
    toRepair: hydrants.filter(needsRepair).length,
    planned: hydrants.filter(({ status }) => status === 'planned' || status === 'underConstruction').length,
  };
}

/** The roads along which the code asks for hydrants. */
export function streetsOf(plan: Plan): RoadSegment[] {
  return [...plan.records.roadSegment.values()].filter((road) => STREETS.has(road.class ?? 'local'));
}

function landOf(subdistrict: Subdistrict, { projection, discs }: Context) {
  const region = regionOf(subdistrict.geometry, projection);
  if (!region.ok) return null;
  const { coveredAreaM2, districtAreaM2 } = new DiscCoverage(discs.x, discs.y, discs.r, region.value);
  return { areaM2: districtAreaM2, coveredM2: coveredAreaM2, share: coveredAreaM2 / districtAreaM2 };
}

function grouped<E>(places: Places<E>, locate: (x: number, y: number) => string | undefined): Map<string, E[]> {
  const groups = new Map<string, E[]>();
  for (const [id, indices] of indexGroups(places, locate))
    groups.set(
      id,
      indices.map((i) => places.records[i]!),
    );
  return groups;
}

function indexGroups(
  places: Places<unknown>,
  locate: (x: number, y: number) => string | undefined,
): Map<string, number[]> {
  const groups = new Map<string, number[]>();
  for (let i = 0; i < places.x.length; i++) {
    const id = locate(places.x[i]!, places.y[i]!);
    if (id === undefined) continue;
    const list = groups.get(id);
    if (list) list.push(i);
    else groups.set(id, [i]);
  }
  return groups;
}

function groupRoads(
  plan: Plan,
  projection: LocalProjection,
  locate: (x: number, y: number) => string | undefined,
): Map<string, RoadSegment[]> {
  const groups = new Map<string, RoadSegment[]>();
  for (const road of streetsOf(plan)) {
    const [x, y] = projection.forward(positionOf(road.geometry));
    const id = locate(x, y);
    if (id !== undefined) groups.set(id, [...(groups.get(id) ?? []), road]);
  }
  return groups;
}
