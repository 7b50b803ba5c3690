import type { GeoJSONSourceSpecification } from 'maplibre-gl';
import type { EntityType } from '../../model/entities/registry';

/** Record types that the map draws, each from a source of its own. */
export const DRAWN_TYPES: readonly EntityType[] = [
  'waterBody',
  'district',
  'subdistrict',
  'building',
  'roadSegment',
  'candidateSite',
  'incident',
  'hazard',
  'waterSource',
  'volunteerBrigade',
  'microStation',
  'keyUnit',
  'fireStation',
  'hydrant',
];

/** Zoom from which single hydrants are shown; under it their clusters. */
export const HYDRANT_ZOOM = 14;

const EMPTY = { type: 'FeatureCollection' as const, features: [] };
const SIGNS = ['working', 'damaged', 'out', 'planned', 'unknown'];

/** The source of a record type, empty until its data arrive. */
export function sourceOf(type: EntityType): GeoJSONSourceSpecification {
  const base: GeoJSONSourceSpecification = { type: 'geojson', data: EMPTY, promoteId: 'id' };
  if (type === 'building') return { ...base, tolerance: 0.2 };
  if (type !== 'hydrant') return base;
  return {
    ...base,
    cluster: true,
    clusterRadius: 64,
    clusterMaxZoom: HYDRANT_ZOOM - 1,
    clusterMinPoints: 2,
    clusterProperties: Object.fromEntries(
      SIGNS.map((sign) => [sign, ['+', ['case', ['==', ['get', 'sign'], sign], 1, 0]]]),
    ),
  };
}

/** Sources for what is made on the page: gaps, what is dragged, chosen, measured. */
export const OVERLAY_SOURCES = [
  'outside',
  'gaps',
  'gapLabels',
  'drag',
  'chosen',
  'measure',
  'sketch',
  'rings',
  'partition',
  'firstDue',
  'firstDueLand',
  'stationHeld',
  'route',
  'water',
  'hoses',
] as const;
export type OverlaySource = (typeof OVERLAY_SOURCES)[number];

export function overlaySource(): GeoJSONSourceSpecification {
  return { type: 'geojson', data: EMPTY };
}
