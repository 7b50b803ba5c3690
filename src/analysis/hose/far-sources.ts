import { PointIndex } from '../../geometry/point-index';
import { bestApproach } from '../../network/approach';
import type { ArcCosts } from '../../network/costs';
import { FirstDueSearch, type Labels, type Seed } from '../../network/first-due';
import { seedsByEdge, sumReach } from '../../network/reach';
import type { HosePlaces } from './hydrant-places';
import { MOST_LAY_M } from './settings';
import type { HoseNetwork } from './ways';

/** The nearest counted hydrant of any place, as a hose lies and as the crow flies, where none is in reach. */
export class FarSources {
  private readonly seeds: ReadonlyMap<number, readonly Seed[]>;
  private readonly labels: Labels;
  private readonly crow: PointIndex;

  constructor(
    private readonly network: HoseNetwork,
    private readonly costs: ArcCosts,
    { places, counts, frontages }: HosePlaces,
  ) {
    const seeds = seedsOf(network, { counts, frontages }, frontages.setBackM);
    this.seeds = seedsByEdge(seeds);
    this.labels = new FirstDueSearch(network.graph).run(costs, seeds, MOST_LAY_M);
    const counted = counts.flatMap((isCounted, h) => (isCounted ? [h] : []));
    this.crow = new PointIndex(
      Float64Array.from(counted, (h) => places.x[h]!),
      Float64Array.from(counted, (h) => places.y[h]!),
    );
  }

  /** As the crow flies, metres; undefined without any hydrant. */
  crowM(x: number, y: number): number | undefined {
    return this.crow.nearest(x, y)?.distanceM;
  }

  /** Hydrant and hose to a place on the network, the hydrant's set-back included; null beyond `MOST_LAY_M`. */
  nearest(edge: number, alongM: number): { readonly hydrant: number; readonly layM: number } | null {
    const length = this.network.graph.lengthM[edge]!;
    const at = length > 0 ? alongM / length : 0;
    const best = bestApproach(this.network.graph, this.costs, this.labels, this.seeds.get(edge) ?? [], edge, at);
    return best && best.cost <= MOST_LAY_M ? { hydrant: best.source, layM: best.cost } : null;
  }
}

/** Streets that a hose may follow, and those within a length of it from a counted hydrant's place on them; metres. */
export function streetsReached(network: HoseNetwork, costs: ArcCosts, hydrants: HosePlaces, withinM: number) {
  const { graph } = network;
  const seeds = seedsOf(network, hydrants);
  const labels = new FirstDueSearch(graph).run(costs, seeds, withinM);
  const { lengthM: reached } = sumReach(graph, costs, labels, seeds, [withinM], Math.max(1, hydrants.counts.length));
  let lengthM = 0;
  for (let e = 0; e < graph.from.length; e++) if (Number.isFinite(costs[2 * e]!)) lengthM += graph.lengthM[e]!;
  return { lengthM, reachedM: reached[0]! };
}

function seedsOf(
  { graph }: HoseNetwork,
  { counts, frontages }: Pick<HosePlaces, 'counts' | 'frontages'>,
  offsets?: Float64Array,
): Seed[] {
  return counts.flatMap((isCounted, source): Seed[] => {
    const edge = frontages.edge[source]!;
    if (!isCounted || edge < 0) return [];
    const length = graph.lengthM[edge]!;
    return [{ edge, at: length > 0 ? frontages.alongM[source]! / length : 0, offset: offsets?.[source] ?? 0, source }];
  });
}
