import type { ArcCosts } from '../../network/costs';
import type { RoadGraph } from '../../network/road-graph';
import type { Frontages } from './frontage';
import { NearSearch } from './near-search';

/** Hydrants in reach of one building, nearest first. */
export interface HydrantsInReach {
  readonly hydrants: readonly number[];
  /** Hose to lay from each: set-back, way along the streets, set-back; metres. */
  readonly layM: readonly number[];
}

interface Row {
  readonly hydrants: number[];
  readonly layM: number[];
}

/**
 * Which hydrants a hose of at most `limitM` connects with which buildings. A search from every hydrant over the few
 * streets around it; when one hydrant moves only its own search runs again.
 */
export class HoseReach {
  private readonly rows: Row[];
  /** Buildings in reach of each hydrant. */
  private readonly reached: number[][];
  private readonly search: NearSearch;
  /** Buildings by the edge they front on, in compressed rows. */
  private readonly start: Int32Array;
  private readonly fronting: Int32Array;

  constructor(
    graph: RoadGraph,
    costs: ArcCosts,
    private readonly buildings: Frontages,
    private readonly hydrants: Frontages,
    private readonly limitM: number,
  ) {
    this.search = new NearSearch(graph, costs);
    this.rows = Array.from({ length: buildings.edge.length }, () => ({ hydrants: [], layM: [] }));
    this.reached = Array.from({ length: hydrants.edge.length }, () => []);
    [this.start, this.fronting] = byEdge(buildings.edge, graph.from.length);
    for (let h = 0; h < hydrants.edge.length; h++) this.connect(h);
  }

  of(building: number): HydrantsInReach {
    return this.rows[building]!;
  }

  /** Puts a hydrant elsewhere (edge −1: nowhere); returns the buildings whose hydrants or lays have changed. */
  move(hydrant: number, edge: number, alongM: number, setBackM: number): ReadonlySet<number> {
    const touched = new Set(this.reached[hydrant]);
    for (const building of touched) this.disconnect(hydrant, building);
    this.hydrants.edge[hydrant] = edge;
    this.hydrants.alongM[hydrant] = alongM;
    this.hydrants.setBackM[hydrant] = setBackM;
    this.reached[hydrant] = [];
    this.connect(hydrant);
    for (const building of this.reached[hydrant]!) touched.add(building);
    return touched;
  }

  private connect(hydrant: number): void {
    const edge = this.hydrants.edge[hydrant]!;
    if (edge < 0) return;
    const setBackM = this.hydrants.setBackM[hydrant]!;
    this.search.from(edge, this.hydrants.alongM[hydrant]!, this.limitM - setBackM);
    for (const near of this.search.edges)
      for (let k = this.start[near]!; k < this.start[near + 1]!; k++) {
        const building = this.fronting[k]!;
        const along = this.search.metresTo(near, this.buildings.alongM[building]!);
        const layM = setBackM + along + this.buildings.setBackM[building]!;
        if (layM > this.limitM) continue;
        this.reached[hydrant]!.push(building);
        insert(this.rows[building]!, hydrant, layM);
      }
  }

  private disconnect(hydrant: number, building: number): void {
    const { hydrants, layM } = this.rows[building]!;
    const at = hydrants.indexOf(hydrant);
    hydrants.splice(at, 1);
    layM.splice(at, 1);
  }
}

/** Keeps the row in order of length; of equal lengths the lower hydrant first. */
function insert({ hydrants, layM }: Row, hydrant: number, metres: number): void {
  let at = layM.length;
  hydrants.push(hydrant);
  layM.push(metres);
  for (; at > 0 && comesAfter(layM[at - 1]!, hydrants[at - 1]!, metres, hydrant); at--) {
    layM[at] = layM[at - 1]!;
    hydrants[at] = hydrants[at - 1]!;
  }
  layM[at] = metres;
  hydrants[at] = hydrant;
}

function comesAfter(layA: number, hydrantA: number, layB: number, hydrantB: number): boolean {
  return layA > layB || (layA === layB && hydrantA > hydrantB);
}

function byEdge(edge: Int32Array, edges: number): [Int32Array, Int32Array] {
  const start = new Int32Array(edges + 1);
  for (const e of edge) if (e >= 0) start[e + 1]!++;
  for (let e = 0; e < edges; e++) start[e + 1]! += start[e]!;
  const at = start.slice(0, -1);
  const items = new Int32Array(start[edges]!);
  for (let i = 0; i < edge.length; i++) if (edge[i]! >= 0) items[at[edge[i]!]!++] = i;
  return [start, items];
}
