import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapPalette } from '../style/palette';
import { roadWidth } from './basemap';

const STEP: ExpressionSpecification = ['get', 'step'];

/** Roads coloured by when the first engine comes: one ramp from near to late; what nobody reaches is grey and dashed. */
export function firstDueLayers(palette: MapPalette): LayerSpecification[] {
  const [first, ...later] = palette.times;
  const colour = ['step', STEP, first, ...later.flatMap((each, k) => [k + 1, each])] as ExpressionSpecification;
  return [
    {
      id: 'first-due',
      type: 'line',
      source: 'firstDue',
      filter: ['>=', STEP, 0],
      layout: { 'line-cap': 'butt', 'line-join': 'round', 'line-sort-key': STEP },
      paint: { 'line-color': colour, 'line-width': driveWidth() },
    },
    {
      id: 'first-due-unreached',
      type: 'line',
      source: 'firstDue',
      filter: ['==', STEP, -1],
      paint: { 'line-color': palette.out, 'line-width': 2.4, 'line-dasharray': [1.6, 1.4] },
    },
    {
      id: 'first-due-apart',
      type: 'line',
      source: 'firstDue',
      filter: ['==', STEP, -2],
      layout: { 'line-cap': 'round', visibility: 'none' },
      paint: { 'line-color': palette.scenario, 'line-width': 7, 'line-opacity': 0.75 },
    },
  ];
}

/** The land along reached roads under the streets: barely tinted by band, or by station with its border. */
export function servedLandLayers(palette: MapPalette): LayerSpecification[] {
  const group: ExpressionSpecification = ['get', 'group'];
  const [first, ...later] = palette.times;
  const [one, ...others] = palette.stations;
  return [
    {
      id: 'land-by-time',
      type: 'fill',
      source: 'firstDueLand',
      filter: ['has', 'group'],
      paint: {
        'fill-color': ['step', group, first, ...later.flatMap((each, k) => [k + 1, each])] as ExpressionSpecification,
        'fill-opacity': 0.2,
        'fill-antialias': false,
      },
    },
    {
      id: 'land-by-station',
      type: 'fill',
      source: 'firstDueLand',
      filter: ['has', 'group'],
      paint: {
        'fill-color': [
          'match',
          ['%', group, palette.stations.length],
          ...others.flatMap((each, k) => [k + 1, each]),
          one,
        ] as unknown as ExpressionSpecification,
        'fill-opacity': 0.32,
      },
    },
  ];
}

/** Far out as wide as the eye needs to tell colours, close up as wide as the road. */
function driveWidth(): ExpressionSpecification {
  const wide = roadWidth(0) as unknown as unknown[];
  const [kind, curve, zoom, ...stops] = wide;
  const least = [1.6, 2.6, 4.5, 14];
  const pairs = stops.map((stop, k) => (k % 2 === 0 ? stop : ['max', stop, least[(k - 1) / 2]]));
  return [kind, curve, zoom, ...pairs] as unknown as ExpressionSpecification;
}

/** Borders between jurisdictions, over the streets. */
export function landBorderLayer(palette: MapPalette): LayerSpecification {
  return {
    id: 'land-border',
    type: 'line',
    source: 'firstDueLand',
    filter: ['has', 'border'],
    layout: { 'line-join': 'round', 'line-cap': 'round' },
    paint: { 'line-color': palette.station, 'line-width': 2.6 },
  };
}

/** The ways to the place asked for: the first engine's drawn through, the second's dashed, both on a casing. */
export function routeLayers(palette: MapPalette): LayerSpecification[] {
  const part = (name: string): ExpressionSpecification => ['==', ['get', 'part'], name];
  const shape = { 'line-cap': 'round', 'line-join': 'round' } as const;
  return [
    {
      id: 'route-casing',
      type: 'line',
      source: 'route',
      filter: ['==', ['geometry-type'], 'LineString'],
      layout: shape,
      paint: { 'line-color': palette.halo, 'line-width': 10 },
    },
    {
      id: 'route-second',
      type: 'line',
      source: 'route',
      filter: part('second'),
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.station, 'line-width': 4, 'line-dasharray': [1.4, 1] },
    },
    {
      id: 'route-first',
      type: 'line',
      source: 'route',
      filter: part('first'),
      layout: shape,
      paint: { 'line-color': palette.station, 'line-width': 5 },
    },
    {
      id: 'route-place',
      type: 'circle',
      source: 'route',
      filter: part('place'),
      paint: {
        'circle-radius': 7,
        'circle-color': palette.paper,
        'circle-stroke-color': palette.station,
        'circle-stroke-width': 3,
      },
    },
  ];
}

export function heldStationLayer(): LayerSpecification {
  return {
    id: 'station-held',
    type: 'symbol',
    source: 'stationHeld',
    layout: { 'icon-image': 'station', 'icon-size': 1.3, 'icon-allow-overlap': true, 'icon-ignore-placement': true },
  };
}
