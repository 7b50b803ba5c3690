import type { XY } from '../base/coordinates';
import { createRandom } from '../base/random';
import type { PutRecord } from '../model/change/change';
import type { House } from './houses';
import { BRANDS, GIVEN, SURNAMES } from './place-names';
import type { Street } from './streets';
import { bend } from './town-plan';
import type { GeometryWriter } from './writer';

/** Before bending: on 人民路 in the old town, far from the park in the north-east. */
export const STATION_AT: XY = bend([-1840, -1180]);

const CANDIDATES: readonly (readonly [string, XY, number, 'proposed' | 'announced' | 'acquired', number])[] = [
  ['A 新城北地块', [-420, 2180], 5200, 'proposed', 48_000_000],
  ['B 科技大道地块', [2330, 1020], 4600, 'announced', 39_500_000],
  ['C 东园区地块', [3560, 980], 6100, 'proposed', 33_000_000],
  ['D 振兴大道地块', [1180, 640], 4100, 'acquired', 42_000_000],
  ['E 工业路南地块', [3340, -1420], 5600, 'proposed', 31_000_000],
  ['F 望山路地块', [1980, 2440], 4300, 'announced', 36_500_000],
];

/** The station, micro stations, enterprise brigades and the parcels that a second station could have. */
export function forcesOf(
  houses: readonly House[],
  streets: readonly Street[],
  writer: GeometryWriter,
  seed: number,
): PutRecord[] {
  const random = createRandom(seed).fork('forces');
  const person = (): string => random.pick(SURNAMES) + random.pick(GIVEN);
  const spread = apartFrom(
    houses.filter(({ use }) => use === 'residential' || use === 'commercial'),
    12,
    1150,
  );
  const works = apartFrom(
    houses.filter(({ use, footprintM2 }) => use === 'industrial' && footprintM2 > 3500),
    9,
    560,
  );
  return [
    {
      type: 'fireStation',
      entity: {
        id: 'station-1',
        name: '滨河消防救援站',
        class: 'first',
        stage: 'inService',
        address: '人民路',
        pumps: 6,
        crew: 38,
        parcelM2: 4300,
        geometry: writer.point(STATION_AT),
      },
    },
    ...spread.map(
      (house, k): PutRecord => ({
        type: 'microStation',
        entity: {
          id: `micro-${k + 1}`,
          name: `${nearestStreet(house.centre, streets)}微型消防站`,
          address: nearestStreet(house.centre, streets),
          crew: random.integer(6, 10),
          online: k % 4 !== 3,
          contact: person(),
          geometry: writer.point(house.centre),
        },
      }),
    ),
    ...works.map(
      (house, k): PutRecord => ({
        type: 'volunteerBrigade',
        entity: {
          id: `brigade-${k + 1}`,
          name: `${BRANDS[k]}企业消防队`,
          kind: 'enterprise',
          address: nearestStreet(house.centre, streets),
          crew: random.integer(8, 22),
          ownAppliance: k % 3 !== 2,
          appliances: k % 3 === 2 ? 0 : random.integer(1, 2),
          contact: person(),
          geometry: writer.point(house.centre),
        },
      }),
    ),
    ...CANDIDATES.map(
      ([name, at, areaM2, stage, costCny], k): PutRecord => ({
        type: 'candidateSite',
        entity: {
          id: `site-${k + 1}`,
          name,
          areaM2,
          stage,
          costCny,
          geometry: writer.area([parcel(bend(at), areaM2)]),
        },
      }),
    ),
  ];
}

export function nearestStreet([x, y]: XY, streets: readonly Street[]): string {
  let best = '';
  let nearest = Number.POSITIVE_INFINITY;
  for (const { points, name } of streets)
    for (const [px, py] of points) {
      const d = (px - x) ** 2 + (py - y) ** 2;
      if (d < nearest) {
        nearest = d;
        best = name;
      }
    }
  return best;
}

function parcel([x, y]: XY, areaM2: number): XY[] {
  const a = Math.sqrt(areaM2 * 1.25) / 2;
  const b = areaM2 / (4 * a);
  return [
    [x - a, y - b],
    [x + a, y - b],
    [x + a, y + b],
    [x - a, y + b],
  ];
}

/** The first houses, in their order, that keep apart. */
function apartFrom(houses: readonly House[], count: number, apartM: number): House[] {
  const chosen: House[] = [];
  for (const house of houses) {
    if (chosen.length === count) break;
    const free = chosen.every(
      ({ centre }) => Math.hypot(centre[0] - house.centre[0], centre[1] - house.centre[1]) > apartM,
    );
    if (free) chosen.push(house);
  }
  return chosen;
}
