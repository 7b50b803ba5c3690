import { createRandom } from '../base/random';
import type { PutRecord } from '../model/change/change';
import type { House } from './houses';
import type { Street } from './streets';
import type { GeometryWriter } from './writer';

export function roadRecords(streets: readonly Street[], writer: GeometryWriter): PutRecord[] {
  return streets.map(
    (street, k): PutRecord => ({
      type: 'roadSegment',
      entity: {
        id: `road-${k + 1}`,
        name: street.name,
        nameEn: street.nameEn,
        class: street.class,
        oneWay: street.oneWay ? 'forward' : 'no',
        speedKmh: street.speedKmh,
        widthM: street.widthM,
        ...(street.bridge ? { bridge: true, layer: 1 } : {}),
        ...(street.surveyed ? { surveyedOn: '2026-03-20' } : {}),
        geometry: writer.line(street.points),
      },
    }),
  );
}

/** People by floor area: a flat of 90 m² holds 2.6. */
export function buildingRecords(houses: readonly House[], writer: GeometryWriter, seed: number): PutRecord[] {
  const random = createRandom(seed).fork('buildings');
  return houses.map((house, k): PutRecord => {
    const lived = house.use === 'residential' || house.use === 'rural';
    const people = lived
      ? Math.round((house.footprintM2 * house.floors * 0.8 * 2.6) / 90)
      : Math.round(house.footprintM2 * house.floors * 0.012);
    return {
      type: 'building',
      entity: {
        id: `building-${k + 1}`,
        use: house.use,
        floors: house.floors,
        heightM:
          Math.round(house.floors * (house.use === 'industrial' || house.use === 'warehouse' ? 6 : 3.1) * 10) / 10,
        people: Math.max(1, Math.round(people * random.between(0.8, 1.15))),
        geometry: writer.area(house.rings),
      },
    };
  });
}
