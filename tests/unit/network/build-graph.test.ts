import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphOf } from '../../support/roads';

const sum = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
const shape = (graph: ReturnType<typeof graphOf>) => ({
  nodes: graph.nodeX.length,
  edges: graph.from.length,
  components: graph.components.length,
});

describe('buildGraph', () => {
  it('joins equal ends and nothing else where asked for ends', () => {
    const graph = graphOf(
      [
        [
          [0, 0],
          [100, 0],
        ],
        [
          [100, 0],
          [100, 100],
        ],
        [
          [50, 0],
          [50, 80],
        ],
        [
          [0, 50],
          [90, 50],
        ],
      ],
      { join: 'ends' },
    );
    expect(shape(graph)).toEqual({ nodes: 7, edges: 4, components: 3 });
  });

  it('cuts a road where another ends on it, within the tolerance', () => {
    const crossing: [number, number][][] = [
      [
        [0, 0],
        [100, 0],
      ],
      [
        [50, 0.4],
        [50, 80],
      ],
    ];
    expect(shape(graphOf(crossing))).toEqual({ nodes: 4, edges: 3, components: 1 });
    expect(shape(graphOf(crossing, { toleranceM: 0.3 }))).toEqual({ nodes: 4, edges: 2, components: 2 });
    expect(sum(graphOf(crossing).lengthM)).toBeCloseTo(179.6, 9);
  });

  it('joins roads at a vertex that both have', () => {
    const graph = graphOf([
      [
        [0, 0],
        [50, 0],
        [100, 0],
      ],
      [
        [50, -50],
        [50, 0],
        [50, 50],
      ],
    ]);
    expect(shape(graph)).toEqual({ nodes: 5, edges: 4, components: 1 });
  });

  it('splits roads that cross without a vertex only where asked to', () => {
    const cross: [number, number][][] = [
      [
        [0, 0],
        [100, 0],
      ],
      [
        [50, -50],
        [50, 50],
      ],
    ];
    expect(shape(graphOf(cross))).toEqual({ nodes: 4, edges: 2, components: 2 });
    expect(shape(graphOf(cross, { join: 'crossing' }))).toEqual({ nodes: 5, edges: 4, components: 1 });
  });

  it('leads a bridge over the road below and joins it at its ends', () => {
    const bridge: [number, number][][] = [
      [
        [0, 0],
        [40, 0],
      ],
      [
        [40, 0],
        [60, 0],
      ],
      [
        [60, 0],
        [100, 0],
      ],
      [
        [50, -50],
        [50, 0],
        [50, 50],
      ],
    ];
    const graph = graphOf(bridge, { join: 'crossing' }, [0, 1, 0, 0]);
    expect(shape(graph)).toEqual({ nodes: 6, edges: 4, components: 2 });
  });

  it('makes one junction of three roads that cross in one point', () => {
    const star: [number, number][][] = [
      [
        [-50, 0],
        [50, 0],
      ],
      [
        [0, -50],
        [0, 50],
      ],
      [
        [-50, -50],
        [50, 50],
      ],
    ];
    expect(shape(graphOf(star, { join: 'crossing' }))).toEqual({ nodes: 7, edges: 6, components: 1 });
  });

  it('keeps a ring road as a loop from its node to itself', () => {
    const graph = graphOf([
      [
        [0, 0],
        [100, 0],
        [100, 100],
        [0, 0],
      ],
    ]);
    expect(shape(graph)).toEqual({ nodes: 1, edges: 1, components: 1 });
    expect(graph.from[0]).toBe(graph.to[0]);
  });

  it('leaves out and counts roads of no length and roads drawn twice', () => {
    const graph = graphOf([
      [
        [0, 0],
        [50, 10],
        [100, 0],
      ],
      [
        [100, 0],
        [50, 10],
        [0, 0],
      ],
      [
        [0, 0],
        [50, -10],
        [100, 0],
      ],
      [
        [30, 30],
        [30, 30],
      ],
    ]);
    // The two that are the same share a vertex half way, so that they are two pieces each.
    expect(graph.left).toEqual({ withoutLength: 1, duplicates: 2 });
    expect(shape(graph)).toEqual({ nodes: 3, edges: 3, components: 1 });
  });

  it('is empty for no roads and passes over lines of one point', () => {
    expect(shape(graphOf([]))).toEqual({ nodes: 0, edges: 0, components: 0 });
    expect(shape(graphOf([[[5, 5]]]))).toEqual({ nodes: 0, edges: 0, components: 0 });
  });

  it('keeps the whole length, and its arcs lead where its edges do', () => {
    const coordinate = fc.integer({ min: 0, max: 12 }).map((k) => k * 10);
    const point = fc.tuple(coordinate, coordinate);
    const line = fc.array(point, { minLength: 2, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom('ends', 'touching', 'crossing'), (list, join) => {
        const graph = graphOf(list, { join });
        const drawn = list.flatMap((points) =>
          points.slice(1).map(([x, y], k) => Math.hypot(x - points[k]![0], y - points[k]![1])),
        );
        const total = drawn.reduce((a, b) => a + b, 0);
        if (graph.left.duplicates === 0) expect(sum(graph.lengthM)).toBeCloseTo(total, 6);
        else expect(sum(graph.lengthM)).toBeLessThan(total);
        for (let node = 0; node < graph.nodeX.length; node++)
          for (let a = graph.arcStart[node]!; a < graph.arcStart[node + 1]!; a++) {
            const edge = graph.arcs[a]! >> 1;
            const [own, other] = graph.arcs[a]! & 1 ? [graph.to, graph.from] : [graph.from, graph.to];
            expect([own[edge], other[edge]]).toEqual([node, graph.arcTo[a]]);
            expect(graph.component[node]).toBe(graph.component[graph.arcTo[a]!]);
          }
        expect(graph.components.reduce((all, { edges }) => all + edges, 0)).toBe(graph.from.length);
      }),
    );
  });
});
