import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { MapPalette } from '../style/palette';

const SIDE: ExpressionSpecification = ['get', 'side'];
const is = (side: string): ExpressionSpecification => ['==', SIDE, side];

/**
 * Buildings by the side that fails: the colours differ in lightness, and close up the outline tells them apart too: thin
 * for a late engine, thick for too little water, thick and dark for both. Dashed: only the crow reaches it.
 */
export function waterLayers(palette: MapPalette): LayerSpecification[] {
  const { none, engine, water, both } = palette.sides;
  const colour = ['match', SIDE, 'none', none, 'engine', engine, 'water', water, both] as ExpressionSpecification;
  return [
    {
      id: 'water-side',
      type: 'fill',
      source: 'water',
      paint: { 'fill-color': colour, 'fill-opacity': ['match', SIDE, 'none', 0.75, 0.9], 'fill-antialias': false },
    },
    {
      id: 'water-side-edge',
      type: 'line',
      source: 'water',
      minzoom: 14,
      filter: ['!=', SIDE, 'none'],
      paint: {
        'line-color': ['case', is('both'), palette.text, colour],
        'line-width': ['interpolate', ['linear'], ['zoom'], 14, 0.3, 17, ['match', SIDE, 'engine', 1, 2.4]],
      },
    },
    {
      id: 'water-crow-casing',
      type: 'line',
      source: 'water',
      minzoom: 14,
      filter: ['==', ['get', 'crow'], 1],
      paint: {
        'line-color': palette.paper,
        'line-width': ['interpolate', ['linear'], ['zoom'], 14, 1, 17, 2.6],
      },
    },
    {
      id: 'water-crow',
      type: 'line',
      source: 'water',
      minzoom: 14,
      filter: ['==', ['get', 'crow'], 1],
      paint: {
        'line-color': palette.scenario,
        'line-width': ['interpolate', ['linear'], ['zoom'], 14, 1, 17, 2.6],
        'line-dasharray': [2, 1.2],
      },
    },
  ];
}

/** The hoses of the building asked for, along the streets: the nearest drawn through, the others dashed, each with its lay. */
export function hoseLayers(palette: MapPalette): LayerSpecification[] {
  const part = (name: string): ExpressionSpecification => ['==', ['get', 'part'], name];
  return [
    {
      id: 'hose-casing',
      type: 'line',
      source: 'hoses',
      filter: part('hose'),
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette.halo, 'line-width': 8 },
    },
    {
      id: 'hose-other',
      type: 'line',
      source: 'hoses',
      filter: ['all', part('hose'), ['>', ['get', 'rank'], 0]],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.hydrant, 'line-width': 3, 'line-dasharray': [1.6, 1] },
    },
    {
      id: 'hose-first',
      type: 'line',
      source: 'hoses',
      filter: ['all', part('hose'), ['==', ['get', 'rank'], 0]],
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: { 'line-color': palette.hydrant, 'line-width': 4.5 },
    },
    {
      id: 'hose-set-back',
      type: 'line',
      source: 'hoses',
      filter: part('setBack'),
      paint: { 'line-color': palette.hydrant, 'line-width': 2, 'line-dasharray': [1, 1.4] },
    },
    {
      id: 'hose-place',
      type: 'circle',
      source: 'hoses',
      filter: part('place'),
      paint: {
        'circle-radius': 6,
        'circle-color': palette.paper,
        'circle-stroke-color': palette.hydrant,
        'circle-stroke-width': 3,
      },
    },
    {
      id: 'hose-lay',
      type: 'symbol',
      source: 'hoses',
      filter: part('hose'),
      layout: {
        'symbol-placement': 'line-center',
        'text-field': ['get', 'text'],
        'text-font': ['sans-serif'],
        'text-size': 13,
        'text-offset': [0, -1],
      },
      paint: { 'text-color': palette.hydrant, 'text-halo-color': palette.halo, 'text-halo-width': 2.4 },
    },
  ];
}
