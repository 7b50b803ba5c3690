import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestApproach } from '../../../src/network/approach';
import { type ArcCosts, lengthCosts, timeCosts } from '../../../src/network/costs';
import { FirstDueSearch, type Seed } from '../../../src/network/first-due';
import { forEachReached, sumReach } from '../../../src/network/reach';
import type { RoadGraph } from '../../../src/network/road-graph';
import { graphOf, networkOf, roadsOf } from '../../support/roads';

const network = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { minLength: 1, maxLength: 25 }),
    fc.array(fc.constantFrom('no' as const, 'no' as const, 'forward' as const, 'backward' as const), { minLength: 1 }),
    fc.array(fc.constantFrom(false, false, false, true), { minLength: 1 }),
  )
  .map(([pairs, oneWays, closed]) => networkOf(pairs, oneWays, closed));

const seedList = fc.array(
  fc.record({
    edge: fc.nat(),
    at: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
    offset: fc.constantFrom(0, 0, 60, 12.5),
  }),
  { minLength: 1, maxLength: 4 },
);

function seedsFor(graph: RoadGraph, list: readonly { edge: number; at: number; offset: number }[]): Seed[] {
  return list.map((seed, source) => ({ ...seed, edge: seed.edge % graph.from.length, source }));
}

/** Bellman and Ford's method: relax every arc until nothing changes. Cost and source per node. */
function plainSearch(graph: RoadGraph, costs: ArcCosts, seeds: readonly Seed[]) {
  const best = Array.from(graph.nodeX, () => ({ cost: Number.POSITIVE_INFINITY, source: -1 }));
  const offer = (node: number, cost: number, source: number): boolean => {
    const now = best[node]!;
    if (cost === Number.POSITIVE_INFINITY || cost > now.cost || (cost === now.cost && source >= now.source))
      return false;
    best[node] = { cost, source };
    return true;
  };
  for (const { edge, at, offset, source } of seeds) {
    offer(graph.to[edge]!, at === 1 ? offset : offset + costs[2 * edge]! * (1 - at), source);
    offer(graph.from[edge]!, at === 0 ? offset : offset + costs[2 * edge + 1]! * at, source);
  }
  for (let changed = true; changed; ) {
    changed = false;
    for (let e = 0; e < graph.from.length; e++)
      for (const [u, v, cost] of [
        [graph.from[e]!, graph.to[e]!, costs[2 * e]!],
        [graph.to[e]!, graph.from[e]!, costs[2 * e + 1]!],
      ] as const) {
        const { cost: reached, source } = best[u]!;
        if (source >= 0 && offer(v, reached + cost, source)) changed = true;
      }
  }
  return best;
}

/** The cheapest cost at a place of an edge by asking every way onto it. */
function plainCostAt(graph: RoadGraph, costs: ArcCosts, seeds: readonly Seed[], edge: number, at: number): number {
  const best = plainSearch(graph, costs, seeds);
  const [ahead, back] = [costs[2 * edge]!, costs[2 * edge + 1]!];
  const ways = [
    best[graph.from[edge]!]!.cost + ahead * at,
    best[graph.to[edge]!]!.cost + back * (1 - at),
    ...seeds
      .filter((seed) => seed.edge === edge)
      .flatMap((seed) => [
        ...(at >= seed.at ? [seed.offset + ahead * (at - seed.at)] : []),
        ...(at <= seed.at ? [seed.offset + back * (seed.at - at)] : []),
      ]),
  ];
  return Math.min(...ways.filter((way) => !Number.isNaN(way)));
}

