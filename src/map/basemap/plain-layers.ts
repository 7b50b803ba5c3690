import type { LayerSpecification } from 'maplibre-gl';
import type { VectorLayer } from '../../io/basemap/pmtiles-file';
import type { LanguageId } from '../../store/state';
import type { MapPalette } from '../style/palette';
import type { BasemapParts } from './basemap-parts';
import { placeName } from './names';

/** Vector tiles of a schema that nobody here knows: areas, lines, points and names as they are, in quiet colours. */
export function plainLayers(
  source: string,
  layers: readonly VectorLayer[],
  palette: MapPalette,
  language: LanguageId,
): Omit<BasemapParts, 'sources'> {
  return {
    under: layers.map(({ id }, k) => areaLayer(source, id, k, palette)),
    roads: layers.flatMap(({ id }, k) => [lineLayer(source, id, k, palette), pointLayer(source, id, k, palette)]),
    labels: layers.flatMap(({ id, named }, k) => (named ? [nameLayer(source, id, k, palette, language)] : [])),
  };
}

/** A layer that is called water is drawn as water; all others alike. */
function areaLayer(source: string, layer: string, k: number, palette: MapPalette): LayerSpecification {
  const water = /water|ocean|river|lake|水/i.test(layer);
  return {
    id: `basemap-area-${k}`,
    type: 'fill',
    source,
    'source-layer': layer,
    filter: ['==', ['geometry-type'], 'Polygon'],
    paint: {
      'fill-color': water ? palette.water : palette.building,
      'fill-outline-color': palette.buildingEdge,
      'fill-opacity': water ? 1 : 0.5,
    },
  };
}

function lineLayer(source: string, layer: string, k: number, palette: MapPalette): LayerSpecification {
  return {
    id: `basemap-line-${k}`,
    type: 'line',
    source,
    'source-layer': layer,
    filter: ['==', ['geometry-type'], 'LineString'],
    layout: { 'line-cap': 'round', 'line-join': 'round' },
    paint: {
      'line-color': palette.subdistrict,
      'line-opacity': 0.6,
      'line-width': ['interpolate', ['linear'], ['zoom'], 10, 0.6, 16, 2.4],
    },
  };
}

function pointLayer(source: string, layer: string, k: number, palette: MapPalette): LayerSpecification {
  return {
    id: `basemap-point-${k}`,
    type: 'circle',
    source,
    'source-layer': layer,
    minzoom: 12,
    filter: ['==', ['geometry-type'], 'Point'],
    paint: { 'circle-radius': 2, 'circle-color': palette.textQuiet, 'circle-opacity': 0.6 },
  };
}

function nameLayer(
  source: string,
  layer: string,
  k: number,
  palette: MapPalette,
  language: LanguageId,
): LayerSpecification {
  return {
    id: `basemap-label-${k}`,
    type: 'symbol',
    source,
    'source-layer': layer,
    minzoom: 13,
    layout: {
      'text-field': placeName(language, ['name:zh-Hans', 'name:zh', 'name_zh', 'name'], ['name:en', 'name_en']),
      'text-font': ['sans-serif'],
      'text-size': 12,
      'text-optional': true,
    },
    paint: { 'text-color': palette.textQuiet, 'text-halo-color': palette.halo, 'text-halo-width': 1.4 },
  };
}
