import type { LayerSpecification, SourceSpecification, StyleSpecification } from 'maplibre-gl';
import type { BasemapChoice, LanguageId, ThemeId } from '../../store/state';
import { type BasemapParts, basemapParts } from '../basemap/basemap-parts';
import {
  areaLabelLayers,
  boundaryLayers,
  groundLabelLayers,
  groundLayers,
  labelLayers,
  landLayer,
  outlineLayers,
  roadLayers,
  roadStateLayers,
} from '../layers/basemap';
import { firstDueLayers, heldStationLayer, landBorderLayer, routeLayers, servedLandLayers } from '../layers/first-due';
import { gapBadgeLayers, gapLayers, handLayers, responseLayers } from '../layers/overlays';
import { hydrantLayers, placeLayers } from '../layers/points';
import { DRAWN_TYPES, OVERLAY_SOURCES, overlaySource, sourceOf } from '../layers/sources';
import { hoseLayers, waterLayers } from '../layers/water';
import { fontFaces } from './fonts';
import { type MapPalette, paletteOf } from './palette';

/** Where the gap mask goes: over land and buildings, under the roads, so that streets stay readable. */
export const MASK_BEFORE = 'above-gaps';

/** The whole style: the ground, the plan's own or the basemap that the user added, and what is laid over. */
export function buildStyle(theme: ThemeId, language: LanguageId, basemap: BasemapChoice): StyleSpecification {
  const palette = paletteOf(theme);
  const ground = basemap.kind === 'plan' ? planParts(palette, language) : basemapParts(basemap, theme, language);
  const sources: Record<string, SourceSpecification> = {
    ...Object.fromEntries(DRAWN_TYPES.map((type) => [type, sourceOf(type)])),
    ...Object.fromEntries(OVERLAY_SOURCES.map((name) => [name, overlaySource()])),
    ...ground.sources,
  };
  const layers: LayerSpecification[] = [
    landLayer(palette),
    ...servedLandLayers(palette),
    ...ground.under,
    ...(basemap.kind === 'plan' ? [] : outlineLayers(palette)),
    ...waterLayers(palette),
    { id: MASK_BEFORE, type: 'background', layout: { visibility: 'none' } },
    ...ground.roads,
    ...roadStateLayers(palette),
    ...firstDueLayers(palette),
    landBorderLayer(palette),
    ...gapLayers(palette),
    ...boundaryLayers(palette),
    ...responseLayers(palette),
    ...routeLayers(palette),
    ...hoseLayers(palette),
    // What is drawn later is placed first: names give way to signs and numbers.
    ...ground.labels,
    ...labelLayers(palette),
    ...placeLayers(palette),
    ...hydrantLayers(palette),
    ...areaLabelLayers(palette, language),
    ...gapBadgeLayers(palette),
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

function planParts(palette: MapPalette, language: LanguageId): BasemapParts {
  return {
    sources: {},
    under: groundLayers(palette),
    roads: roadLayers(palette),
    labels: groundLabelLayers(palette, language),
  };
}
