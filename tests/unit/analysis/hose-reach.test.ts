import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frontages } from '../../../src/analysis/hose/frontage';
import { HoseReach } from '../../../src/analysis/hose/hose-reach';
import { hoseCosts } from '../../../src/analysis/hose/ways';
import type { RoadGraph } from '../../../src/network/road-graph';
import { networkOf } from '../../support/roads';

interface Place {
  readonly edge: number;
  readonly at: number;
  readonly setBackM: number;
}

const place = fc.record({
  edge: fc.nat(),
  at: fc.oneof(fc.constantFrom(0, 1), fc.double({ min: 0, max: 1, noNaN: true })),
  setBackM: fc.integer({ min: 0, max: 40 }),
});
const town = fc.record({
  pairs: fc.array(fc.tuple(fc.nat(11), fc.nat(11)), { minLength: 1, maxLength: 25 }),
  motorway: fc.array(fc.constantFrom(false, false, true), { minLength: 1 }),
  hydrants: fc.array(place, { minLength: 1, maxLength: 6 }),
  buildings: fc.array(place, { minLength: 1, maxLength: 8 }),
  limitM: fc.integer({ min: 20, max: 500 }),
});

function frontagesOf({ from, lengthM }: RoadGraph, places: readonly Place[]): Frontages {
  const edges = places.map(({ edge }) => edge % from.length);
  return {
    edge: Int32Array.from(edges),
    alongM: Float64Array.from(places, ({ at }, i) => at * lengthM[edges[i]!]!),
    setBackM: Float64Array.from(places, ({ setBackM }) => setBackM),
  };
}

/** Metres between any two nodes (Floyd and Warshall's method). */
function allPairs(graph: RoadGraph, costs: Float64Array): number[][] {
  const n = graph.nodeX.length;
  const metres = Array.from({ length: n }, (_, i) =>
    Array.from({ length: n }, (_, j) => (i === j ? 0 : Number.POSITIVE_INFINITY)),
  );
  for (let e = 0; e < graph.from.length; e++) {
    const [u, v] = [graph.from[e]!, graph.to[e]!];
    metres[u]![v] = Math.min(metres[u]![v]!, costs[2 * e]!);
    metres[v]![u] = Math.min(metres[v]![u]!, costs[2 * e]!);
  }
  for (let k = 0; k < n; k++)
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++) metres[i]![j] = Math.min(metres[i]![j]!, metres[i]![k]! + metres[k]![j]!);
  return metres;
}

function plainLays(graph: RoadGraph, costs: Float64Array, buildings: Frontages, hydrants: Frontages, limitM: number) {
  const metres = allPairs(graph, costs);
  const between = (b: number, h: number): number => {
    const [eb, eh] = [buildings.edge[b]!, hydrants.edge[h]!];
    const [tb, th] = [buildings.alongM[b]!, hydrants.alongM[h]!];
    if (!Number.isFinite(costs[2 * eb]!) || !Number.isFinite(costs[2 * eh]!)) return Number.POSITIVE_INFINITY;
    const ends = (e: number, t: number): [number, number][] => [
      [graph.from[e]!, t],
      [graph.to[e]!, graph.lengthM[e]! - t],
    ];
    const ways = ends(eb, tb).flatMap(([u, p]) => ends(eh, th).map(([v, q]) => p + metres[u]![v]! + q));
    return Math.min(...ways, eb === eh ? Math.abs(tb - th) : Number.POSITIVE_INFINITY);
  };
  return Array.from(buildings.edge, (_, b) =>
    Array.from(hydrants.edge, (_, h) => ({
      h,
      layM: hydrants.setBackM[h]! + between(b, h) + buildings.setBackM[b]!,
    }))
      .filter(({ layM }) => layM <= limitM + 1e-9)
      .sort((a, b) => a.layM - b.layM),
  );
}

function expectSame(reach: HoseReach, plain: ReturnType<typeof plainLays>, limitM: number): void {
  for (const [b, lays] of plain.entries()) {
    const { hydrants, layM } = reach.of(b);
    const clear = lays.filter((each) => Math.abs(each.layM - limitM) > 1e-9);
    const found = new Map(hydrants.map((h, k) => [h, layM[k]!]));
    for (const { h, layM: metres } of clear) expect(found.get(h)).toBeCloseTo(metres, 9);
    expect(hydrants.filter((h) => !lays.some((each) => each.h === h))).toEqual([]);
    expect([...layM]).toEqual([...layM].sort((a, b) => a - b));
  }
}

describe('HoseReach', () => {
  it('finds the lays that trying every way finds, nearest first', () => {
    fc.assert(
      fc.property(town, ({ pairs, motorway, hydrants, buildings, limitM }) => {
        const { graph, roads } = networkOf(pairs, ['forward'], [true]);
        const marked = roads.map((road, r) =>
          motorway[r % motorway.length] ? { ...road, class: 'motorway' as const } : road,
        );
        const costs = hoseCosts({ graph, roads: marked });
        const [b, h] = [frontagesOf(graph, buildings), frontagesOf(graph, hydrants)];
        expectSame(new HoseReach(graph, costs, b, h, limitM), plainLays(graph, costs, b, h, limitM), limitM);
      }),
      { numRuns: 300 },
    );
  });

  it('answers after moves what it would have answered from the start', () => {
    fc.assert(
      fc.property(town, fc.array(fc.tuple(fc.nat(), place), { maxLength: 8 }), (each, moves) => {
        const { graph, roads } = networkOf(each.pairs, ['no'], [false]);
        const costs = hoseCosts({ graph, roads });
        const [b, h] = [frontagesOf(graph, each.buildings), frontagesOf(graph, each.hydrants)];
        const reach = new HoseReach(graph, costs, b, h, each.limitM);
        for (const [which, to] of moves) {
          const at = frontagesOf(graph, [to]);
          reach.move(which % h.edge.length, at.edge[0]!, at.alongM[0]!, at.setBackM[0]!);
        }
        expectSame(reach, plainLays(graph, costs, b, h, each.limitM), each.limitM);
      }),
    );
  });

  it('takes a hydrant off the network and names the buildings that lose it', () => {
    const { graph, roads } = networkOf([[0, 1]], ['no'], [false]);
    const one = { edge: 0, at: 0.5, setBackM: 0 };
    const reach = new HoseReach(
      graph,
      hoseCosts({ graph, roads }),
      frontagesOf(graph, [one]),
      frontagesOf(graph, [one]),
      100,
    );
    expect(reach.of(0).hydrants).toEqual([0]);
    expect([...reach.move(0, -1, 0, Number.NaN)]).toEqual([0]);
    expect(reach.of(0).hydrants).toEqual([]);
  });
});
