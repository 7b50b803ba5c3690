import { PointIndex } from '../../geometry/point-index';
import { ringContains } from '../../geometry/rings';
import { SegmentGrid } from '../../geometry/segment-grid';
import { edgePoint } from '../../network/edge-point';
import type { AuditFinding, Checked } from './answer';
import { type AuditContext, byRule, excessOf, ruled, worstFirst } from './context';

/** From the kerb: the way to the road's middle less half its width, where the width is known. */
export function checkKerb(context: AuditContext): Checked {
  return ruled(context, 'kerbDistance', 'hydrant.kerbDistance', (rule) => {
    const { network, standing, places } = context;
    const measured = places.flatMap((place, h) => {
      const road = place && network.roads[network.graph.road[place.edge]!]!;
      return road?.widthM ? [{ h, road, value: place!.snapM - road.widthM / 2 }] : [];
    });
    if (measured.length === 0) return { checked: 0, findings: [], notChecked: 'noValues' };
    return {
      checked: measured.length,
      findings: worstFirst(
        measured
          .filter(({ value }) => excessOf(rule, value) > 0)
          .map(({ h, road, value }) => ({
            ...byRule('kerbDistance', rule),
            measured: value,
            records: [
              { type: 'hydrant', ids: [standing.records[h]!.id] },
              { type: 'roadSegment', ids: [road.id] },
            ],
            position: standing.records[h]!.geometry.coordinates,
          })),
      ),
    };
  });
}

/** From the nearest outer wall of a building; 0 for a hydrant drawn inside one. */
export function checkWall(context: AuditContext): Checked {
  return ruled(context, 'wallDistance', 'hydrant.wallDistance', (rule) => {
    const { plan, network, standing } = context;
    const buildings = [...plan.records.building.values()];
    if (buildings.length === 0) return { checked: 0, findings: [], notChecked: 'noRecords' };
    const rings = buildings.flatMap(({ id, geometry }) =>
      geometry.coordinates.map(([outer]) => ({ id, ring: outer!.map(network.projection.forward) })),
    );
    const { grid, ringOf } = wallsOf(rings.map(({ ring }) => ring));
    const findings: AuditFinding[] = [];
    for (const [h, hydrant] of standing.records.entries()) {
      const [x, y] = [standing.x[h]!, standing.y[h]!];
      const hit = grid.nearest(x, y, rule.min);
      if (!hit || hit.distanceM >= rule.min!) continue;
      const { id, ring } = rings[ringOf[hit.segment]!]!;
      findings.push({
        ...byRule('wallDistance', rule),
        measured: ringContains(ring, x, y) ? 0 : hit.distanceM,
        records: [
          { type: 'hydrant', ids: [hydrant.id] },
          { type: 'building', ids: [id] },
        ],
        position: hydrant.geometry.coordinates,
      });
    }
    return { checked: standing.records.length, findings: worstFirst(findings) };
  });
}

function wallsOf(rings: readonly (readonly (readonly [number, number])[])[]) {
  const count = rings.reduce((sum, ring) => sum + ring.length - 1, 0);
  const ends = Array.from({ length: 4 }, () => new Float64Array(count));
  const ringOf = new Int32Array(count);
  let s = 0;
  for (const [r, ring] of rings.entries())
    for (let v = 0; v + 1 < ring.length; v++, s++) {
      [ends[0]![s], ends[1]![s]] = ring[v]!;
      [ends[2]![s], ends[3]![s]] = ring[v + 1]!;
      ringOf[s] = r;
    }
  return { grid: new SegmentGrid(ends[0]!, ends[1]!, ends[2]!, ends[3]!), ringOf };
}

