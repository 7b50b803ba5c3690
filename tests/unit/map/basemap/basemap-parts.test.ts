import { validateStyleMin } from '@maplibre/maplibre-gl-style-spec';
import { describe, expect, it } from 'vitest';
import type { FileBasemap } from '../../../../src/io/basemap/basemap';
import type { SchemaId } from '../../../../src/io/basemap/schemas';
import { readAddress } from '../../../../src/io/basemap/tile-address';
import { basemapParts } from '../../../../src/map/basemap/basemap-parts';

const LAYERS: Readonly<Record<SchemaId, readonly string[]>> = {
  protomaps: ['earth', 'landuse', 'water', 'roads', 'buildings', 'boundaries', 'places', 'pois'],
  openmaptiles: [
    'water',
    'waterway',
    'landcover',
    'landuse',
    'park',
    'building',
    'transportation',
    'transportation_name',
    'boundary',
    'place',
    'water_name',
  ],
  shortbread: [
    'ocean',
    'water_polygons',
    'water_lines',
    'land',
    'streets',
    'street_labels',
    'buildings',
    'place_labels',
    'boundaries',
    'water_polygons_labels',
  ],
  unknown: ['wells', '供水管网', 'lakes'],
};

function fileBasemap(schema: SchemaId): FileBasemap {
  return {
    kind: 'pmtiles',
    gcj02: false,
    file: new File([], 'town.pmtiles'),
    about: {
      name: 'town.pmtiles',
      content: 'vector',
      encoding: 'mvt',
      mime: '',
      minZoom: 0,
      maxZoom: 14,
      bounds: [118, 31, 119, 32],
      schema,
      layers: LAYERS[schema].map((id) => ({ id, named: true })),
      credit: '© <b>OSM',
    },
  };
}

describe.each(['protomaps', 'openmaptiles', 'shortbread', 'unknown'] as const)(
  'vector tiles of schema %s',
  (schema) => {
    it.each(['zh-CN', 'en'] as const)('are drawn by a style that MapLibre accepts, in %s', (language) => {
      const { sources, under, roads, labels } = basemapParts(fileBasemap(schema), 'light', language);
      const layers = [...under, ...roads, ...labels];
      expect(validateStyleMin({ version: 8, sources, layers } as never)).toEqual([]);
      expect(new Set(layers.map(({ id }) => id)).size).toBe(layers.length);
      expect([under.length, roads.length, labels.length].every((count) => count > 0)).toBe(true);
    });

    it('ask only for layers that the file has', () => {
      const { under, roads, labels } = basemapParts(fileBasemap(schema), 'dark', 'zh-CN');
      const asked = [...under, ...roads, ...labels].map((layer) =>
        'source-layer' in layer ? layer['source-layer'] : '',
      );
      expect(asked.filter((layer) => !LAYERS[schema].includes(String(layer)))).toEqual([]);
    });
  },
);

describe('pictures', () => {
  const read = readAddress('https://a.org/512/{z}/{x}/{y}', { maxZoom: 17 });
  if (!read.ok || read.value.kind !== 'tiles') throw new Error('address');
  const { address } = read.value;

  it('are asked for through the tile worker only, at the zooms that the source has', () => {
    const { sources } = basemapParts({ kind: 'online', address, gcj02: false }, 'light', 'zh-CN');
    expect(sources.basemap).toMatchObject({ type: 'raster', maxzoom: 17, tileSize: 512, attribution: '© a.org' });
    expect(JSON.stringify(sources)).not.toContain('http');
  });

  it('lose their glare on a dark map', () => {
    const [light, dark] = (['light', 'dark'] as const).map(
      (theme) => basemapParts({ kind: 'online', address, gcj02: false }, theme, 'en').under[0]!.paint,
    ) as Record<string, number>[];
    expect(dark!['raster-brightness-max']).toBeLessThan(light!['raster-brightness-max']!);
  });

  it('show credits as words, never as markup', () => {
    const { sources } = basemapParts(fileBasemap('unknown'), 'light', 'en');
    expect(sources.basemap).toMatchObject({ attribution: '© &lt;b&gt;OSM' });
  });
});
