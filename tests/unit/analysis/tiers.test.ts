import { describe, expect, it } from 'vitest';
import type { Chain } from '../../../src/analysis/drive/chain';
import { roadNetwork } from '../../../src/analysis/drive/road-network';
import { DEFAULT_DRIVE_SETTINGS, type DriveSettings } from '../../../src/analysis/drive/settings';
import { type NearForces, tiersTo } from '../../../src/analysis/drive/tiers';
import { createProjection } from '../../../src/geometry/projection';
import { at, point } from '../../support/plans';

const SETTINGS: DriveSettings = { ...DEFAULT_DRIVE_SETTINGS, microKmh: 18, microReadyS: 30 };
/** One-way and closed to engines in its second half. */
const roads = [
  { id: 'a', class: 'tertiary', geometry: { type: 'LineString', coordinates: [at(0, 0), at(1000, 0)] } },
  {
    id: 'b',
    class: 'path',
    closed: true,
    oneWay: 'backward',
    geometry: { type: 'LineString', coordinates: [at(1000, 0), at(2000, 0)] },
  },
] as const;
const network = roadNetwork(roads, createProjection([120, 30]), SETTINGS.build);
const chainTo = (x: number): Chain => ({
  place: at(x, 0),
  road: { name: 'a', snapM: 0 },
  first: { stationId: 's', name: 'Station', turnoutS: 60, travelS: 180, lengthM: 2000, arrival: 4, line: [] },
  second: null,
  limit: { minutes: 5, clause: 'c', verified: true, passed: true },
});
const FORCES: NearForces = {
  microStations: [
    { id: 'far', geometry: point(1900, 0) },
    { id: 'm', name: 'Micro', online: false, geometry: point(100, 0) },
  ],
  brigades: [
    { id: 'own', kind: 'unit', geometry: point(550, 0) },
    { id: 'plant', kind: 'enterprise', ownAppliance: true, geometry: point(0, 0) },
    { id: 'bare', kind: 'enterprise', geometry: point(500, 0) },
  ],
};

describe('the tiers that come to a place', () => {
  it('are the first of each, in the order of their arrival, held against one, three and five minutes', () => {
    const tiers = tiersTo(network, FORCES, SETTINGS, chainTo(600));
    expect(tiers.map(({ tier, id, limitS }) => [tier, id, limitS])).toEqual([
      ['unit', 'own', 60],
      ['brigade', 'plant', null],
      ['micro', 'm', 180],
      ['station', 's', 300],
    ]);
    // 50 m on foot; 600 m at 35 km/h after a minute; 500 m at 18 km/h after half a minute.
    const seconds = [36, 60 + 600 / (35 / 3.6), 30 + 100, 240];
    for (const [k, each] of seconds.entries()) expect(tiers[k]!.arrivalS).toBeCloseTo(each, 0);
    expect(tiers[2]).toMatchObject({ offline: true, name: 'Micro' });
  });

  it('come by bicycle where engines may not, and not at all where no road leads', () => {
    expect(tiersTo(network, FORCES, SETTINGS, chainTo(1800)).find(({ tier }) => tier === 'micro')).toMatchObject({
      id: 'far',
    });
    const off = { ...chainTo(0), place: at(0, 3000), first: null };
    expect(tiersTo(network, FORCES, SETTINGS, off)).toEqual([]);
  });
});
