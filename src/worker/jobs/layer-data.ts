import type { Entities, Entity, EntityType } from '../../model/entities/registry';
import type { Plan } from '../../model/plan';

type MapProperties = Record<string, string | number>;
type Describe = { readonly [T in EntityType]: (entity: Entities[T]) => MapProperties };

/** How a hydrant speaks on the map; each has its own symbol and its own switch in the legend. */
export const HYDRANT_SIGNS = {
  working: 'working',
  damaged: 'damaged',
  blocked: 'out',
  outOfWater: 'out',
  planned: 'planned',
  underConstruction: 'planned',
} as const;

/** Flow classes of GB 55036-2022 3.0.3 (15 L/s) and of a standpipe crane (30 L/s): 0 unknown, 1 below, 2 enough, 3 strong. */
export function flowClass(flowLps: number | undefined): 0 | 1 | 2 | 3 {
  if (flowLps === undefined) return 0;
  if (flowLps < 15) return 1;
  return flowLps < 30 ? 2 : 3;
}

/** What a layer's style and labels need of a record, short names, nothing else: the map never holds the whole record. */
const describe: Describe = {
  hydrant: ({ number, status, kind, flowLps }) => ({
    sign: status ? HYDRANT_SIGNS[status] : 'unknown',
    flow: flowClass(flowLps),
    number: number ?? '',
    crane: kind === 'standpipeCrane' ? 1 : 0,
  }),
  waterSource: ({ name, kind }) => ({ name: name ?? '', kind: kind ?? '' }),
  fireStation: ({ name, class: stationClass, stage }) => ({
    name: name ?? '',
    class: stationClass ?? '',
    planned: stage === 'planned' ? 1 : 0,
  }),
  microStation: ({ name, online }) => ({ name: name ?? '', online: online ? 1 : 0 }),
  volunteerBrigade: ({ name, kind }) => ({ name: name ?? '', kind: kind ?? '' }),
  keyUnit: ({ name, highRisk }) => ({ name: name ?? '', highRisk: highRisk ? 1 : 0 }),
  incident: ({ kind }) => ({ kind: kind ?? '' }),
  hazard: ({ closedOn }) => ({ open: closedOn ? 0 : 1 }),
  district: ({ name }) => ({ name: name ?? '' }),
  subdistrict: ({ name, nameEn }) => ({ name: name ?? '', nameEn: nameEn ?? '' }),
  building: ({ name, use, floors }) => ({ name: name ?? '', use: use ?? '', floors: floors ?? 0 }),
  roadSegment: ({ name, nameEn, class: roadClass, bridge, tunnel, closed, surveyedOn }) => ({
    name: name ?? '',
    nameEn: nameEn ?? '',
    class: roadClass ?? 'local',
    bridge: bridge ? 1 : 0,
    tunnel: tunnel ? 1 : 0,
    closed: closed ? 1 : 0,
    surveyed: surveyedOn ? 1 : 0,
  }),
  waterBody: ({ name }) => ({ name: name ?? '' }),
  candidateSite: ({ name, stage }) => ({ name: name ?? '', stage: stage ?? '' }),
};

/**
 * One record type as GeoJSON bytes for a map source; `id` is in the properties, as MapLibre's `promoteId` wants it.
 * Records whose `sign` is hidden are left out before clustering, so that clusters count what is shown.
 */
export function layerData(plan: Plan, type: EntityType, hiddenSigns: readonly string[] = []): Uint8Array<ArrayBuffer> {
  const propertiesOf = describe[type] as (entity: Entity) => MapProperties;
  const features: string[] = [];
  for (const entity of plan.records[type].values()) {
    const properties = propertiesOf(entity);
    if (hiddenSigns.includes(String(properties.sign))) continue;
    features.push(
      JSON.stringify({ type: 'Feature', properties: { id: entity.id, ...properties }, geometry: entity.geometry }),
    );
  }
  return new TextEncoder().encode(`{"type":"FeatureCollection","features":[${features.join(',')}]}`);
}
