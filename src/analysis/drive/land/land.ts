import type { Region } from '../../../geometry/region';
import { cheapestWay, NO_WAY } from '../../../network/approach';
import { seedsByEdge } from '../../../network/reach';
import { frontagesOf } from '../frontage';
import type { RoadNetwork } from '../road-network';
import type { DriveSearch } from '../session';
import { type LandCells, landCells } from './cells';
import { dissolve } from './dissolve';
import { landLayer } from './land-layer';
import { regularise } from './regularise';
import { samplesAlong } from './samples';
import { straighten } from './straighten';

/** How far borders may be moved to look straight, metres. */
const STRAIGHT_M = { station: 70, time: 12 } as const;

/** What the land is told apart by. */
export type LandBy = 'time' | 'station';

export interface LandAnswer {
  /** Land of each station: what its roads front on, in the district, within the frontage distance, streets kept whole. */
  readonly areaM2: Float64Array;
  /** All land that fronts on a reached road. */
  readonly servedM2: number;
  /** GeoJSON bytes (`landLayer`). */
  readonly layer: Uint8Array<ArrayBuffer>;
}

/** The land along the roads: cells made once per network, given to bands or stations as often as asked. */
export class Land {
  private constructor(
    private readonly network: RoadNetwork,
    private readonly cells: LandCells,
    private readonly frontageM: number,
  ) {}

  /**
   * Null where so many roads are near that their land cannot be told apart in a moment.
   * @param region null = no district, all land near roads counts
   */
  static along(network: RoadNetwork, region: Region | null, frontageM: number): Land | null {
    const box = region?.box;
    const near = (x: number, y: number): boolean =>
      !box ||
      (x > box.minX - frontageM && x < box.maxX + frontageM && y > box.minY - frontageM && y < box.maxY + frontageM);
    const samples = samplesAlong(network.graph, near);
    return samples ? new Land(network, landCells(samples, region, frontageM), frontageM) : null;
  }

  /** @param limits of the bands, ascending, in the unit of the costs */
  answer(search: DriveSearch, stations: number, by: LandBy, limits: readonly number[]): LandAnswer {
    const { cells } = this;
    const { cost, source } = this.arrivals(search);
    const stationOf = regularise(cells, source, this.network.graph.lengthM);
    const areaM2 = new Float64Array(stations);
    let servedM2 = 0;
    for (let i = 0; i < stationOf.length; i++) {
      if (stationOf[i]! < 0) continue;
      areaM2[stationOf[i]!]! += cells.areaM2[i]!;
      servedM2 += cells.areaM2[i]!;
    }
    const groupOf = by === 'station' ? stationOf : cost.map((each) => bandOf(each, limits));
    const rings = dissolve(cells, groupOf).map((ring) => ({
      group: ring.group,
      runs: straighten(cells, ring, STRAIGHT_M[by]),
    }));
    return { areaM2, servedM2, layer: landLayer(cells, rings, this.network.projection) };
  }

  private arrivals({ network, costs, labels, seeds }: DriveSearch): { cost: Float64Array; source: Int32Array } {
    const { edge, at, x, y } = this.cells.samples;
    const cost = new Float64Array(edge.length).fill(Number.POSITIVE_INFINITY);
    const source = new Int32Array(edge.length).fill(-1);
    const seedsOn = seedsByEdge(seeds);
    const way = { ...NO_WAY };
    const reach = (i: number, e: number, along: number): void => {
      cheapestWay(network.graph, costs, labels, seedsOn.get(e), e, along, way);
      cost[i] = way.cost;
      source[i] = way.source;
    };
    const usable = (e: number): boolean => Number.isFinite(costs[2 * e]!) || Number.isFinite(costs[2 * e + 1]!);
    const barred: number[] = [];
    for (let i = 0; i < edge.length; i++)
      if (usable(edge[i]!)) reach(i, edge[i]!, at[i]!);
      else barred.push(i);
    // Land on a road that is closed is served from the next open one, as its buildings are.
    const pick = (values: Float64Array): Float64Array => Float64Array.from(barred, (i) => values[i]!);
    const next = frontagesOf(network, costs, pick(x), pick(y), this.frontageM);
    for (const [k, i] of barred.entries()) if (next.edge[k]! >= 0) reach(i, next.edge[k]!, next.at[k]!);
    return { cost, source };
  }
}

function bandOf(cost: number, limits: readonly number[]): number {
  if (cost === Number.POSITIVE_INFINITY) return -1;
  const band = limits.findIndex((limit) => cost <= limit);
  return band < 0 ? limits.length : band;
}
