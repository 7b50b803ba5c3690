import { UnionFind } from '../../../network/union-find';
import type { LandCells } from './cells';

/** A street up to this long goes to one station as a whole: to the one that has most of it. */
const WHOLE_EDGE_M = 500;
/** A part of a jurisdiction smaller than this that lies apart goes to whoever surrounds it most. */
const ISLAND_M2 = 60_000;

/**
 * Jurisdictions as a plan would draw them: no street cut in two, no scattered islands. Changes who has a cell, never
 * whether anybody reaches it. @param stationOf of each cell, −1 = nobody
 */
export function regularise(cells: LandCells, stationOf: Int32Array, edgeLengthM: Float64Array): Int32Array {
  if (stationOf.every((station) => station <= 0)) return stationOf;
  return joinIslands(cells, wholeStreets(cells, stationOf, edgeLengthM));
}

function wholeStreets({ samples: { edge } }: LandCells, stationOf: Int32Array, edgeLengthM: Float64Array): Int32Array {
  const result = stationOf.slice();
  for (let first = 0; first < edge.length; ) {
    let last = first;
    while (last < edge.length && edge[last] === edge[first]) last++;
    if (edgeLengthM[edge[first]!]! <= WHOLE_EDGE_M) {
      const most = mostCommon(stationOf.subarray(first, last));
      for (let i = first; i < last; i++) if (result[i]! >= 0) result[i] = most;
    }
    first = last;
  }
  return result;
}

/** The station with most places; of equals the lower number. −1 where there is none. */
function mostCommon(stations: Int32Array): number {
  const counts = new Map<number, number>();
  for (const station of stations) if (station >= 0) counts.set(station, (counts.get(station) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || a - b)[0]?.[0] ?? -1;
}

function joinIslands(cells: LandCells, stationOf: Int32Array): Int32Array {
  const { sideCell, twin, areaM2, sideFrom, sideTo, cornerX, cornerY } = cells;
  const sets = new UnionFind(stationOf.length);
  for (let s = 0; s < twin.length; s++) {
    const [a, b] = [sideCell[s]!, twin[s]! < 0 ? -1 : sideCell[twin[s]!]!];
    if (b >= 0 && stationOf[a]! >= 0 && stationOf[a] === stationOf[b]) sets.join(a, b);
  }
  const area = new Float64Array(stationOf.length);
  for (let i = 0; i < stationOf.length; i++) area[sets.find(i)]! += areaM2[i]!;
  const largest = new Map<number, number>();
  for (let i = 0; i < stationOf.length; i++) {
    const [station, root] = [stationOf[i]!, sets.find(i)];
    const best = largest.get(station);
    if (station >= 0 && (best === undefined || area[root]! > area[best]!)) largest.set(station, root);
  }
  const isIsland = (i: number): boolean =>
    stationOf[i]! >= 0 && area[sets.find(i)]! < ISLAND_M2 && largest.get(stationOf[i]!) !== sets.find(i);
  const shared = new Map<number, Map<number, number>>();
  for (let s = 0; s < twin.length; s++) {
    const cell = sideCell[s]!;
    if (twin[s]! < 0 || !isIsland(cell)) continue;
    const other = stationOf[sideCell[twin[s]!]!]!;
    if (other < 0 || other === stationOf[cell]) continue;
    const sideM = Math.hypot(
      cornerX[sideFrom[s]!]! - cornerX[sideTo[s]!]!,
      cornerY[sideFrom[s]!]! - cornerY[sideTo[s]!]!,
    );
    const root = sets.find(cell);
    const borders = shared.get(root) ?? new Map<number, number>();
    borders.set(other, (borders.get(other) ?? 0) + sideM);
    shared.set(root, borders);
  }
  return stationOf.map((station, i) => {
    const borders = isIsland(i) ? shared.get(sets.find(i)) : undefined;
    return borders ? [...borders].sort(([a, m], [b, n]) => n - m || a - b)[0]![0] : station;
  });
}
