import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lengthCosts } from '../../../src/network/costs';
import { FirstDueSearch } from '../../../src/network/first-due';
import { treeLengths } from '../../../src/network/tree-lengths';
import { networkOf } from '../../support/roads';

const pair = fc.tuple(fc.nat(11), fc.nat(11)).filter(([a, b]) => a !== b);

describe('treeLengths', () => {
  it('is the cost itself where costs are metres, and NaN where nobody comes', () => {
    fc.assert(
      fc.property(
        fc.array(pair, { minLength: 1, maxLength: 24 }),
        fc.array(fc.constantFrom('no', 'forward', 'backward'), { minLength: 1, maxLength: 5 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (pairs, oneWays, at) => {
          const { graph, roads } = networkOf(pairs, oneWays as never, [false]);
          const costs = lengthCosts(graph, roads, { oneWay: 'respect' });
          const seeds = [
            { edge: 0, at, offset: 50, source: 0 },
            { edge: graph.from.length - 1, at: 1 - at, offset: 0, source: 1 },
          ];
          const labels = new FirstDueSearch(graph).run(costs, seeds);
          const lengths = treeLengths(graph, labels, seeds);
          for (const [node, length] of lengths.entries()) {
            if (labels.source[node] === -1) expect(length).toBeNaN();
            else expect(length).toBeCloseTo(labels.cost[node]! - (labels.source[node] === 0 ? 50 : 0), 6);
          }
        },
      ),
    );
  });
});
