import type { LonLat } from '../../base/coordinates';
import type { RoadSegment } from '../../model/entities/road-segment';
import { lengthOf } from '../lengths';
import type { AuditCheck, AuditFinding, Checked } from './answer';
import type { AuditContext } from './context';

const NO_LENGTH_M = 0.01;

/** Roads whose record or line cannot be used as it is. */
export function checkRoads(context: AuditContext): Checked[] {
  const { roads, graph, projection } = context.network;
  const inGraph = new Set(graph.road);
  const lengths = roads.map(({ geometry }) => lengthOf(geometry.coordinates, projection));
  const each = (check: AuditCheck, wrong: (road: RoadSegment, r: number) => boolean): Checked => ({
    check,
    checked: roads.length,
    findings: roads.filter(wrong).map((road) => ({ check, ...at(road) })),
  });
  const streets = roads.filter(({ id }) => context.streets.has(id));
  const onStreets = (check: AuditCheck, wrong: (road: RoadSegment) => boolean): Checked => ({
    check,
    checked: streets.length,
    findings: streets.filter(wrong).map((road) => ({ check, ...at(road) })),
  });
  return [
    each('noLength', (_, r) => lengths[r]! < NO_LENGTH_M),
    each('drawnTwice', (_, r) => lengths[r]! >= NO_LENGTH_M && !inGraph.has(r)),
    islands(context),
    selfLoops(context),
    {
      check: 'wrongSpeed',
      checked: roads.length,
      findings: roads
        .filter(({ speedKmh }) => speedKmh !== undefined && !(speedKmh > 0))
        .map((road) => ({
          check: 'wrongSpeed',
          measured: road.speedKmh!,
          unit: 'km/h',
          limit: { min: 1 },
          ...at(road),
        })),
    },
    each('noSpeed', ({ speedKmh }) => speedKmh === undefined),
    onStreets('noWidth', ({ widthM }) => widthM === undefined),
    onStreets('noName', ({ name, nameEn }) => name === undefined && nameEn === undefined),
  ];
}

/** Parts that no road joins to the largest. */
function islands({ network: { graph, roads, projection } }: AuditContext): Checked {
  const members = graph.components.map(() => ({ ids: new Set<string>(), node: -1 }));
  for (let e = 0; e < graph.from.length; e++) {
    const part = members[graph.component[graph.from[e]!]!]!;
    part.ids.add(roads[graph.road[e]!]!.id);
    if (part.node < 0) part.node = graph.from[e]!;
  }
  return {
    check: 'island',
    checked: graph.components.length,
    findings: graph.components.slice(1).map(({ lengthM }, k): AuditFinding => {
      const { ids, node } = members[k + 1]!;
      return {
        check: 'island',
        measured: lengthM,
        unit: 'm',
        records: [{ type: 'roadSegment', ids: [...ids] }],
        position: projection.inverse([graph.nodeX[node]!, graph.nodeY[node]!]),
      };
    }),
  };
}

/** Edges that lead back to where they begin without meeting another road. */
function selfLoops({ network: { graph, roads } }: AuditContext): Checked {
  const loops = [...graph.from.keys()].filter((e) => graph.from[e] === graph.to[e]);
  return {
    check: 'selfLoop',
    checked: graph.from.length,
    findings: loops.map((e) => ({
      check: 'selfLoop',
      measured: graph.lengthM[e]!,
      unit: 'm',
      ...at(roads[graph.road[e]!]!),
    })),
  };
}

function at({ id, geometry: { coordinates } }: RoadSegment): { records: AuditFinding['records']; position: LonLat } {
  return { records: [{ type: 'roadSegment', ids: [id] }], position: coordinates[coordinates.length >> 1]! };
}
