import type { PutRecord } from '../model/change/change';
import type { PlanInfo } from '../model/plan';
import { boundaries } from './boundaries';
import { forcesOf } from './forces';
import { housesOf } from './houses';
import { hydrantRecords } from './hydrant-records';
import { hydrantSpots } from './hydrant-rows';
import { incidentRecords } from './incident-records';
import { streetsOf } from './streets';
import { buildingRecords, roadRecords } from './town-records';
import { unitRecords } from './unit-records';
import { waterRecords } from './water-records';
import { GeometryWriter } from './writer';

/** The day that the zone's records are as of; the last incident is not later. */
export const AS_OF = '2026-06-30';

export interface DemoZone {
  readonly info: PlanInfo;
  readonly records: PutRecord[];
}

/**
 * 滨河经济区, a made-up economic zone of about 62 km² with an old town, new blocks, an industrial park and villages.
 * The same seed gives the same zone to the last digit.
 */
export function createDemoZone(seed = 2026): DemoZone {
  const writer = new GeometryWriter();
  const streets = streetsOf(seed);
  const houses = housesOf(streets, seed);
  const units = unitRecords(houses, writer, seed);
  return {
    info: { id: 'demo-zone', name: '滨河经济区消防规划', asOf: AS_OF },
    records: [
      ...boundaries(writer),
      ...waterRecords(writer),
      ...roadRecords(streets, writer),
      ...buildingRecords(houses, writer, seed),
      ...hydrantRecords(hydrantSpots(streets, seed), writer, seed),
      ...forcesOf(houses, streets, writer, seed),
      ...units.records,
      ...incidentRecords(houses, units.sites, writer, seed),
    ],
  };
}
