import { utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { gzipSync, zipSync } from 'fflate';
import { geojson } from 'flatgeobuf';
import { describe, expect, it } from 'vitest';
import { UnreadableFile } from '../../../../src/io/readers/reader';
import { encoded } from '../../../support/files/legacy-text';
import { osmPbfOf } from '../../../support/files/osm-pbf';
import { read, utf8 } from '../../../support/files/read';
import { dbfOf, shpOf } from '../../../support/files/shapefile';

const COUNT = 12;
const NUMBERS = Array.from({ length: COUNT }, (_, k) => k);
const features = NUMBERS.map(
  (k): GeoJSON.Feature<GeoJSON.Point> => ({
    type: 'Feature',
    properties: { 编号: `XHS-${k}`, 状态: '完好', flow: 10 + k },
    geometry: { type: 'Point', coordinates: [118 + k / 100, 31 + k / 100] },
  }),
);
const collection: GeoJSON.FeatureCollection = { type: 'FeatureCollection', features };
const csv = `编号,状态,经度,纬度\n${NUMBERS.map((k) => `XHS-${k},"完好, 良",${118 + k / 100},31.2`).join('\n')}\n`;
const book = (bookType: 'xlsx' | 'biff8'): Uint8Array => {
  const workbook = utils.book_new();
  const rows = NUMBERS.map((k) => [`XHS-${k}`, '完好', 118 + k / 100, 31.2]);
  utils.book_append_sheet(workbook, utils.aoa_to_sheet([['编号', '状态', '经度', '纬度'], ...rows]), '台账');
  return new Uint8Array(write(workbook, { type: 'array', bookType, compression: true }) as ArrayBuffer);
};
const shp = shpOf(features.map(({ geometry }) => ({ kind: 'point', at: geometry.coordinates as [number, number] })));
const dbf = dbfOf(
  [{ name: '编号', kind: 'C', length: 12 }],
  NUMBERS.map((k) => [`栓XHS-${k}`]),
  (text) => encoded(text, 'gb18030'),
);
const hydrant = (k: number): Record<string, string> => ({ emergency: 'fire_hydrant', ref: `XHS-${k}` });
const osm = `<osm version="0.6">${NUMBERS.map((k) => `<node id="${k + 1}" lon="${118 + k / 100}" lat="31"><tag k="emergency" v="fire_hydrant"/></node>`).join('\n')}</osm>`;
const kml = `<kml><Document>${NUMBERS.map((k) => `<Placemark><name>XHS-${k}</name><Point><coordinates>${118 + k / 100},31</coordinates></Point></Placemark>`).join('\n')}</Document></kml>`;
const gpx = `<gpx version="1.1">${NUMBERS.map((k) => `<wpt lat="31" lon="${118 + k / 100}"><name>XHS-${k}</name></wpt>`).join('\n')}</gpx>`;
const topology = {
  type: 'Topology',
  objects: {
    h: {
      type: 'GeometryCollection',
      geometries: features.map(({ geometry, properties }) => ({ ...geometry, properties })),
    },
  },
  arcs: [],
};
const dxf = `0\nSECTION\n2\nENTITIES\n${NUMBERS.map((k) => `0\nPOINT\n8\nH\n10\n${500000 + k}\n20\n3400000\n`).join('')}0\nENDSEC\n0\nEOF\n`;

/** Files whose end or parts are known to be missing when they are. */
const FILES: Readonly<Record<string, Uint8Array>> = {
  GeoJSON: utf8(JSON.stringify(collection)),
  TopoJSON: utf8(JSON.stringify(topology)),
  XLSX: book('xlsx'),
  Shapefile: zipSync({ 'a.shp': shp, 'a.dbf': dbf }),
  '.shp': shp,
  '.dbf': dbf,
  KML: utf8(kml),
  GPX: utf8(gpx),
  FlatGeobuf: geojson.serialize(collection),
  OSM: utf8(osm),
  'packed OSM': gzipSync(utf8(osm)),
  'OSM PBF': osmPbfOf(NUMBERS.map((k) => ({ id: k + 1, lon: 118 + k / 100, lat: 31, tags: hydrant(k) }))),
  Overpass: utf8(
    JSON.stringify({ elements: NUMBERS.map((k) => ({ type: 'node', id: k, lon: 118, lat: 31, tags: hydrant(k) })) }),
  ),
};
/** Files that may end anywhere without anybody knowing. */
const OPEN_ENDED: Readonly<Record<string, Uint8Array>> = {
  CSV: encoded(csv, 'gb18030'),
  'GeoJSON lines': utf8(features.map((feature) => JSON.stringify(feature)).join('\n')),
  XLS: book('biff8'),
  DXF: utf8(dxf),
};

interface Outcome {
  readonly features: number;
  readonly issues: number;
}

/** What came of reading; null for a file that was refused with a sentence. Anything else fails the test. */
async function outcomeOf(bytes: Uint8Array): Promise<Outcome | null> {
  try {
    const tables = await read('damaged', bytes);
    const sum = (of: (table: (typeof tables)[number]) => number): number =>
      tables.reduce((total, table) => total + of(table), 0);
    return { features: sum((table) => table.features.length), issues: sum((table) => table.issues.length) };
  } catch (error) {
    // Damage that a reader did not foresee comes out under this code; the readers are to foresee it.
    if (error instanceof UnreadableFile && error.issue.code !== 'read.damaged') return null;
    throw error;
  }
}

const RUNS = Number(process.env.DAMAGE_RUNS ?? 20);

describe('reading damaged files', () => {
  it('gives a sentence or records for any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        await outcomeOf(bytes);
      }),
      { numRuns: 10 * RUNS },
    );
  });

  it.each(Object.entries({ ...FILES, ...OPEN_ENDED }))('gives all records of a whole %s', async (_, bytes) => {
    expect(await outcomeOf(bytes)).toMatchObject({ features: COUNT });
  });

  it.each(Object.entries(FILES))('says so when %s is cut short', async (_, bytes) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (end) => {
        const outcome = await outcomeOf(bytes.slice(0, end));
        expect(outcome === null || outcome.features === COUNT || outcome.issues > 0).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });

  it.each(Object.entries(OPEN_ENDED))('survives when %s is cut short', async (_, bytes) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: bytes.length - 1 }), async (end) => {
        await outcomeOf(bytes.slice(0, end));
      }),
      { numRuns: RUNS },
    );
  });

  it.each(Object.entries({ ...FILES, ...OPEN_ENDED }))('survives flipped bits in %s', async (_, bytes) => {
    const flips = fc.array(fc.nat(8 * bytes.length - 1), { minLength: 1, maxLength: 6 });
    await fc.assert(
      fc.asyncProperty(flips, async (bits) => {
        const damaged = bytes.slice();
        for (const bit of bits) damaged[bit >> 3]! ^= 1 << (bit & 7);
        await outcomeOf(damaged);
      }),
      { numRuns: RUNS },
    );
  });

  it('keeps every whole row of a CSV that is cut short', async () => {
    const bytes = utf8(csv);
    for (let end = csv.indexOf('\n') + 30; end < bytes.length; end += 7) {
      const whole = new TextDecoder().decode(bytes.slice(0, end)).split('\n').length - 2;
      const outcome = await outcomeOf(bytes.slice(0, end));
      if (whole > 0) expect(outcome?.features).toBeGreaterThanOrEqual(whole);
    }
  });
});
