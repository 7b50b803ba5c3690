import { createRandom } from '../base/random';
import type { PutRecord } from '../model/change/change';
import type { HydrantSpot } from './hydrant-rows';
import type { GeometryWriter } from './writer';

export function hydrantRecords(spots: readonly HydrantSpot[], writer: GeometryWriter, seed: number): PutRecord[] {
  const random = createRandom(seed).fork('hydrant records');
  return spots.map(({ at, street, status }, k): PutRecord => {
    const standing = status !== 'planned' && status !== 'underConstruction';
    const mainDiameterMm = random.pick(street.widthM > 25 ? [300, 400, 200] : [150, 200, 100], [5, 3, 2]);
    const flowLps = Math.round((mainDiameterMm < 150 ? random.between(9, 17) : random.between(15, 34)) * 10) / 10;
    const month = random.integer(1, 5);
    const inspected =
      random.next() < 0.962 ? `2026-0${month}-${String(random.integer(1, 28)).padStart(2, '0')}` : '2024-11-12';
    return {
      type: 'hydrant',
      entity: {
        id: `hydrant-${k + 1}`,
        number: `XHS-${String(k + 1).padStart(4, '0')}`,
        ...(status ? { status } : {}),
        kind: random.next() < 0.02 ? 'standpipeCrane' : random.next() < 0.9 ? 'aboveGround' : 'belowGround',
        address: street.name,
        mainDiameterMm,
        mainForm: street.zone === 'village' || street.zone === 'fields' ? 'branch' : 'ring',
        owner: street.zone === 'industry' ? '园区管委会' : '滨河水务公司',
        ...(standing && random.next() < 0.965 ? { flowLps } : {}),
        ...(standing
          ? { staticPressureMpa: Math.round(random.between(0.13, 0.36) * 100) / 100, lastInspection: inspected }
          : {}),
        ...(standing ? { builtOn: `${random.integer(2006, 2024)}-0${random.integer(3, 9)}-15` } : {}),
        geometry: writer.point(at),
      },
    };
  });
}
