import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapPalette } from '../style/palette';
import { RING_PARTS } from '../style/symbols';

const FONT = ['sans-serif'];
const IS_CLUSTER: ExpressionSpecification = ['has', 'point_count'];

const eighths = (sign: string): ExpressionSpecification => [
  'to-string',
  ['round', ['*', RING_PARTS, ['/', ['get', sign], ['get', 'point_count']]]],
];

/** Forces, units, incidents, sources: each a layer that the legend switches. */
export function placeLayers(palette: MapPalette): LayerSpecification[] {
  const icon = (
    id: string,
    source: string,
    image: ExpressionSpecification | string,
    minzoom = 0,
  ): LayerSpecification => ({
    id,
    type: 'symbol',
    source,
    minzoom,
    layout: { 'icon-image': image, 'icon-allow-overlap': true, 'icon-padding': 0 },
  });
  return [
    {
      id: 'candidateSite',
      type: 'line',
      source: 'candidateSite',
      paint: { 'line-color': palette.scenario, 'line-width': 2.4, 'line-dasharray': [2, 1.2] },
    },
    {
      id: 'incident',
      type: 'circle',
      source: 'incident',
      paint: {
        'circle-color': ['match', ['get', 'kind'], 'fire', palette.incident, 'rescue', palette.damaged, palette.out],
        'circle-radius': ['interpolate', ['linear'], ['zoom'], 10, 1.6, 14, 3, 17, 5],
        'circle-opacity': 0.7,
      },
    },
    icon('hazard', 'hazard', 'hazard', 12.5),
    icon('waterSource', 'waterSource', 'source'),
    icon('volunteerBrigade', 'volunteerBrigade', 'brigade'),
    {
      id: 'keyUnit',
      type: 'symbol',
      source: 'keyUnit',
      layout: {
        'icon-image': ['case', ['==', ['get', 'highRisk'], 1], 'unit-high', 'unit'],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.6, 14.5, 1],
        'icon-allow-overlap': true,
        'icon-padding': 0,
      },
      // Far out only the units of high risk; the others would cover the streets.
      paint: { 'icon-opacity': ['step', ['zoom'], ['get', 'highRisk'], 12.5, 1] },
    },
    icon('microStation', 'microStation', ['case', ['==', ['get', 'online'], 1], 'micro-online', 'micro-offline']),
    icon('fireStation', 'fireStation', ['case', ['==', ['get', 'planned'], 1], 'station-planned', 'station']),
  ];
}

/** Clusters as rings split by state, and single hydrants by state and flow class. */
export function hydrantLayers(palette: MapPalette): LayerSpecification[] {
  return [
    {
      id: 'hydrant-cluster',
      type: 'symbol',
      source: 'hydrant',
      filter: IS_CLUSTER,
      layout: {
        'icon-image': [
          'concat',
          'ring|',
          eighths('working'),
          '|',
          eighths('damaged'),
          '|',
          eighths('out'),
          '|',
          eighths('planned'),
          '|',
          eighths('unknown'),
        ],
        'icon-size': ['interpolate', ['linear'], ['get', 'point_count'], 2, 0.6, 60, 0.82, 2000, 1.2],
        'icon-allow-overlap': true,
        'text-field': ['get', 'point_count_abbreviated'],
        'text-font': FONT,
        'text-size': 12,
        'text-allow-overlap': true,
        'text-ignore-placement': true,
      },
      paint: { 'text-color': palette.text },
    },
    {
      id: 'hydrant',
      type: 'symbol',
      source: 'hydrant',
      filter: ['!', IS_CLUSTER],
      layout: {
        'icon-image': ['concat', 'hydrant-', ['get', 'sign'], '-', ['to-string', ['get', 'flow']]],
        'icon-size': ['interpolate', ['linear'], ['zoom'], 11, 0.55, 14, 0.8, 17, 1.25],
        'icon-allow-overlap': true,
        'icon-padding': 0,
      },
    },
  ];
}
