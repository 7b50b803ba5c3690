import type { LocalProjection } from '../../geometry/projection';
import type { RoadSegment } from '../../model/entities/road-segment';
import type { ArcCosts } from '../../network/costs';
import type { EdgeIndex } from '../../network/edge-index';
import type { RoadGraph } from '../../network/road-graph';

/** Roads made ready for laying hose: what any road network of the plan brings. */
export interface HoseNetwork {
  readonly roads: readonly RoadSegment[];
  readonly graph: RoadGraph;
  readonly index: EdgeIndex;
  readonly projection: LocalProjection;
}

/**
 * What a hose may follow, in metres both ways. One-way streets and closures stop vehicles, not hose, and a footpath will do.
 * A motorway will not: nobody lays across fast traffic, and it is fenced. Bridges and tunnels carry hose like any
 * street: often they are the only way over a river or a railway.
 */
export function hoseCosts({ graph, roads }: Pick<HoseNetwork, 'graph' | 'roads'>): ArcCosts {
  const costs = new Float64Array(2 * graph.from.length);
  for (let e = 0; e < graph.from.length; e++) {
    const cost = carriesHose(roads[graph.road[e]!]!) ? graph.lengthM[e]! : Number.POSITIVE_INFINITY;
    costs[2 * e] = cost;
    costs[2 * e + 1] = cost;
  }
  return costs;
}

function carriesHose({ class: roadClass }: RoadSegment): boolean {
  return roadClass !== 'motorway';
}

/** Hydrants stand along anything that carries hose, but not on a bridge or in a tunnel that merely passes by. */
export function hasHydrants(road: RoadSegment): boolean {
  return carriesHose(road) && isAtGrade(road);
}

/** A street where an engine can stand before the house: no motorway, no footpath, no viaduct over the roof. */
export function hasFrontage(road: RoadSegment): boolean {
  return hasHydrants(road) && road.class !== 'path';
}

function isAtGrade({ bridge, tunnel, layer = 0 }: RoadSegment): boolean {
  return !bridge && !tunnel && layer === 0;
}
