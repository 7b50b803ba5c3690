import type { LayerSpecification } from 'maplibre-gl';
import type { MapPalette } from '../style/palette';

const FONT = ['sans-serif'];

/** Outline of the gap under the pointer or chosen. */
export function gapLayers(palette: MapPalette): LayerSpecification[] {
  return [
    {
      id: 'gap-chosen',
      type: 'fill',
      source: 'gaps',
      filter: ['==', ['get', 'lit'], 1],
      paint: { 'fill-color': palette.gapLine, 'fill-opacity': 0.18 },
    },
    {
      id: 'gap-chosen-line',
      type: 'line',
      source: 'gaps',
      filter: ['==', ['get', 'lit'], 1],
      paint: { 'line-color': palette.gapLine, 'line-width': 2.4 },
    },
    { id: 'gap-hit', type: 'fill', source: 'gaps', paint: { 'fill-opacity': 0 } },
  ];
}

/** The ranks of the ten gaps that matter most, and the most remote point of the chosen one. */
export function gapBadgeLayers(palette: MapPalette): LayerSpecification[] {
  return [
    {
      id: 'gap-remote',
      type: 'symbol',
      source: 'gapLabels',
      filter: ['==', ['get', 'part'], 'remote'],
      layout: {
        'icon-image': 'remote',
        'icon-allow-overlap': true,
        'text-field': ['get', 'text'],
        'text-font': FONT,
        'text-size': 13,
        'text-variable-anchor': ['left', 'right', 'top', 'bottom'],
        'text-radial-offset': 0.9,
        'text-allow-overlap': true,
      },
      paint: { 'text-color': palette.gapLine, 'text-halo-color': palette.halo, 'text-halo-width': 2.4 },
    },
    {
      id: 'gap-badge',
      type: 'symbol',
      source: 'gapLabels',
      filter: ['==', ['get', 'part'], 'rank'],
      layout: {
        'icon-image': 'gap-badge',
        'icon-allow-overlap': true,
        'icon-size': ['case', ['<=', ['get', 'rank'], 3], 1.15, 0.85],
        'text-field': ['to-string', ['get', 'rank']],
        'text-font': FONT,
        'text-size': ['case', ['<=', ['get', 'rank'], 3], 15, 12],
        'text-allow-overlap': true,
        'text-ignore-placement': true,
        'symbol-sort-key': ['-', 0, ['get', 'rank']],
      },
      paint: { 'text-color': palette.onGap },
    },
  ];
}

/** What is held or chosen: the radius, the neighbours' distances, the ring around the chosen records. */
export function handLayers(palette: MapPalette): LayerSpecification[] {
  return [
    {
      id: 'chosen-line',
      type: 'line',
      source: 'chosen',
      filter: ['!=', ['geometry-type'], 'Point'],
      paint: { 'line-color': palette.scenario, 'line-width': 3 },
    },
    {
      id: 'chosen',
      type: 'circle',
      source: 'chosen',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 13,
        'circle-color': 'rgba(0, 0, 0, 0)',
        'circle-stroke-color': palette.scenario,
        'circle-stroke-width': 2.6,
      },
    },
    {
      id: 'drag-radius',
      type: 'line',
      source: 'drag',
      filter: ['==', ['get', 'part'], 'radius'],
      paint: { 'line-color': palette.hydrant, 'line-width': 1.4, 'line-opacity': 0.85 },
    },
    {
      id: 'drag-spacing',
      type: 'line',
      source: 'drag',
      filter: ['==', ['get', 'part'], 'spacing'],
      paint: {
        'line-color': ['case', ['==', ['get', 'over'], 1], palette.gapLine, palette.textQuiet],
        'line-width': 1.3,
        'line-dasharray': [3, 2],
      },
    },
    {
      id: 'drag-distance',
      type: 'symbol',
      source: 'drag',
      filter: ['==', ['get', 'part'], 'spacing'],
      layout: {
        'symbol-placement': 'line-center',
        'text-field': ['get', 'text'],
        'text-font': FONT,
        'text-size': 12,
        'text-allow-overlap': true,
      },
      paint: {
        'text-color': ['case', ['==', ['get', 'over'], 1], palette.gapLine, palette.text],
        'text-halo-color': palette.halo,
        'text-halo-width': 2,
      },
    },
    {
      id: 'drag-point',
      type: 'symbol',
      source: 'drag',
      filter: ['==', ['get', 'part'], 'point'],
      layout: {
        'icon-image': ['get', 'icon'],
        'icon-size': 1.6,
        'icon-allow-overlap': true,
        'icon-ignore-placement': true,
      },
    },
    {
      id: 'sketch',
      type: 'fill',
      source: 'sketch',
      paint: { 'fill-color': palette.scenario, 'fill-opacity': 0.12, 'fill-outline-color': palette.scenario },
    },
    {
      id: 'measure-line',
      type: 'line',
      source: 'measure',
      filter: ['==', ['geometry-type'], 'LineString'],
      paint: { 'line-color': palette.text, 'line-width': 2, 'line-dasharray': [2, 1] },
    },
    {
      id: 'measure-point',
      type: 'circle',
      source: 'measure',
      filter: ['==', ['geometry-type'], 'Point'],
      paint: {
        'circle-radius': 3.5,
        'circle-color': palette.paper,
        'circle-stroke-color': palette.text,
        'circle-stroke-width': 2,
      },
    },
    {
      id: 'measure-text',
      type: 'symbol',
      source: 'measure',
      filter: ['has', 'text'],
      layout: {
        'text-field': ['get', 'text'],
        'text-font': FONT,
        'text-size': 13,
        'text-anchor': 'bottom',
        'text-offset': [0, -0.7],
        'text-allow-overlap': true,
      },
      paint: { 'text-color': palette.text, 'text-halo-color': palette.halo, 'text-halo-width': 2.4 },
    },
  ];
}

/** Rings of reach and the land nearest to each station. */
export function responseLayers(palette: MapPalette): LayerSpecification[] {
  const colour = [
    'match',
    ['get', 'step'],
    0,
    palette.times[0]!,
    1,
    palette.times[1]!,
    2,
    palette.times[2]!,
    3,
    palette.times[3]!,
    palette.times[4]!,
  ];
  return [
    {
      id: 'ring-fill',
      type: 'fill',
      source: 'rings',
      filter: ['==', ['get', 'part'], 'band'],
      paint: { 'fill-color': colour as never, 'fill-opacity': 0.3 },
    },
    {
      id: 'ring-unreached',
      type: 'fill',
      source: 'rings',
      filter: ['==', ['get', 'part'], 'unreached'],
      paint: { 'fill-pattern': 'unreached' },
    },
    {
      id: 'ring-line',
      type: 'line',
      source: 'rings',
      filter: ['==', ['get', 'part'], 'edge'],
      paint: { 'line-color': colour as never, 'line-width': 2.2 },
    },
    {
      id: 'partition-line',
      type: 'line',
      source: 'partition',
      paint: { 'line-color': palette.station, 'line-width': 1.6, 'line-dasharray': [4, 2] },
    },
    {
      id: 'ring-text',
      type: 'symbol',
      source: 'rings',
      filter: ['==', ['get', 'part'], 'edge'],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 520,
        'text-field': ['get', 'text'],
        'text-font': FONT,
        'text-size': 13,
      },
      paint: { 'text-color': palette.text, 'text-halo-color': palette.halo, 'text-halo-width': 2.4 },
    },
  ];
}
