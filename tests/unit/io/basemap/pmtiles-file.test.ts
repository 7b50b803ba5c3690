import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { archiveOf, describePmtiles } from '../../../../src/io/basemap/pmtiles-file';
import { schemaOf } from '../../../../src/io/basemap/schemas';
import { rasterArchive, vectorArchive } from '../../../support/pmtiles';
import { greyPng } from '../../../support/png';

const BOUNDS = [118.3, 31.2, 118.4, 31.3] as const;
const LINE: GeoJSON.FeatureCollection = {
  type: 'FeatureCollection',
  features: [
    {
      type: 'Feature',
      properties: { name: '滨河路' },
      geometry: {
        type: 'LineString',
        coordinates: [
          [118.31, 31.21],
          [118.39, 31.29],
        ],
      },
    },
  ],
};
const VECTOR = vectorArchive({ roads: LINE, earth: LINE }, BOUNDS, 10, {
  attribution: '<a href="https://x">&copy; OSM</a> <script>alert(1)</script>',
});

const fileOf = (bytes: Uint8Array<ArrayBuffer>): File => new File([bytes], 'town.pmtiles');

describe('a PMTiles file', () => {
  it('says what it holds, as words', async () => {
    expect(await describePmtiles(fileOf(VECTOR))).toMatchObject({
      ok: true,
      value: {
        content: 'vector',
        schema: 'protomaps',
        minZoom: 0,
        maxZoom: 10,
        bounds: [118.3, 31.2, 118.4, 31.3],
        layers: [
          { id: 'roads', named: true },
          { id: 'earth', named: true },
        ],
        credit: '© OSM alert(1)',
      },
    });
    const raster = rasterArchive(
      greyPng(4, () => 9),
      BOUNDS,
    );
    expect(await describePmtiles(fileOf(raster))).toMatchObject({
      ok: true,
      value: { content: 'raster', mime: 'image/png', layers: [] },
    });
  });

  it('is read in parts, never whole', async () => {
    const file = fileOf(VECTOR);
    let read = 0;
    const slice = file.slice.bind(file);
    file.slice = (from = 0, to = file.size) => {
      read = Math.max(read, Math.min(to, file.size) - from);
      return slice(from, to);
    };
    file.arrayBuffer = () => Promise.reject(new Error('read whole'));
    expect((await describePmtiles(file)).ok).toBe(true);
    expect(await archiveOf(file).getZxy(10, 848, 418)).toBeDefined();
    expect(read).toBeLessThanOrEqual(16_384);
  });

  it.each([
    ['basemap.notPmtiles', () => new Uint8Array(200)],
    ['basemap.cutOff', () => VECTOR.slice(0, VECTOR.length - 5)],
    ['basemap.damaged', () => VECTOR.slice(0, 60)],
    ['basemap.tileType', () => changed(99, 0)],
    ['basemap.compression', () => changed(97, 4)],
    ['basemap.noLayers', () => vectorArchive({}, BOUNDS, 0)],
  ])('is refused with %s', async (code, make) => {
    expect(await describePmtiles(fileOf(make()))).toMatchObject({ ok: false, issue: { code } });
  });

  it('never throws, whatever bits are wrong', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 6 }), async (hits) => {
        const bytes = VECTOR.slice();
        for (const [at, value] of hits) bytes[at + 7] = value;
        const result = await describePmtiles(fileOf(bytes));
        expect(result.ok || result.issue.code.startsWith('basemap.')).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the schema of vector tiles', () => {
  it.each([
    ['protomaps', ['boundaries', 'buildings', 'earth', 'landuse', 'places', 'pois', 'roads', 'water']],
    ['openmaptiles', ['water', 'waterway', 'landcover', 'park', 'transportation', 'building', 'place', 'poi']],
    ['shortbread', ['ocean', 'water_polygons', 'land', 'streets', 'buildings', 'place_labels', 'boundaries']],
    ['unknown', ['roads', 'buildings']],
    ['unknown', []],
  ])('is known by its layers: %s', (schema, layers) => {
    expect(schemaOf(layers)).toBe(schema);
  });
});

function changed(at: number, value: number): Uint8Array<ArrayBuffer> {
  const bytes = VECTOR.slice();
  bytes[at] = value;
  return bytes;
}
