import { buildGraph } from '../../network/build-graph';
import { lengthCosts } from '../../network/costs';
import { EQUAL_M } from '../../network/junctions';
import { PositionIndex } from '../../network/position-index';
import type { RoadGraph } from '../../network/road-graph';
import { levelOf, roadLinesOf } from '../../network/road-lines';
import type { AuditFinding, Checked } from './answer';
import { type AuditContext, worstFirst } from './context';

/** Where roads meet that should not, or do not meet that should. */
export function checkJoints(context: AuditContext): Checked[] {
  return [looseEnds(context), crossings(context), oneWayTraps(context)];
}

/** Ends of roads that stop just short of another one on the same level. */
function looseEnds({ network, settings }: AuditContext): Checked {
  const { graph, roads, index, projection } = network;
  const levels = roads.map(levelOf);
  const ends = nodesWith(graph, (arcs) => arcs.length === 1);
  const findings = ends.flatMap((node): AuditFinding[] => {
    const own = graph.road[graph.arcs[graph.arcStart[node]!]! >> 1]!;
    const place = index.nearest(graph.nodeX[node]!, graph.nodeY[node]!, settings.looseWithinM, (edge) => {
      const other = graph.road[edge]!;
      return other !== own && levels[other] === levels[own];
    });
    if (!place) return [];
    return [
      {
        check: 'looseEnd',
        measured: place.snapM,
        unit: 'm',
        limit: { max: settings.build.toleranceM },
        records: [{ type: 'roadSegment', ids: [roads[own]!.id, roads[graph.road[place.edge]!]!.id] }],
        position: projection.inverse([graph.nodeX[node]!, graph.nodeY[node]!]),
      },
    ];
  });
  return { check: 'looseEnd', checked: ends.length, findings: worstFirst(findings) };
}

/** Roads of one level that cross without a common point: a junction nobody drew, or a bridge nobody marked. */
function crossings({ network, settings }: AuditContext): Checked {
  const { graph, roads, projection } = network;
  const crossed = buildGraph(roadLinesOf(roads, projection), { ...settings.build, join: 'crossing' });
  const known = new PositionIndex(graph.nodeX.length + 1, 2 * EQUAL_M);
  for (let node = 0; node < graph.nodeX.length; node++) known.add(graph.nodeX[node]!, graph.nodeY[node]!);
  const before = known.size;
  const found = nodesWith(crossed, () => true).filter(
    (node) => known.add(crossed.nodeX[node]!, crossed.nodeY[node]!) >= before,
  );
  return {
    check: 'crossing',
    checked: crossed.nodeX.length,
    findings: found.map((node) => ({
      check: 'crossing',
      records: [{ type: 'roadSegment', ids: roadIdsAt(crossed, node, roads) }],
      position: projection.inverse([crossed.nodeX[node]!, crossed.nodeY[node]!]),
    })),
  };
}

/** Places that one-way streets lead into but not out of, or out of but not into. */
function oneWayTraps({ network: { graph, roads, projection } }: AuditContext): Checked {
  const costs = lengthCosts(graph, roads, { oneWay: 'respect' });
  const open = (arc: number): boolean => Number.isFinite(costs[arc]!);
  const traps = nodesWith(graph, (arcs) => {
    const out = arcs.some(open);
    const into = arcs.some((arc) => open(arc ^ 1));
    return out !== into;
  });
  return {
    check: 'oneWayTrap',
    checked: graph.nodeX.length,
    findings: traps.map((node) => ({
      check: 'oneWayTrap',
      records: [{ type: 'roadSegment', ids: roadIdsAt(graph, node, roads) }],
      position: projection.inverse([graph.nodeX[node]!, graph.nodeY[node]!]),
    })),
  };
}

function nodesWith(graph: RoadGraph, wanted: (arcs: readonly number[]) => boolean): number[] {
  const nodes: number[] = [];
  for (let node = 0; node < graph.nodeX.length; node++)
    if (wanted([...graph.arcs.subarray(graph.arcStart[node]!, graph.arcStart[node + 1]!)])) nodes.push(node);
  return nodes;
}

function roadIdsAt(graph: RoadGraph, node: number, roads: AuditContext['network']['roads']): string[] {
  const arcs = graph.arcs.subarray(graph.arcStart[node]!, graph.arcStart[node + 1]!);
  return [...new Set([...arcs].map((arc) => roads[graph.road[arc >> 1]!]!.id))];
}
