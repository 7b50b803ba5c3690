import type { RoadSegment } from '../../src/model/entities/road-segment';
import { type BuildOptions, buildGraph, DEFAULT_BUILD } from '../../src/network/build-graph';
import type { RoadGraph } from '../../src/network/road-graph';
import type { RoadLines } from '../../src/network/road-lines';

type Points = readonly (readonly [number, number])[];

/** Lines given by their points in local metres. */
export function linesOf(list: readonly Points[], levels: readonly number[] = []): RoadLines {
  const start = new Int32Array(list.length + 1);
  for (const [i, points] of list.entries()) start[i + 1] = start[i]! + points.length;
  const all = list.flat();
  return {
    start,
    x: Float64Array.from(all, ([x]) => x),
    y: Float64Array.from(all, ([, y]) => y),
    level: Int8Array.from(list, (_, i) => levels[i] ?? 0),
  };
}

export function graphOf(
  list: readonly Points[],
  options: Partial<BuildOptions> = {},
  levels?: readonly number[],
): RoadGraph {
  return buildGraph(linesOf(list, levels), { ...DEFAULT_BUILD, ...options });
}

/** Roads without geometry, for costs: one for each line. */
export function roadsOf(fields: readonly Partial<RoadSegment>[]): RoadSegment[] {
  return fields.map((each, i) => ({ id: `r${i}`, geometry: { type: 'LineString', coordinates: [] }, ...each }));
}

/** A random network on a small lattice: many shared ends, loops, double roads and dead ends. */
export interface RandomNetwork {
  readonly graph: RoadGraph;
  readonly roads: readonly RoadSegment[];
}

export function networkOf(
  pairs: readonly (readonly [number, number])[],
  oneWays: readonly ('no' | 'forward' | 'backward')[],
  closed: readonly boolean[],
): RandomNetwork {
  const place = (k: number): [number, number] => [(k % 4) * 100, Math.floor(k / 4) * 70];
  const list = pairs.map(([a, b], i): Points => {
    const [ax, ay] = place(a);
    const [bx, by] = place(b);
    // Each bends by itself, so that no two are the same road and none has no length.
    return [
      [ax, ay],
      [(ax + bx) / 2 + 7 + i, (ay + by) / 2 + 3 * i],
      [bx, by],
    ];
  });
  return {
    graph: graphOf(list, { join: 'ends' }),
    roads: roadsOf(
      pairs.map((_, i) => ({
        oneWay: oneWays[i % oneWays.length] ?? 'no',
        closed: closed[i % closed.length] ?? false,
      })),
    ),
  };
}
