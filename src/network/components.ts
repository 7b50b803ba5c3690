import type { RawEdges } from './edges';
import type { Component, RoadGraph } from './road-graph';
import { UnionFind } from './union-find';

/** Which nodes hang together, whichever way their roads are driven; the longest component is number 0. */
export function componentsOf({ nodeX, from, to, lengthM }: RawEdges): Pick<RoadGraph, 'component' | 'components'> {
  const sets = new UnionFind(nodeX.length);
  for (let e = 0; e < from.length; e++) sets.join(from[e]!, to[e]!);
  const found = new Map<number, { nodes: number; edges: number; lengthM: number; root: number }>();
  for (let node = 0; node < nodeX.length; node++) {
    const root = sets.find(node);
    const part = found.get(root) ?? { nodes: 0, edges: 0, lengthM: 0, root };
    part.nodes++;
    found.set(root, part);
  }
  for (let e = 0; e < from.length; e++) {
    const part = found.get(sets.find(from[e]!))!;
    part.edges++;
    part.lengthM += lengthM[e]!;
  }
  const ranked = [...found.values()].sort((a, b) => b.lengthM - a.lengthM || a.root - b.root);
  const rank = new Map(ranked.map(({ root }, k) => [root, k]));
  const component = Int32Array.from({ length: nodeX.length }, (_, node) => rank.get(sets.find(node))!);
  return { component, components: ranked.map(({ root: _, ...part }): Component => part) };
}
