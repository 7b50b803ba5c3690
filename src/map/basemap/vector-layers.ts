import type { ExpressionSpecification, LayerSpecification } from 'maplibre-gl';
import type { VectorLayer } from '../../io/basemap/pmtiles-file';
import type { LanguageId } from '../../store/state';
import { roadWidth } from '../layers/basemap';
import type { MapPalette } from '../style/palette';
import type { BasemapParts } from './basemap-parts';
import { lineName, placeName } from './names';
import type { Part, VectorSchema } from './schema-tables';

const FONT = ['sans-serif'];
const MAJOR = ['motorway', 'trunk', 'primary'];

/** Vector tiles of a known schema in the colours and widths of the plan's own ground. */
export function vectorLayers(
  source: string,
  schema: VectorSchema,
  present: readonly VectorLayer[],
  palette: MapPalette,
  language: LanguageId,
): Omit<BasemapParts, 'sources'> {
  const held = new Set(present.map(({ id }) => id));
  /** One style layer for each part that the file has. */
  const each = (group: string, parts: readonly Part[], rest: object, also?: ExpressionSpecification) =>
    parts
      .filter(({ layer }) => held.has(layer))
      .map(({ layer, filter }, k) => {
        const filters = [filter, also].filter((one) => one !== undefined);
        return {
          id: `basemap-${group}-${k}`,
          source,
          'source-layer': layer,
          ...(filters.length > 0 ? { filter: filters.length === 1 ? filters[0] : ['all', ...filters] } : {}),
          ...rest,
        } as unknown as LayerSpecification;
      });
  const area = (color: string) => ({ type: 'fill', paint: { 'fill-color': color } });
  const isArea: ExpressionSpecification = ['==', ['geometry-type'], 'Polygon'];
  const isLine: ExpressionSpecification = ['==', ['geometry-type'], 'LineString'];
  const { roadClass } = schema;
  return {
    under: [
      ...each('land', schema.land, area(palette.land), isArea),
      ...each('green', schema.green, area(palette.green), isArea),
      ...each('water', schema.water, area(palette.water), isArea),
      ...each(
        'waterway',
        schema.waterways,
        {
          type: 'line',
          paint: { 'line-color': palette.water, 'line-width': ['interpolate', ['linear'], ['zoom'], 9, 0.5, 16, 4] },
        },
        isLine,
      ),
      ...each(
        'building',
        schema.buildings,
        {
          type: 'fill',
          minzoom: 13,
          paint: { 'fill-color': palette.building, 'fill-outline-color': palette.buildingEdge },
        },
        isArea,
      ),
    ],
    roads: [
      ...each('rail', schema.rails, {
        type: 'line',
        minzoom: 10,
        paint: { 'line-color': palette.textQuiet, 'line-opacity': 0.5, 'line-width': 1, 'line-dasharray': [4, 3] },
      }),
      ...each(
        'road-casing',
        schema.roads,
        {
          type: 'line',
          layout: { 'line-cap': 'round', 'line-join': 'round' },
          paint: { 'line-color': palette.roadCasing, 'line-width': roadWidth(1.2, roadClass), 'line-opacity': 0.8 },
        },
        isLine,
      ),
      ...each(
        'road',
        schema.roads,
        {
          type: 'line',
          layout: { 'line-cap': 'round', 'line-join': 'round', 'line-sort-key': rank(roadClass, -1) },
          paint: {
            'line-color': ['match', roadClass, MAJOR, palette.roadMajor, palette.road],
            'line-width': roadWidth(0, roadClass),
          },
        },
        isLine,
      ),
      ...each(
        'boundary',
        schema.boundaries,
        {
          type: 'line',
          paint: {
            'line-color': palette.subdistrict,
            'line-opacity': 0.5,
            'line-width': 1,
            'line-dasharray': [4, 2, 1, 2],
          },
        },
        isLine,
      ),
    ],
    labels: [
      ...each('label-road', schema.roadNames, {
        type: 'symbol',
        minzoom: 12.6,
        layout: {
          'symbol-placement': 'line',
          'symbol-spacing': 380,
          'text-field': lineName(language, schema.chinese, schema.english),
          'text-font': FONT,
          'text-size': ['interpolate', ['linear'], ['zoom'], 12, 12, 17, 14],
          'text-letter-spacing': language === 'zh-CN' ? 0.08 : 0.02,
          'text-max-angle': 30,
          'text-padding': 12,
          'symbol-sort-key': rank(roadClass, 1),
        },
        paint: words(palette, palette.textQuiet),
      }),
      ...each(
        'label-water',
        schema.waterNames,
        {
          type: 'symbol',
          minzoom: 11,
          layout: {
            'text-field': lineName(language, schema.chinese, schema.english),
            'text-font': FONT,
            'text-size': 13,
            'text-letter-spacing': 0.2,
          },
          paint: words(palette, palette.water2),
        },
        ['==', ['geometry-type'], 'Point'],
      ),
      ...each('label-place', schema.places, {
        type: 'symbol',
        maxzoom: 16,
        layout: {
          'text-field': placeName(language, schema.chinese, schema.english),
          'text-font': FONT,
          'text-size': ['match', schema.placeKind, 'city', 17, 'town', 15, 'village', 13, 12.5],
          'text-letter-spacing': 0.1,
          'symbol-sort-key': ['match', schema.placeKind, 'city', 1, 'town', 2, 'village', 3, 4],
        },
        paint: words(palette, palette.text),
      }),
    ],
  };
}

/** Larger roads later when drawn (sign −1), earlier when named (sign 1). */
function rank(roadClass: ExpressionSpecification, sign: 1 | -1): ExpressionSpecification {
  const at = (place: number): number => sign * place;
  return [
    'match',
    roadClass,
    ['motorway', 'trunk'],
    at(1),
    'primary',
    at(2),
    'secondary',
    at(3),
    'tertiary',
    at(4),
    at(9),
  ];
}

function words(palette: MapPalette, color: string) {
  return { 'text-color': color, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 };
}
