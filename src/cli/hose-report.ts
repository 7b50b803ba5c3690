import type { BuildingWater, HoseAnswer } from '../analysis/hose/answer';
import type { HoseNetwork } from '../analysis/hose/ways';
import type { Plan } from '../model/plan';
import type { Loaded } from './load';

/** What was read. */
export interface HoseFiles {
  readonly hydrants: Loaded;
  readonly roads: Loaded;
  readonly buildings: Loaded;
}

/** The answer as one JSON object; of buildings only those that fail, one row each. */
export function hoseReport(answer: HoseAnswer, files: HoseFiles, { graph }: HoseNetwork, seconds: number) {
  const rejected = ({ rejections }: Loaded): number => rejections.filter(({ whole }) => whole).length;
  const { totals, streets } = answer;
  const shareOf = (count: number): number => count / totals.total;
  return {
    settings: answer.settings,
    measure: answer.measure,
    hydrants: {
      read: files.hydrants.read,
      rejected: rejected(files.hydrants),
      used: answer.hydrants.counted - answer.hydrants.offStreet.length,
      offStreet: answer.hydrants.offStreet,
      withoutFlow: answer.hydrants.withoutFlow,
    },
    network: {
      read: files.roads.read,
      rejected: rejected(files.roads),
      nodes: graph.nodeX.length,
      edges: graph.from.length,
      lengthM: graph.lengthM.reduce((sum, length) => sum + length, 0),
      components: graph.components.length,
    },
    streets: { ...streets, share: streets.lengthM > 0 ? streets.reachedM / streets.lengthM : 0 },
    buildings: {
      read: files.buildings.read,
      rejected: rejected(files.buildings),
      total: totals.total,
      inCarried: { metres: answer.settings.carriedM, count: totals.inCarried, share: shareOf(totals.inCarried) },
      within: totals.within.map(({ withinM, buildings }) => ({ withinM, count: buildings, share: shareOf(buildings) })),
      byVerdict: totals.byVerdict,
      withoutUse: answer.dataGaps.withoutUse,
      withoutSize: answer.dataGaps.withoutSize,
    },
    crow: {
      radiusM: answer.radiusM,
      count: totals.crow,
      notByHose: totals.crowOnly,
      notByHoseIds: answer.buildings.filter(({ crowOnly }) => crowOnly).map(({ id }) => id),
    },
    failing: answer.buildings.filter(({ verdict }) => verdict !== 'passes').map(rowOf),
    seconds,
  };
}

function rowOf({ id, verdict, clause, availableLps, needed, hydrants, unmeasured, sources, fix }: BuildingWater) {
  return {
    id,
    verdict,
    clause,
    availableLps,
    neededLps: needed.flowLps,
    hydrants,
    unmeasured,
    nearest: sources[0] ?? null,
    fix,
  };
}

/** Every building with its lay, flow and verdict, as GeoJSON. */
export function buildingCollection(plan: Plan, { buildings }: HoseAnswer) {
  return {
    type: 'FeatureCollection',
    features: buildings.map((building) => {
      const [nearest] = building.sources;
      return {
        type: 'Feature',
        id: building.id,
        properties: {
          ...rowOf(building),
          nearest: nearest?.hydrantId ?? null,
          layM: nearest?.layM ?? null,
          lengths: nearest?.lengths ?? null,
          pumps: nearest?.pumps ?? null,
          frictionMpa: nearest?.frictionMpa ?? null,
          setBackM: building.frontage?.setBackM ?? null,
          roadId: building.frontage?.roadId ?? null,
          crowM: building.crowM ?? null,
          crowOnly: building.crowOnly,
          fix: building.fix?.kind ?? null,
        },
        geometry: plan.records.building.get(building.id)!.geometry,
      };
    }),
  };
}
