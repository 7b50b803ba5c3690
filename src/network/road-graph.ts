/**
 * Roads as nodes and edges in typed arrays. An edge has two arcs: `2·edge` runs with its line, `2·edge + 1` against it.
 * What an arc costs, and whether it may be driven, is laid over the graph (costs.ts), so that closing a road rebuilds nothing.
 */
export interface RoadGraph {
  readonly nodeX: Float64Array;
  readonly nodeY: Float64Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly lengthM: Float64Array;
  /** The road (number in the list given) that each edge is a part of. */
  readonly road: Int32Array;
  /** Points of each edge's shape: from `shapeStart[edge]` to `shapeStart[edge + 1]`. */
  readonly shapeStart: Int32Array;
  readonly shapeX: Float64Array;
  readonly shapeY: Float64Array;
  /** Arcs that leave each node: from `arcStart[node]` to `arcStart[node + 1]` in `arcs`; `arcTo` is where they lead. */
  readonly arcStart: Int32Array;
  readonly arcs: Int32Array;
  readonly arcTo: Int32Array;
  /** The component of each node; 0 is the longest. */
  readonly component: Int32Array;
  readonly components: readonly Component[];
  /** What was left out while building. */
  readonly left: { readonly withoutLength: number; readonly duplicates: number };
}

/** A part of the network that no road joins to the others (whichever way it is driven). */
export interface Component {
  readonly nodes: number;
  readonly edges: number;
  readonly lengthM: number;
}
