import type { XY } from '../base/coordinates';
import { createRandom } from '../base/random';
import type { HydrantStatus } from '../model/entities/hydrant';
import { districtTest } from './boundaries';
import type { Street } from './streets';
import type { ZoneKind } from './town-plan';

export interface HydrantSpot {
  readonly at: XY;
  readonly street: Street;
  readonly status: HydrantStatus | undefined;
}

/** Why an area has no water: what became of the hydrants that should stand there. */
export interface Story {
  readonly centre: XY;
  readonly radiusM: number;
  /** `planned`: the main is not finished; `outOfOrder`: they stand but nobody can use them. */
  readonly reason: 'planned' | 'outOfOrder';
}

/** The three plain gaps: a main that stops short in the new town, the park's extension, the edge of the old town. */
export const STORIES: readonly Story[] = [
  { centre: [-1250, 1480], radiusM: 600, reason: 'planned' },
  { centre: [2950, 1650], radiusM: 640, reason: 'planned' },
  { centre: [-2750, -2350], radiusM: 430, reason: 'outOfOrder' },
];

const WANTED = 1150;
const PLANNED = 85;
const DAMAGED_SHARE = 0.06;
const SPACING_M: Readonly<Record<ZoneKind, number>> = {
  oldTown: 150,
  newTown: 160,
  industry: 176,
  village: 230,
  fields: 330,
  river: 400,
  outside: 400,
};

/** Hydrants at the kerb, alternating sides, none nearer to another than its zone's spacing. */
export function hydrantSpots(streets: readonly Street[], seed: number): HydrantSpot[] {
  const inDistrict = districtTest();
  const candidates = kerbPlaces(streets).filter(({ at }) => inDistrict(at));
  // The widest spacing that still gives the wanted number.
  let low = 0.6;
  let high = 1.6;
  while (high - low > 0.002) {
    const middle = (low + high) / 2;
    if (thinned(candidates, middle).length >= WANTED) low = middle;
    else high = middle;
  }
  const chosen = evenly(thinned(candidates, low), WANTED);
  return withStatus(chosen, seed);
}

/** So many of the list, left out here and there rather than at its end. */
function evenly<T>(items: readonly T[], wanted: number): T[] {
  return items.filter(
    (_, k) => Math.floor(((k + 1) * wanted) / items.length) > Math.floor((k * wanted) / items.length),
  );
}

interface Place {
  readonly at: XY;
  readonly street: Street;
}

function kerbPlaces(streets: readonly Street[]): Place[] {
  return streets.flatMap((street, index) => {
    if (street.bridge || (street.class === 'service' && street.zone === 'village')) return [];
    const places: Place[] = [];
    let side = index % 2 === 0 ? 1 : -1;
    let left = 14;
    for (let k = 1; k < street.points.length; k++) {
      const [ax, ay] = street.points[k - 1]!;
      const [bx, by] = street.points[k]!;
      const length = Math.hypot(bx - ax, by - ay);
      const [ux, uy] = [(bx - ax) / length, (by - ay) / length];
      const off = street.widthM / 2 + 1.2;
      for (; left < length - 12; left += 56) {
        places.push({ at: [ax + ux * left - side * uy * off, ay + uy * left + side * ux * off], street });
        side = -side;
      }
      left = Math.max(0, left - length);
    }
    return places;
  });
}

function thinned(candidates: readonly Place[], scale: number): Place[] {
  const cell = 150;
  const cells = new Map<string, Place[]>();
  const key = (x: number, y: number): string => `${x},${y}`;
  return candidates.filter((place) => {
    const apart = SPACING_M[place.street.zone] * scale;
    const [cx, cy] = [Math.floor(place.at[0] / cell), Math.floor(place.at[1] / cell)];
    const reach = Math.ceil(apart / cell);
    for (let dx = -reach; dx <= reach; dx++)
      for (let dy = -reach; dy <= reach; dy++)
        for (const other of cells.get(key(cx + dx, cy + dy)) ?? [])
          if (Math.hypot(other.at[0] - place.at[0], other.at[1] - place.at[1]) < apart) return false;
    const list = cells.get(key(cx, cy));
    if (list) list.push(place);
    else cells.set(key(cx, cy), [place]);
    return true;
  });
}

function withStatus(places: readonly Place[], seed: number): HydrantSpot[] {
  const random = createRandom(seed).fork('hydrant status');
  const status = places.map(({ at }): HydrantStatus | undefined => {
    const story = STORIES.find(({ centre, radiusM }) => Math.hypot(at[0] - centre[0], at[1] - centre[1]) < radiusM);
    if (story) return story.reason === 'planned' ? 'planned' : random.pick(['damaged', 'damaged', 'outOfWater']);
    return random.next() < 0.014 ? undefined : 'working';
  });
  const count = (wanted: HydrantStatus): number => status.filter((each) => each === wanted).length;
  const free = random
    .fork('order')
    .pick([places.map((_, i) => i)])
    .filter((i) => status[i] === 'working');
  const draw = createRandom(seed).fork('draw');
  const turn = (to: HydrantStatus, howMany: number, prefer: (i: number) => boolean): void => {
    const pool = free.filter((i) => status[i] === 'working' && prefer(i));
    for (let k = 0; k < howMany && pool.length > 0; k++) {
      const [i] = pool.splice(draw.integer(0, pool.length - 1), 1);
      status[i!] = to;
    }
  };
  const rural = (i: number): boolean => ['village', 'fields'].includes(places[i]!.street.zone);
  turn('planned', Math.max(0, PLANNED - 6 - count('planned')), rural);
  turn('underConstruction', 6, rural);
  turn('damaged', Math.max(0, Math.round(WANTED * DAMAGED_SHARE) - count('damaged')), () => true);
  turn('blocked', 14, (i) => places[i]!.street.zone === 'oldTown');
  return places.map((place, i) => ({ ...place, status: status[i] }));
}
