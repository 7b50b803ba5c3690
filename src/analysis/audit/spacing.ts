import { envelopeOf, type Stretch } from '../../network/edge-envelope';
import { edgePoint } from '../../network/edge-point';
import { FirstDueSearch, type Labels, type Seed } from '../../network/first-due';
import { seedsByEdge } from '../../network/reach';
import type { RoadGraph } from '../../network/road-graph';
import { hoseCosts } from '../hose/ways';
import type { Checked } from './answer';
import { type AuditContext, byRule, ruled, worstFirst } from './context';

interface Peak {
  readonly edge: number;
  readonly at: number;
  readonly spacingM: number;
  readonly hydrants: readonly [number, number];
}

/**
 * Spacing along the streets: where the ways from two neighbouring hydrants meet, the street between them is as long as
 * both ways together. A dead end behind the last hydrant has no second one and is no spacing. Standpipe cranes count apart.
 */
export function checkSpacing(context: AuditContext): Checked {
  return ruled(context, 'spacing', 'hydrant.spacing', (rule) => {
    const { network, standing } = context;
    const peaks = peaksOf(context);
    const wide = peaks.filter(({ spacingM }) => spacingM > rule.max!);
    return {
      checked: peaks.length,
      findings: worstFirst(
        wide.map(({ edge, at, spacingM, hydrants }) => ({
          ...byRule('spacing', rule),
          measured: spacingM,
          records: [
            { type: 'hydrant', ids: [...new Set(hydrants)].map((h) => standing.records[h]!.id) },
            { type: 'roadSegment', ids: [network.roads[network.graph.road[edge]!]!.id] },
          ],
          position: network.projection.inverse(edgePoint(network.graph, edge, at * network.graph.lengthM[edge]!)),
        })),
      ),
    };
  });
}

/** Parts of the network with streets longer than the spacing and no hydrant at all. */
export function checkBareStreets(context: AuditContext): Checked {
  return ruled(context, 'streetWithoutHydrant', 'hydrant.spacing', (rule) => {
    const { graph, roads, projection } = context.network;
    const served = new Set(
      context.places.flatMap((place) => (place ? [graph.component[graph.from[place.edge]!]!] : [])),
    );
    const bare = new Map<number, { lengthM: number; ids: Set<string>; edge: number }>();
    const parts = new Set<number>();
    for (let e = 0; e < graph.from.length; e++) {
      const { id } = roads[graph.road[e]!]!;
      if (!context.streets.has(id)) continue;
      const part = graph.component[graph.from[e]!]!;
      parts.add(part);
      if (served.has(part)) continue;
      const found = bare.get(part) ?? { lengthM: 0, ids: new Set<string>(), edge: e };
      found.lengthM += graph.lengthM[e]!;
      found.ids.add(id);
      bare.set(part, found);
    }
    const long = [...bare.values()].filter(({ lengthM }) => lengthM > rule.max!);
    return {
      checked: parts.size,
      findings: worstFirst(
        long.map(({ lengthM, ids, edge }) => ({
          ...byRule('streetWithoutHydrant', rule),
          measured: lengthM,
          records: [{ type: 'roadSegment', ids: [...ids] }],
          position: projection.inverse(edgePoint(graph, edge, graph.lengthM[edge]! / 2)),
        })),
      ),
    };
  });
}

function peaksOf({ network, standing, places, streets }: AuditContext): Peak[] {
  const { graph, roads } = network;
  const seeds = places.flatMap((place, source): Seed[] => {
    if (!place || standing.records[source]!.kind === 'standpipeCrane') return [];
    const length = graph.lengthM[place.edge]!;
    return [{ edge: place.edge, at: length > 0 ? place.alongM / length : 0, offset: 0, source }];
  });
  const costs = hoseCosts(network);
  const labels = new FirstDueSearch(graph).run(costs, seeds);
  const here = seedsByEdge(seeds);
  const peaks: Peak[] = [];
  for (let edge = 0; edge < graph.from.length; edge++) {
    if (!streets.has(roads[graph.road[edge]!]!.id)) continue;
    const stretches = envelopeOf(graph, costs, labels, edge, here.get(edge));
    for (const peak of peaksAtEnds(graph, labels, edge, stretches)) peaks.push(peak);
    for (let k = 0; k + 1 < stretches.length; k++) {
      const [before, after] = [stretches[k]!, stretches[k + 1]!];
      if (isPeak(before, after))
        peaks.push({
          edge,
          at: before.toAt,
          spacingM: before.toCost + after.fromCost,
          hydrants: [before.source, after.source],
        });
    }
  }
  return peaks;
}

/** Two ways that are equally long at a junction meet there and on no edge. */
function peaksAtEnds(
  { from, to }: RoadGraph,
  { cost, source }: Labels,
  edge: number,
  stretches: readonly Stretch[],
): Peak[] {
  const [first, last] = [stretches[0], stretches[stretches.length - 1]];
  const peaks: Peak[] = [];
  const meet = (at: number, node: number, own: number, ownCost: number): void => {
    if (source[node]! !== own)
      peaks.push({ edge, at, spacingM: ownCost + cost[node]!, hydrants: [own, source[node]!] });
  };
  if (first && first.fromCost > first.toCost) meet(0, from[edge]!, first.source, first.fromCost);
  if (last && last.toCost > last.fromCost) meet(1, to[edge]!, last.source, last.toCost);
  return peaks;
}

function isPeak(before: Stretch, after: Stretch): boolean {
  return before.toCost > before.fromCost && after.fromCost > after.toCost;
}
