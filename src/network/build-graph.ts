import { componentsOf } from './components';
import { duplicatesOf, withoutEdges } from './duplicates';
import { edgesOf, type RawEdges } from './edges';
import { findJunctions, type Join } from './junctions';
import type { RoadGraph } from './road-graph';
import type { RoadLines } from './road-lines';

export interface BuildOptions {
  readonly join: Join;
  /** How near a loose end must lie to a line to touch it, metres. */
  readonly toleranceM: number;
}

export const DEFAULT_BUILD: BuildOptions = { join: 'touching', toleranceM: 0.5 };

/** Makes the graph: finds where lines meet, cuts them there, numbers nodes, orders arcs, tells the components apart. */
export function buildGraph(lines: RoadLines, { join, toleranceM }: BuildOptions = DEFAULT_BUILD): RoadGraph {
  const cut = edgesOf(lines, findJunctions(lines, join, toleranceM));
  const arcs = arcsOf(cut.edges);
  const duplicates = duplicatesOf(cut.edges, arcs);
  const edges = duplicates.size > 0 ? withoutEdges(cut.edges, duplicates) : cut.edges;
  return {
    ...edges,
    ...(duplicates.size > 0 ? arcsOf(edges) : arcs),
    ...componentsOf(edges),
    left: { withoutLength: cut.withoutLength, duplicates: duplicates.size },
  };
}

/** Arcs in the order of the node they leave (compressed rows). */
function arcsOf({ nodeX, from, to }: RawEdges): Pick<RoadGraph, 'arcStart' | 'arcs' | 'arcTo'> {
  const arcStart = new Int32Array(nodeX.length + 1);
  for (const ends of [from, to]) for (const node of ends) arcStart[node + 1]!++;
  for (let node = 0; node < nodeX.length; node++) arcStart[node + 1]! += arcStart[node]!;
  const at = arcStart.slice(0, -1);
  const arcs = new Int32Array(2 * from.length);
  const arcTo = new Int32Array(2 * from.length);
  for (let arc = 0; arc < arcs.length; arc++) {
    const e = arc >> 1;
    const [node, target] = arc & 1 ? [to[e]!, from[e]!] : [from[e]!, to[e]!];
    arcs[at[node]!] = arc;
    arcTo[at[node]!++] = target;
  }
  return { arcStart, arcs, arcTo };
}
