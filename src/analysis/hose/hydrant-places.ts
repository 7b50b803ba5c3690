import type { Hydrant } from '../../model/entities/hydrant';
import { isCounted, isStanding, needsRepair } from '../coverage/counted-hydrants';
import { type Places, placesOf } from '../places';
import { type Frontages, noFrontages } from './frontage';
import type { HoseSettings } from './settings';
import { type HoseNetwork, hasHydrants } from './ways';

/** Hydrants with their place on the network and what they give. */
export interface HosePlaces {
  readonly places: Places<Hydrant>;
  readonly frontages: Frontages;
  /** Gives water under these settings. */
  readonly counts: readonly boolean[];
  /** What would make one count that stands there; null where nothing small does. */
  readonly work: readonly ('inspect' | 'repair' | null)[];
  /** L/s; NaN = nobody knows. */
  readonly flowLps: Float64Array;
}

export function hydrantPlaces(hydrants: Iterable<Hydrant>, network: HoseNetwork, settings: HoseSettings): HosePlaces {
  const places = placesOf<'hydrant'>(hydrants, network.projection);
  const frontages = noFrontages(places.records.length);
  const snap = hydrantSnap(network, settings.hydrantMaxM);
  for (let h = 0; h < places.records.length; h++) {
    const place = snap(places.x[h]!, places.y[h]!);
    if (!place) continue;
    frontages.edge[h] = place.edge;
    frontages.alongM[h] = place.alongM;
    frontages.setBackM[h] = place.snapM;
  }
  return {
    places,
    frontages,
    counts: places.records.map((hydrant) => isCounted(hydrant, settings)),
    work: places.records.map(workOn),
    flowLps: Float64Array.from(places.records, ({ flowLps }) => flowLps ?? Number.NaN),
  };
}

/** Finds a hydrant's place on the network. */
export function hydrantSnap({ graph, roads, index }: HoseNetwork, maxM: number) {
  const stands = roads.map(hasHydrants);
  return (x: number, y: number) => index.nearest(x, y, maxM, (edge) => stands[graph.road[edge]!]!);
}

function workOn(hydrant: Hydrant): 'inspect' | 'repair' | null {
  if (needsRepair(hydrant)) return 'repair';
  return isStanding(hydrant) && hydrant.status === undefined ? 'inspect' : null;
}