/** A wide road at least as long as the spacing has hydrants on both sides. */
export function checkBothSides(context: AuditContext): Checked {
  return ruled(context, 'bothSides', 'hydrant.bothSidesWidth', (rule) => {
    const { network, streets } = context;
    const { graph, roads } = network;
    if (!roads.some(({ widthM }) => widthM)) return { checked: 0, findings: [], notChecked: 'noValues' };
    const lengths = new Float64Array(roads.length);
    for (let e = 0; e < graph.from.length; e++) lengths[graph.road[e]!]! += graph.lengthM[e]!;
    const least = context.profile.rules.find(({ id }) => id === 'hydrant.spacing')?.max ?? 0;
    const wide = roads.flatMap((road, r) =>
      (road.widthM ?? 0) > rule.max! && lengths[r]! >= least && streets.has(road.id) ? [r] : [],
    );
    const sides = sidesOf(context);
    return {
      checked: wide.length,
      findings: wide
        .filter((r) => !(sides.get(r)?.left && sides.get(r)?.right))
        .map((r) => ({
          ...byRule('bothSides', rule),
          measured: roads[r]!.widthM!,
          records: [{ type: 'roadSegment', ids: [roads[r]!.id] }],
          position: roads[r]!.geometry.coordinates[roads[r]!.geometry.coordinates.length >> 1]!,
        })),
    };
  });
}

interface Sides {
  left: number;
  right: number;
}

/** Hydrants left and right of each road, seen along its line. */
function sidesOf({ network: { graph }, standing, places }: AuditContext): Map<number, Sides> {
  const sides = new Map<number, Sides>();
  for (const [h, place] of places.entries()) {
    if (!place) continue;
    const [ax, ay] = edgePoint(graph, place.edge, Math.max(0, place.alongM - 1));
    const [bx, by] = edgePoint(graph, place.edge, Math.min(graph.lengthM[place.edge]!, place.alongM + 1));
    const turn = (bx - ax) * (standing.y[h]! - ay) - (by - ay) * (standing.x[h]! - ax);
    const road = graph.road[place.edge]!;
    const found = sides.get(road) ?? { left: 0, right: 0 };
    if (turn > 0) found.left++;
    else found.right++;
    sides.set(road, found);
  }
  return sides;
}

/** No municipal bridges or tunnels: motorways are not the town's, drives and paths cross ditches. */
const NOT_MUNICIPAL: ReadonlySet<string> = new Set(['motorway', 'service', 'path']);

/** A hydrant at each head of a municipal bridge and each mouth of a city tunnel. */
export function checkBridgeHeads(context: AuditContext): Checked {
  return ruled(context, 'bridgeHead', 'hydrant.bridgeHead', (rule) => {
    const { network, standing } = context;
    const heads = headsOf(context);
    if (heads.length === 0) return { checked: 0, findings: [], notChecked: 'noRecords' };
    const index = new PointIndex(standing.x, standing.y);
    const { nodeX, nodeY } = network.graph;
    return {
      checked: heads.length,
      findings: worstFirst(
        heads.flatMap(({ node, roadId }): AuditFinding[] => {
          const near = index.nearest(nodeX[node]!, nodeY[node]!);
          if (near && near.distanceM <= rule.max!) return [];
          return [
            {
              ...byRule('bridgeHead', rule),
              ...(near ? { measured: near.distanceM } : {}),
              records: [{ type: 'roadSegment', ids: [roadId] }],
              position: network.projection.inverse([nodeX[node]!, nodeY[node]!]),
            },
          ];
        }),
      ),
    };
  });
}

/** Nodes where a bridge or tunnel meets an ordinary road or ends. */
function headsOf({ network: { graph, roads } }: AuditContext): { node: number; roadId: string }[] {
  const isOver = (arc: number): boolean => {
    const { bridge, tunnel, class: roadClass } = roads[graph.road[arc >> 1]!]!;
    return (bridge === true || tunnel === true) && !NOT_MUNICIPAL.has(roadClass ?? 'local');
  };
  const heads: { node: number; roadId: string }[] = [];
  for (let node = 0; node < graph.nodeX.length; node++) {
    const here = graph.arcs.subarray(graph.arcStart[node]!, graph.arcStart[node + 1]!);
    const over = here.find((arc) => isOver(arc));
    const passes = here.length > 1 && here.every((arc) => isOver(arc));
    if (over !== undefined && !passes) heads.push({ node, roadId: roads[graph.road[over >> 1]!]!.id });
  }
  return heads;
}
