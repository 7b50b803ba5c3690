import { type Labels, type Seed, seedOf } from './first-due';
import type { RoadGraph } from './road-graph';

/** How far the way to each node is along the roads, metres; NaN where nobody comes. All nodes in one pass. */
export function treeLengths(graph: RoadGraph, { via, source }: Labels, seeds: readonly Seed[]): Float64Array {
  const lengths = new Float64Array(via.length).fill(Number.NaN);
  const waiting: number[] = [];
  for (let node = 0; node < via.length; node++) {
    if (via[node] === -1) continue;
    let at = node;
    while (Number.isNaN(lengths[at]!) && via[at]! >= 0 && waiting.length <= via.length) {
      waiting.push(at);
      at = previousOf(graph, via[at]!);
    }
    if (Number.isNaN(lengths[at]!)) lengths[at] = fromSeed(graph, via[at]!, source[at]!, seeds);
    for (let last = waiting.pop(); last !== undefined; last = waiting.pop()) {
      lengths[last] = lengths[at]! + graph.lengthM[via[last]! >> 1]!;
      at = last;
    }
  }
  return lengths;
}

/** The node where an arc begins. */
function previousOf({ from, to }: RoadGraph, arc: number): number {
  return (arc & 1) === 1 ? to[arc >> 1]! : from[arc >> 1]!;
}

function fromSeed({ lengthM }: RoadGraph, via: number, source: number, seeds: readonly Seed[]): number {
  const arc = -2 - via;
  const { at } = seedOf(seeds, source, arc >> 1);
  return lengthM[arc >> 1]! * ((arc & 1) === 1 ? at : 1 - at);
}
