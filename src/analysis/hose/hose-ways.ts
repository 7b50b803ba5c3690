import type { LonLat } from '../../base/coordinates';
import type { FirstDueSearch, Seed } from '../../network/first-due';
import { routeTo } from '../../network/routes';
import { pieceOfEdge } from '../drive/road-network';
import { type HoseNetwork, hoseCosts } from './ways';

/** A place on the network: so many metres from an edge's first point. */
export interface StreetPlace {
  readonly edge: number;
  readonly alongM: number;
}

/**
 * How hoses lie along the streets from a frontage to hydrants, degrees; empty where no street leads there.
 * Runs the network's search: its labels from before are no longer good.
 */
export function hoseWays(
  network: HoseNetwork & { readonly search: FirstDueSearch },
  frontage: StreetPlace,
  hydrants: readonly StreetPlace[],
): LonLat[][] {
  const { graph, projection, search } = network;
  const costs = hoseCosts(network);
  const seeds: Seed[] = [{ edge: frontage.edge, at: shareOf(network, frontage), offset: 0, source: 0 }];
  const labels = search.run(costs, seeds);
  return hydrants.map((hydrant) => {
    const route = routeTo(graph, costs, labels, seeds, hydrant.edge, shareOf(network, hydrant));
    if (!route) return [];
    const street = route.legs.flatMap(({ edge, fromAt, toAt }) =>
      fromAt <= toAt ? pieceOfEdge(graph, edge, fromAt, toAt) : pieceOfEdge(graph, edge, toAt, fromAt).reverse(),
    );
    return street.map((point) => projection.inverse(point));
  });
}

function shareOf({ graph }: HoseNetwork, { edge, alongM }: StreetPlace): number {
  const length = graph.lengthM[edge]!;
  return length > 0 ? alongM / length : 0;
}
