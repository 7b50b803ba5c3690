import type { ExpressionSpecification } from 'maplibre-gl';
import type { SchemaId } from '../../io/basemap/schemas';

/** A layer of the tiles, or a part of it. */
export interface Part {
  readonly layer: string;
  readonly filter?: ExpressionSpecification;
}

/** Where a schema of vector tiles keeps what the house style draws. */
export interface VectorSchema {
  readonly land: readonly Part[];
  readonly green: readonly Part[];
  readonly water: readonly Part[];
  readonly waterways: readonly Part[];
  readonly buildings: readonly Part[];
  readonly roads: readonly Part[];
  readonly rails: readonly Part[];
  readonly boundaries: readonly Part[];
  readonly roadNames: readonly Part[];
  readonly waterNames: readonly Part[];
  readonly places: readonly Part[];
  /** The class of a road in words of OpenStreetMap, for its width. */
  readonly roadClass: ExpressionSpecification;
  /** What sort of place: city, town … */
  readonly placeKind: ExpressionSpecification;
  /** Properties that hold a Chinese name, and an English one, the best first. */
  readonly chinese: readonly string[];
  readonly english: readonly string[];
}

type Get = ExpressionSpecification;

const oneOf = (value: Get, ...list: readonly string[]): ExpressionSpecification => [
  'in',
  value,
  ['literal', [...list]],
];
const not = (condition: ExpressionSpecification): ExpressionSpecification => ['!', condition];

const CHINESE = ['name:zh-Hans', 'name:zh', 'name_zh', 'name'];

/** Protomaps basemap, versions 3 (`pmap:kind`) and 4 (`kind`): https://docs.protomaps.com/basemaps/layers */
const pmKind: Get = ['coalesce', ['get', 'kind'], ['get', 'pmap:kind'], ''];
const pmDetail: Get = ['coalesce', ['get', 'kind_detail'], ['get', 'pmap:kind_detail'], ''];
const DETAILED = ['motorway', 'trunk', 'primary', 'secondary', 'tertiary'];

const protomaps: VectorSchema = {
  land: [{ layer: 'earth' }],
  green: [
    {
      layer: 'landuse',
      filter: oneOf(
        pmKind,
        'park',
        'forest',
        'wood',
        'nature_reserve',
        'grass',
        'grassland',
        'cemetery',
        'golf_course',
      ),
    },
  ],
  water: [{ layer: 'water', filter: ['==', ['geometry-type'], 'Polygon'] }],
  waterways: [{ layer: 'water', filter: ['==', ['geometry-type'], 'LineString'] }],
  buildings: [{ layer: 'buildings', filter: not(oneOf(pmKind, 'address')) }],
  roads: [{ layer: 'roads', filter: not(oneOf(pmKind, 'rail', 'ferry', 'pier', 'aerialway', 'aeroway')) }],
  rails: [{ layer: 'roads', filter: oneOf(pmKind, 'rail') }],
  boundaries: [{ layer: 'boundaries' }],
  roadNames: [{ layer: 'roads', filter: not(oneOf(pmKind, 'rail', 'ferry', 'path', 'aerialway')) }],
  waterNames: [{ layer: 'water', filter: ['==', ['geometry-type'], 'Point'] }],
  places: [{ layer: 'places' }],
  roadClass: [
    'case',
    oneOf(pmDetail, ...DETAILED),
    pmDetail,
    ['match', pmKind, 'highway', 'motorway', 'major_road', 'secondary', ''],
  ],
  placeKind: [
    'match',
    pmDetail,
    ['city', 'town', 'village'],
    pmDetail,
    ['country', 'state', 'province'],
    'city',
    'suburb',
  ],
  chinese: CHINESE,
  english: ['name:en'],
};

/** OpenMapTiles: https://openmaptiles.org/schema/ */
const omtClass: Get = ['coalesce', ['get', 'class'], ''];

const openmaptiles: VectorSchema = {
  land: [],
  green: [
    { layer: 'park' },
    { layer: 'landcover', filter: oneOf(omtClass, 'wood', 'grass', 'forest') },
    { layer: 'landuse', filter: oneOf(omtClass, 'cemetery', 'park') },
  ],
  water: [{ layer: 'water' }],
  waterways: [{ layer: 'waterway' }],
  buildings: [{ layer: 'building' }],
  roads: [
    {
      layer: 'transportation',
      filter: not(oneOf(omtClass, 'rail', 'transit', 'ferry', 'pier', 'aerialway', 'cable_car', 'gondola')),
    },
  ],
  rails: [{ layer: 'transportation', filter: oneOf(omtClass, 'rail', 'transit') }],
  boundaries: [{ layer: 'boundary', filter: ['!=', ['get', 'maritime'], 1] }],
  roadNames: [{ layer: 'transportation_name', filter: not(oneOf(omtClass, 'rail', 'ferry', 'path', 'aerialway')) }],
  waterNames: [{ layer: 'water_name' }],
  places: [{ layer: 'place' }],
  roadClass: omtClass,
  placeKind: [
    'match',
    omtClass,
    ['city', 'town', 'village'],
    omtClass,
    ['country', 'state', 'province'],
    'city',
    'suburb',
  ],
  chinese: CHINESE,
  english: ['name:en', 'name_en', 'name:latin'],
};

/** Shortbread 1.0: https://shortbread-tiles.org/schema/1.0/ */
const sbKind: Get = ['coalesce', ['get', 'kind'], ''];

const shortbread: VectorSchema = {
  land: [],
  green: [
    {
      layer: 'land',
      filter: oneOf(sbKind, 'forest', 'park', 'grass', 'grassland', 'meadow', 'cemetery', 'garden', 'village_green'),
    },
  ],
  water: [{ layer: 'ocean' }, { layer: 'water_polygons' }],
  waterways: [{ layer: 'water_lines' }],
  buildings: [{ layer: 'buildings' }],
  roads: [
    {
      layer: 'streets',
      filter: ['all', not(['to-boolean', ['get', 'rail']]), not(oneOf(sbKind, 'rail', 'runway', 'taxiway'))],
    },
  ],
  rails: [{ layer: 'streets', filter: ['any', ['to-boolean', ['get', 'rail']], oneOf(sbKind, 'rail')] }],
  boundaries: [{ layer: 'boundaries', filter: not(['to-boolean', ['get', 'maritime']]) }],
  roadNames: [{ layer: 'street_labels' }],
  waterNames: [{ layer: 'water_polygons_labels' }, { layer: 'water_lines_labels' }],
  places: [{ layer: 'place_labels' }],
  roadClass: sbKind,
  placeKind: ['match', sbKind, ['capital', 'state_capital', 'city'], 'city', ['town', 'village'], sbKind, 'suburb'],
  chinese: CHINESE,
  english: ['name_en', 'name:en'],
};

export const SCHEMAS: Readonly<Record<Exclude<SchemaId, 'unknown'>, VectorSchema>> = {
  protomaps,
  openmaptiles,
  shortbread,
};
