import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestApproach, type Leg } from '../../../src/network/approach';
import { lengthCosts, timeCosts } from '../../../src/network/costs';
import { FirstDueSearch, type Seed } from '../../../src/network/first-due';
import { routeTo } from '../../../src/network/routes';
import { graphOf, networkOf, roadsOf } from '../../support/roads';

const network = fc
  .tuple(
    fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { minLength: 1, maxLength: 25 }),
    fc.array(fc.constantFrom('no' as const, 'no' as const, 'forward' as const, 'backward' as const), { minLength: 1 }),
  )
  .map(([pairs, oneWays]) => networkOf(pairs, oneWays, [false]));

const place = fc.record({ edge: fc.nat(), at: fc.double({ min: 0, max: 1, noNaN: true }) });

describe('routeTo', () => {
  it('leads without a break from the source to the place, against no one-way street, and costs what it says', () => {
    fc.assert(
      fc.property(network, fc.array(place, { minLength: 1, maxLength: 3 }), place, ({ graph, roads }, from, to) => {
        const costs = timeCosts(graph, roads, { oneWay: 'respect' }, () => 36);
        const seeds = from.map(
          ({ edge, at }, source): Seed => ({ edge: edge % graph.from.length, at, offset: 60 * source, source }),
        );
        const labels = new FirstDueSearch(graph).run(costs, seeds);
        const edge = to.edge % graph.from.length;
        const here = seeds.filter((seed) => seed.edge === edge);
        const expected = bestApproach(graph, costs, labels, here, edge, to.at);
        const route = routeTo(graph, costs, labels, seeds, edge, to.at);
        expect(route === null).toBe(expected === null);
        if (!route) return;
        expect(route.cost).toBeCloseTo(expected!.cost, 6);
        const seed = seeds[route.source]!;
        expect([route.legs[0]!.edge, route.legs[0]!.fromAt]).toEqual([seed.edge, seed.at]);
        expect([route.legs.at(-1)!.edge, route.legs.at(-1)!.toAt]).toEqual([edge, to.at]);
        const nodeAt = (leg: Leg, at: number): number => (at === 0 ? graph.from : graph.to)[leg.edge]!;
        for (const [k, leg] of route.legs.slice(1).entries()) {
          const before = route.legs[k]!;
          expect(nodeAt(before, before.toAt)).toBe(nodeAt(leg, leg.fromAt));
        }
        const driven = route.legs.reduce((sum, { edge: e, fromAt, toAt }) => {
          const share = Math.abs(toAt - fromAt);
          return share === 0 ? sum : sum + share * costs[2 * e + (toAt > fromAt ? 0 : 1)]!;
        }, seed.offset);
        expect(driven).toBeCloseTo(route.cost, 6);
      }),
      { numRuns: 300 },
    );
  });

  it('measures the way and names its parts', () => {
    const graph = graphOf([
      [
        [0, 0],
        [100, 0],
      ],
      [
        [100, 0],
        [100, 80],
      ],
    ]);
    const costs = lengthCosts(graph, roadsOf([{}, {}]), { oneWay: 'waive' });
    const seeds = [{ edge: 0, at: 0.25, offset: 0, source: 0 }];
    const labels = new FirstDueSearch(graph).run(costs, seeds);
    expect(routeTo(graph, costs, labels, seeds, 1, 0.5)).toEqual({
      source: 0,
      cost: 115,
      lengthM: 115,
      legs: [
        { edge: 0, fromAt: 0.25, toAt: 1 },
        { edge: 1, fromAt: 0, toAt: 0.5 },
      ],
    });
  });
});
