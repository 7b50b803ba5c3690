import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { LanguageId } from '../../store/state';
import type { MapPalette } from '../style/palette';

const FONT = ['sans-serif'];

/** Road width in pixels by class and zoom: metres at close zoom, a hairline far out. */
export function roadWidth(extra: number): ExpressionSpecification {
  const at = (
    trunk: number,
    primary: number,
    secondary: number,
    tertiary: number,
    rest: number,
  ): ExpressionSpecification => [
    'match',
    ['get', 'class'],
    ['motorway', 'trunk'],
    trunk + extra,
    'primary',
    primary + extra,
    'secondary',
    secondary + extra,
    'tertiary',
    tertiary + extra,
    rest + extra,
  ];
  return [
    'interpolate',
    ['exponential', 1.5],
    ['zoom'],
    10,
    at(1.1, 0.9, 0.6, 0.3, 0.15),
    13,
    at(3.4, 2.8, 2, 1.3, 0.8),
    16,
    at(17, 14, 11, 7.5, 5),
    19,
    at(80, 66, 50, 34, 22),
  ];
}

/** Land, water, buildings and roads of the plan: the quiet ground under everything. */
export function groundLayers(palette: MapPalette): LayerSpecification[] {
  return [
    { id: 'land', type: 'background', paint: { 'background-color': palette.land } },
    { id: 'water', type: 'fill', source: 'waterBody', paint: { 'fill-color': palette.water } },
    {
      id: 'building',
      type: 'fill',
      source: 'building',
      minzoom: 12,
      paint: {
        'fill-color': palette.building,
        'fill-outline-color': palette.buildingEdge,
        'fill-opacity': ['interpolate', ['linear'], ['zoom'], 12, 0.55, 14, 1],
      },
    },
  ];
}

export function roadLayers(palette: MapPalette): LayerSpecification[] {
  return [
    {
      id: 'road-casing',
      type: 'line',
      source: 'roadSegment',
      layout: { 'line-cap': 'round', 'line-join': 'round' },
      paint: {
        'line-color': palette.roadCasing,
        'line-width': roadWidth(1.2),
        'line-opacity': ['interpolate', ['linear'], ['zoom'], 11, 0.5, 14, 0.9],
      },
    },
    {
      id: 'road',
      type: 'line',
      source: 'roadSegment',
      layout: {
        'line-cap': 'round',
        'line-join': 'round',
        'line-sort-key': [
          'match',
          ['get', 'class'],
          ['motorway', 'trunk'],
          5,
          'primary',
          4,
          'secondary',
          3,
          'tertiary',
          2,
          1,
        ],
      },
      paint: {
        'line-color': ['match', ['get', 'class'], ['motorway', 'trunk', 'primary'], palette.roadMajor, palette.road],
        'line-width': roadWidth(0),
      },
    },
    {
      id: 'road-closed',
      type: 'line',
      source: 'roadSegment',
      filter: ['==', ['get', 'closed'], 1],
      paint: { 'line-color': palette.station, 'line-width': 3, 'line-dasharray': [1, 1] },
    },
    {
      id: 'unsurveyedRoad',
      type: 'line',
      source: 'roadSegment',
      filter: [
        'all',
        ['==', ['get', 'surveyed'], 0],
        ['!', ['in', ['get', 'class'], ['literal', ['service', 'path', 'motorway']]]],
      ],
      layout: { 'line-cap': 'round' },
      paint: {
        'line-color': palette.dataGap,
        'line-width': ['interpolate', ['linear'], ['zoom'], 11, 1.6, 16, 4],
        'line-dasharray': [0.1, 2],
      },
    },
  ];
}

export function boundaryLayers(palette: MapPalette): LayerSpecification[] {
  return [
    { id: 'outside', type: 'fill', source: 'outside', paint: { 'fill-color': palette.outside } },
    {
      id: 'subdistrict',
      type: 'line',
      source: 'subdistrict',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.subdistrict, 'line-width': 1.4, 'line-dasharray': [5, 2.5, 1, 2.5] },
    },
    {
      id: 'district',
      type: 'line',
      source: 'district',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.district, 'line-width': ['interpolate', ['linear'], ['zoom'], 10, 1.6, 15, 3] },
    },
  ];
}

/** Chinese first; English below where the record has it and the interface is English. */
function nameIn(language: LanguageId): ExpressionSpecification {
  if (language === 'zh-CN') return ['get', 'name'];
  return ['case', ['==', ['get', 'nameEn'], ''], ['get', 'name'], ['get', 'nameEn']];
}

export function labelLayers(palette: MapPalette, language: LanguageId): LayerSpecification[] {
  const paint = { 'text-color': palette.textQuiet, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 };
  return [
    {
      id: 'label-road',
      type: 'symbol',
      source: 'roadSegment',
      minzoom: 12.6,
      filter: ['!=', ['get', 'name'], ''],
      layout: {
        'symbol-placement': 'line',
        'symbol-spacing': 380,
        'text-field': nameIn(language),
        'text-font': FONT,
        'text-size': ['interpolate', ['linear'], ['zoom'], 12, 12, 17, 14],
        'text-letter-spacing': language === 'zh-CN' ? 0.08 : 0.02,
        'text-max-angle': 30,
        'text-padding': 12,
        'symbol-sort-key': [
          'match',
          ['get', 'class'],
          ['motorway', 'trunk'],
          1,
          'primary',
          2,
          'secondary',
          3,
          'tertiary',
          4,
          9,
        ],
      },
      paint,
    },
    {
      id: 'label-water',
      type: 'symbol',
      source: 'waterBody',
      minzoom: 12,
      layout: { 'text-field': ['get', 'name'], 'text-font': FONT, 'text-size': 13, 'text-letter-spacing': 0.2 },
      paint: { 'text-color': palette.water2, 'text-halo-color': palette.halo, 'text-halo-width': 1 },
    },
    {
      id: 'label-subdistrict',
      type: 'symbol',
      source: 'subdistrict',
      maxzoom: 14.5,
      layout: {
        'text-field': nameIn(language),
        'text-font': FONT,
        'text-size': ['interpolate', ['linear'], ['zoom'], 10, 13, 13, 18],
        'text-letter-spacing': 0.25,
      },
      paint: { ...paint, 'text-color': palette.text, 'text-opacity': 0.78, 'text-halo-width': 2 },
    },
    {
      id: 'label-unit',
      type: 'symbol',
      source: 'keyUnit',
      minzoom: 15.4,
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': 12,
        'text-anchor': 'top',
        'text-offset': [0, 0.8],
        'text-max-width': 9,
      },
      paint: { ...paint, 'text-color': palette.text },
    },
    {
      id: 'label-station',
      type: 'symbol',
      source: 'fireStation',
      layout: {
        'text-field': ['get', 'name'],
        'text-font': FONT,
        'text-size': 13,
        'text-anchor': 'top',
        'text-offset': [0, 1.4],
      },
      paint: { ...paint, 'text-color': palette.station, 'text-halo-width': 2 },
    },
    {
      id: 'label-hydrant',
      type: 'symbol',
      source: 'hydrant',
      minzoom: 16.6,
      filter: ['all', ['!', ['has', 'point_count']], ['!=', ['get', 'number'], '']],
      layout: {
        'text-field': ['get', 'number'],
        'text-font': FONT,
        'text-size': 12,
        'text-anchor': 'left',
        'text-offset': [0.95, 0],
        'text-optional': true,
      },
      paint: { ...paint, 'text-color': palette.hydrant },
    },
  ];
}
