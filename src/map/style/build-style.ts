import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { BasemapChoice, LanguageId, ThemeId } from '../../store/state';
import { boundaryLayers, groundLayers, labelLayers, roadLayers } from '../layers/basemap';
import { firstDueLayers, heldStationLayer, landBorderLayer, routeLayers, servedLandLayers } from '../layers/first-due';
import { gapBadgeLayers, gapLayers, handLayers, responseLayers } from '../layers/overlays';
import { hydrantLayers, placeLayers } from '../layers/points';
import { DRAWN_TYPES, OVERLAY_SOURCES, overlaySource, sourceOf } from '../layers/sources';
import { fontFaces } from './fonts';
import { paletteOf } from './palette';

/** Where the gap mask goes: over land and buildings, under the roads, so that streets stay readable. */
export const MASK_BEFORE = 'road-casing';

/** The whole style: the plan's own ground, an optional online one under it, and what is laid over. */
export function buildStyle(theme: ThemeId, language: LanguageId, basemap: BasemapChoice): StyleSpecification {
  const palette = paletteOf(theme);
  const [land, ...ground] = groundLayers(palette);
  const sources: Record<string, SourceSpecification> = {
    ...Object.fromEntries(DRAWN_TYPES.map((type) => [type, sourceOf(type)])),
    ...Object.fromEntries(OVERLAY_SOURCES.map((name) => [name, overlaySource()])),
    ...basemapSource(basemap),
  };
  const layers: LayerSpecification[] = [
    land!,
    ...basemapLayer(basemap),
    ...servedLandLayers(palette),
    ...ground,
    ...roadLayers(palette),
    ...firstDueLayers(palette),
    landBorderLayer(palette),
    ...gapLayers(palette),
    ...boundaryLayers(palette),
    ...responseLayers(palette),
    ...routeLayers(palette),
    ...placeLayers(palette),
    ...hydrantLayers(palette),
    ...labelLayers(palette, language),
    ...gapBadgeLayers(),
    ...handLayers(palette),
    heldStationLayer(),
  ];
  return {
    version: 8,
    name: 'shuantu',
    sources,
    layers,
    'font-faces': fontFaces(),
    transition: { duration: 0, delay: 0 },
  };
}

function basemapSource(basemap: BasemapChoice): Record<string, SourceSpecification> {
  if (basemap.kind === 'xyz')
    return { online: { type: 'raster', tiles: [basemap.template], tileSize: 256, attribution: basemap.attribution } };
  if (basemap.kind === 'pmtiles')
    return { online: { type: 'raster', url: `pmtiles://${basemap.name}`, tileSize: 256 } };
  return {};
}

function basemapLayer(basemap: BasemapChoice): LayerSpecification[] {
  if (basemap.kind === 'plan') return [];
  return [
    { id: 'online', type: 'raster', source: 'online', paint: { 'raster-saturation': -0.6, 'raster-opacity': 0.85 } },
  ];
}