describe('FirstDueSearch', () => {
  it('equals Bellman and Ford on random networks with one-way streets, closures and late starts', () => {
    fc.assert(
      fc.property(
        network,
        seedList,
        fc.constantFrom('respect' as const, 'waive' as const),
        ({ graph, roads }, list, oneWay) => {
          const costs = timeCosts(graph, roads, { oneWay }, () => 36);
          const seeds = seedsFor(graph, list);
          const labels = new FirstDueSearch(graph).run(costs, seeds);
          const plain = plainSearch(graph, costs, seeds);
          expect(Array.from(labels.cost)).toEqual(plain.map(({ cost }) => expect.closeTo(cost, 9)));
          for (const [node, { cost, source }] of plain.entries())
            if (plain.every((_, other) => other === node || Math.abs(plain[other]!.cost - cost) > 1e-9))
              expect(labels.source[node]).toBe(source);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('stops at the limit and answers again after a change of costs', () => {
    fc.assert(
      fc.property(network, seedList, fc.nat(400), ({ graph, roads }, list, limit) => {
        const seeds = seedsFor(graph, list);
        const search = new FirstDueSearch(graph);
        search.run(lengthCosts(graph, roads, { oneWay: 'waive' }), seeds);
        const costs = lengthCosts(graph, roads, { oneWay: 'respect' });
        const { cost } = search.run(costs, seeds, limit);
        const plain = plainSearch(graph, costs, seeds);
        expect(Array.from(cost)).toEqual(
          plain.map((best) => expect.closeTo(best.cost <= limit ? best.cost : Number.POSITIVE_INFINITY, 9)),
        );
      }),
    );
  });

  it('gives the first of two stations at one place the whole network', () => {
    const graph = graphOf([
      [
        [0, 0],
        [100, 0],
      ],
      [
        [100, 0],
        [200, 50],
      ],
    ]);
    const costs = lengthCosts(graph, roadsOf([{}, {}]), { oneWay: 'waive' });
    const seeds = [1, 0].map((source) => ({ edge: 0, at: 0.3, offset: 0, source }));
    const labels = new FirstDueSearch(graph).run(costs, seeds);
    expect([...labels.source]).toEqual([0, 0, 0]);
    const sums = sumReach(graph, costs, labels, seeds, [Number.POSITIVE_INFINITY], 2);
    expect(sums.firstDueM[1]).toBe(0);
  });

  it('does not enter a one-way street from its end, and leaves a dead end unreached', () => {
    const graph = graphOf([
      [
        [0, 0],
        [100, 0],
      ],
      [
        [100, 0],
        [200, 0],
      ],
    ]);
    const roads = roadsOf([{ oneWay: 'backward' }, {}]);
    const seeds = [{ edge: 0, at: 0.5, offset: 0, source: 0 }];
    const costs = lengthCosts(graph, roads, { oneWay: 'respect' });
    const labels = new FirstDueSearch(graph).run(costs, seeds);
    expect([...labels.cost]).toEqual([50, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
    expect(sumReach(graph, costs, labels, seeds, [1000], 1).lengthM[0]).toBe(50);
  });
});

describe('reach along edges', () => {
  it('has at every place of an edge the least cost of all ways onto it', () => {
    fc.assert(
      fc.property(
        network,
        seedList,
        fc.nat(),
        fc.double({ min: 0.001, max: 0.999, noNaN: true }),
        ({ graph, roads }, list, pick, at) => {
          const costs = timeCosts(graph, roads, { oneWay: 'respect' }, () => 36);
          const seeds = seedsFor(graph, list);
          const labels = new FirstDueSearch(graph).run(costs, seeds);
          const edge = pick % graph.from.length;
          const plain = plainCostAt(graph, costs, seeds, edge, at);
          const found = bestApproach(
            graph,
            costs,
            labels,
            seeds.filter((seed) => seed.edge === edge),
            edge,
            at,
          );
          if (plain === Number.POSITIVE_INFINITY) expect(found).toBeNull();
          else expect(found!.cost).toBeCloseTo(plain, 6);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('sums the same by the quick way, by stretches, and over the sources: every reached metre once', () => {
    fc.assert(
      fc.property(
        network,
        seedList,
        fc.array(fc.nat(500), { minLength: 1, maxLength: 3 }),
        ({ graph, roads }, list, limits) => {
          const costs = lengthCosts(graph, roads, { oneWay: 'respect' });
          const seeds = seedsFor(graph, list);
          const labels = new FirstDueSearch(graph).run(costs, seeds);
          const all = [...limits, Number.POSITIVE_INFINITY];
          const sums = sumReach(graph, costs, labels, seeds, all, seeds.length);
          for (const [k, limit] of all.entries()) {
            let drawn = 0;
            forEachReached(graph, costs, labels, seeds, limit, (edge, { fromAt, toAt }) => {
              drawn += (toAt - fromAt) * graph.lengthM[edge]!;
            });
            expect(sums.lengthM[k]).toBeCloseTo(drawn, 6);
            const parts = sums.firstDueM.slice(k * seeds.length, (k + 1) * seeds.length);
            expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(sums.lengthM[k]!, 6);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('covers an edge from both ends and to the metre', () => {
    // A street of 100 m between two stations 30 m before its ends, reached for 50 m: 20 m from either side.
    const graph = graphOf([
      [
        [0, 0],
        [30, 0],
      ],
      [
        [30, 0],
        [130, 0],
      ],
      [
        [130, 0],
        [160, 0],
      ],
    ]);
    const costs = lengthCosts(graph, roadsOf([{}, {}, {}]), { oneWay: 'waive' });
    const seeds = [
      { edge: 0, at: 0, offset: 0, source: 0 },
      { edge: 2, at: 1, offset: 0, source: 1 },
    ];
    const labels = new FirstDueSearch(graph).run(costs, seeds, 50);
    const { lengthM, firstDueM } = sumReach(graph, costs, labels, seeds, [50, 75], 2);
    expect(lengthM[0]).toBe(100);
    expect([...firstDueM.slice(0, 2)]).toEqual([50, 50]);
  });
});
