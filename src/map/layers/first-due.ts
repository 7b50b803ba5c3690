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
      filter: ['<', STEP, 0],
      paint: { 'line-color': palette.out, 'line-width': 2.4, 'line-dasharray': [1.6, 1.4] },
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

export function heldStationLayer(): LayerSpecification {
  return {
    id: 'station-held',
    type: 'symbol',
    source: 'stationHeld',
    layout: { 'icon-image': 'station', 'icon-size': 1.3, 'icon-allow-overlap': true, 'icon-ignore-placement': true },
  };
}
