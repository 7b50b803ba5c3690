import type { LayerSpecification, SourceSpecification } from 'maplibre-gl';
import type { FileBasemap, OnlineBasemap } from '../../io/basemap/basemap';
import type { LanguageId, ThemeId } from '../../store/state';
import { paletteOf } from '../style/palette';
import { plainLayers } from './plain-layers';
import { SCHEMAS } from './schema-tables';
import { vectorLayers } from './vector-layers';

/** What a ground brings into the style, by where it goes. */
export interface BasemapParts {
  readonly sources: Readonly<Record<string, SourceSpecification>>;
  /** Under the gaps. */
  readonly under: readonly LayerSpecification[];
  /** Over the gaps, so that streets stay readable. */
  readonly roads: readonly LayerSpecification[];
  readonly labels: readonly LayerSpecification[];
}

/** Scheme of addresses that the tile worker answers. */
export const PROTOCOL = 'basemap';
const SOURCE = 'basemap';

/** A basemap that the user added, in the quiet house style. */
export function basemapParts(basemap: OnlineBasemap | FileBasemap, theme: ThemeId, language: LanguageId): BasemapParts {
  if (basemap.kind === 'online' || basemap.about.content === 'raster') return pictureParts(basemap, theme);
  const { about } = basemap;
  const palette = paletteOf(theme);
  const layers =
    about.schema === 'unknown'
      ? plainLayers(SOURCE, about.layers, palette, language)
      : vectorLayers(SOURCE, SCHEMAS[about.schema], about.layers, palette, language);
  return {
    sources: {
      [SOURCE]: {
        type: 'vector',
        tiles: [`${PROTOCOL}://{z}/{x}/{y}`],
        encoding: about.encoding,
        minzoom: about.minZoom,
        maxzoom: about.maxZoom,
        bounds: [...about.bounds],
        attribution: credit(about.credit || about.name),
      },
    },
    ...layers,
  };
}

/** Pictures lose most of their colour, and their glare on a dark map: what is laid over them must speak. */
function pictureParts(basemap: OnlineBasemap | FileBasemap, theme: ThemeId): BasemapParts {
  const { minZoom, maxZoom } = basemap.kind === 'online' ? basemap.address : basemap.about;
  return {
    sources: {
      [SOURCE]: {
        type: 'raster',
        tiles: [`${PROTOCOL}://{z}/{x}/{y}{ratio}`],
        tileSize: basemap.kind === 'online' ? basemap.address.tileSizePx : 256,
        minzoom: minZoom,
        maxzoom: maxZoom,
        ...(basemap.kind === 'pmtiles' ? { bounds: [...basemap.about.bounds] } : {}),
        attribution: credit(
          basemap.kind === 'online' ? basemap.address.credit : basemap.about.credit || basemap.about.name,
        ),
      },
    },
    under: [
      {
        id: 'basemap-picture',
        type: 'raster',
        source: SOURCE,
        paint: {
          'raster-saturation': -0.5,
          'raster-opacity': 0.9,
          'raster-brightness-max': theme === 'dark' ? 0.62 : 1,
          'raster-fade-duration': 0,
        },
      },
    ],
    roads: [],
    labels: [],
  };
}

/** MapLibre reads attributions as markup; ours are words. */
function credit(words: string): string {
  return words.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
