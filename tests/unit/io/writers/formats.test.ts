import { read, utils } from '@e965/xlsx';
import { strFromU8, unzipSync } from 'fflate';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { readPlanFile } from '../../../../src/io/geopackage/plan-file';
import { dbfRecords } from '../../../../src/io/readers/dbf';
import { Pace } from '../../../../src/io/readers/pace';
import { shpShapes } from '../../../../src/io/readers/shp';
import { outputSystem, WGS84_OUTPUT } from '../../../../src/io/writers/output-system';
import { writerFor, writerOf } from '../../../../src/io/writers/registry';
import { CODE_WORDS, namedWords } from '../../../../src/io/writers/words';
import {
  CannotWrite,
  FORMAT_IDS,
  type FormatId,
  type Layer,
  type WriteOptions,
} from '../../../../src/io/writers/writer';
import type { Entity } from '../../../../src/model/entities/registry';
import { modelWord } from '../../../../src/text/speak';

const PACE = new Pace();
const hydrant = {
  id: 'XHS-1',
  geometry: { type: 'Point', coordinates: [118.3301234, 31.2701] },
  number: '=1+1',
  status: 'working',
  address: '弋江路 & "经三路"\n<路口>',
  flowLps: 15.25,
  lastInspection: '2026-03-01',
  note: '-5 °C',
} as const satisfies Entity<'hydrant'>;
const bare = {
  id: 'XHS-2',
  geometry: { type: 'Point', coordinates: [118.4, -31.2] },
} as const satisfies Entity<'hydrant'>;
const ring = (w: number, s: number, size: number): [number, number][] => [
  [w, s],
  [w, s + size],
  [w + size, s + size],
  [w + size, s],
  [w, s],
];
// Clockwise outside and counter-clockwise inside: not as GeoJSON wants it.
const district = {
  id: 'd',
  name: '滨河',
  geometry: { type: 'MultiPolygon', coordinates: [[ring(118, 31, 0.1), [...ring(118.02, 31.02, 0.01)].reverse()]] },
} as const satisfies Entity<'district'>;

const HYDRANTS: Layer = { type: 'hydrant', records: [hydrant, bare] };
const DISTRICT: Layer = { type: 'district', records: [district] };
const CHINESE = namedWords((path) => modelWord(path, 'zh-CN'));

async function written(id: FormatId, layers: readonly Layer[], options: Partial<WriteOptions> = {}) {
  return writerOf(id).write(layers, { words: CODE_WORDS, system: WGS84_OUTPUT, ...options });
}

describe('the GeoJSON writer', () => {
  it('writes absent fields not at all, ids as ids, and rings by the right-hand rule', async () => {
    const json = JSON.parse(strFromU8((await written('geojson', [HYDRANTS])).bytes));
    const { id, geometry, ...properties } = hydrant;
    expect(json.features[0]).toEqual({ type: 'Feature', id, geometry, properties });
    expect(json.features[1].properties).toEqual({});
    expect(json).not.toHaveProperty('crs');
    const area = JSON.parse(strFromU8((await written('geojson', [DISTRICT])).bytes)).features[0].geometry;
    expect(area.coordinates[0][0]).toEqual([...ring(118, 31, 0.1)].reverse());
    expect(area.coordinates[0][1]).toEqual(ring(118.02, 31.02, 0.01));
  });

  it('names another system in the member of the earlier standard', async () => {
    const system = await outputSystem('EPSG:4547');
    if (!system.ok) throw new Error();
    const json = JSON.parse(strFromU8((await written('geojson', [HYDRANTS], { system: system.value })).bytes));
    expect(json.crs.properties.name).toBe('urn:ogc:def:crs:EPSG::4547');
    expect(json.features[0].geometry.coordinates[0]).toBeCloseTo(912_500, -3);
  });
});

describe('the CSV writer', () => {
  it('opens in Excel: mark, headers in Chinese with units, no formula, the system in the header', async () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      (await written('csv', [HYDRANTS], { words: CHINESE })).bytes,
    );
    expect(text.startsWith('\ufeffid,编号,状态,')).toBe(true);
    const { data } = Papa.parse<Record<string, string>>(text, { header: true, skipEmptyLines: true });
    expect(data[0]).toMatchObject({ 编号: "'=1+1", 状态: '完好', '流量(L/s)': '15.25', '经度(WGS84)': '118.3301234' });
    expect(data[0]!.位置).toBe(hydrant.address);
    expect(data[1]).toMatchObject({ id: 'XHS-2', 编号: '', '纬度(WGS84)': '-31.2' });
  });

  it('writes areas as WKT, with the number of a system other than WGS84', async () => {
    const plain = strFromU8((await written('csv', [DISTRICT])).bytes);
    expect(plain).toContain('"MULTIPOLYGON (((118 31,');
    const system = await outputSystem('EPSG:32650');
    if (!system.ok) throw new Error();
    expect(strFromU8((await written('csv', [DISTRICT], { system: system.value })).bytes)).toContain(
      '"SRID=32650;MULTIPOLYGON',
    );
  });
});

describe('the Excel writer', () => {
  it('writes a sheet for each type with real numbers and dates, text as text, and a header that stays', async () => {
    const { bytes, issues } = await written('xlsx', [HYDRANTS, DISTRICT], { words: CHINESE });
    expect(issues).toEqual([]);
    const book = read(bytes, { cellDates: true, UTC: true, cellNF: true });
    expect(book.SheetNames).toEqual(['市政消火栓', '辖区']);
    const sheet = book.Sheets.市政消火栓!;
    const [first] = utils.sheet_to_json<Record<string, unknown>>(sheet, { UTC: true });
    expect(first).toMatchObject({ 编号: '=1+1', '流量(L/s)': 15.25, 备注: '-5 °C', 位置: hydrant.address });
    expect(first!.最近检查).toEqual(new Date('2026-03-01T00:00:00Z'));
    expect(Object.values(sheet).some((cell) => cell && typeof cell === 'object' && 'f' in cell)).toBe(false);
    const xml = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml']!);
    expect(xml).toContain('<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>');
  });

  it('cuts what a cell cannot hold and says how often; a geometry that is too long is left out whole', async () => {
    const long = { ...hydrant, note: '长'.repeat(40_000) };
    const round = {
      ...district,
      geometry: {
        type: 'MultiPolygon',
        coordinates: [[Array.from({ length: 3000 }, (_, k) => [118 + k / 1e6, 31] as const)]],
      },
    } as Entity;
    const { bytes, issues } = await written('xlsx', [
      { type: 'hydrant', records: [long, { ...long, id: 'b' }] },
      { type: 'district', records: [round] },
    ]);
    expect(issues).toMatchObject([
      { code: 'write.cut', params: { field: 'note', count: 2, id: 'XHS-1', limit: 32_767 } },
      { code: 'write.geometryTooLong', params: { type: 'district', count: 1 } },
    ]);
    const rows = utils.sheet_to_json<Record<string, string>>(read(bytes).Sheets.hydrant!);
    expect(rows[0]!.note).toHaveLength(32_767);
  });

  it('gives back what XML cannot hold, what looks like its escapes, and names of JavaScript', async () => {
    const texts = ['_x0041_', 'bell\u0007', 'constructor', '__proto__', ' space ', 'two\nlines'];
    const records = texts.map((note, k) => ({ ...bare, id: String(k), note }));
    const { bytes } = await written('xlsx', [{ type: 'hydrant', records }]);
    const rows = utils.sheet_to_json<Record<string, string>>(read(bytes).Sheets.hydrant!);
    expect(rows.map(({ note }) => note)).toEqual(texts);
  });
});

describe('the Shapefile writer', () => {
  it('writes a shapefile for each type with UTF-8 fields, its system and outer rings clockwise', async () => {
    const { bytes, issues } = await written('shapefile', [HYDRANTS, DISTRICT]);
    expect(issues).toEqual([]);
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(
      ['hydrant', 'district'].flatMap((name) =>
        ['shp', 'shx', 'dbf', 'cpg', 'prj'].map((ending) => `${name}.${ending}`),
      ),
    );
    expect(strFromU8(files['hydrant.prj']!)).toContain('GCS_WGS_1984');
    expect((await shpShapes(files['hydrant.shp']!, '', PACE)).list).toEqual([hydrant.geometry, bare.geometry]);
    expect((await shpShapes(files['district.shp']!, '', PACE)).list).toEqual([district.geometry]);
    const table = await dbfRecords(files['hydrant.dbf']!, strFromU8(files['hydrant.cpg']!), PACE);
    expect(table.columns.every((name) => name.length <= 10)).toBe(true);
    expect(new Set(table.columns).size).toBe(table.columns.length);
    expect(table.records[0]).toMatchObject({
      id: 'XHS-1',
      address: hydrant.address,
      flowLps: 15.25,
      lastInspec: '2026-03-01',
    });
  });

  it('cuts long text between characters and says so', async () => {
    const { bytes, issues } = await written('shapefile', [
      { type: 'hydrant', records: [{ ...hydrant, note: '长'.repeat(100) }] },
    ]);
    expect(issues).toMatchObject([{ code: 'write.cut', params: { field: 'note', count: 1, limit: 254 } }]);
    const { records } = await dbfRecords(unzipSync(bytes)['hydrant.dbf']!, 'utf-8', PACE);
    expect(records[0]!.note).toBe('长'.repeat(84));
  });

  it('names a system that has no .prj in the file and says so', async () => {
    const system = await outputSystem('GCJ02');
    if (!system.ok) throw new Error();
    const { bytes, issues } = await written('shapefile', [HYDRANTS], { system: system.value });
    expect(issues).toMatchObject([{ code: 'write.noPrj' }]);
    expect(Object.keys(unzipSync(bytes))).toEqual(
      ['shp', 'shx', 'dbf', 'cpg'].map((ending) => `hydrant_GCJ02.${ending}`),
    );
  });
});

describe('the KML writer', () => {
  it('writes a folder for each type, escapes what people wrote twice where it is HTML, and styles by state', async () => {
    const text = strFromU8(
      (await written('kml', [HYDRANTS, DISTRICT], { words: CHINESE, info: { id: 'p', name: 'A & B', asOf: '' } }))
        .bytes,
    );
    expect(text.match(/<Folder id="\w+"><name>[^<]*/g)).toEqual([
      '<Folder id="hydrant"><name>市政消火栓',
      '<Folder id="district"><name>辖区',
    ]);
    expect(text).toContain('<Document><name>A &amp; B</name>');
    expect(text).toContain(
      '&lt;td&gt;弋江路 &amp;amp; "经三路"&lt;br&gt;&amp;lt;路口&amp;gt;&lt;/td&gt;'.replaceAll('"', '&quot;'),
    );
    expect(text).toContain('<styleUrl>#hydrant-working</styleUrl>');
    expect(text).toContain('<value>弋江路 &amp; &quot;经三路&quot;&#10;&lt;路口&gt;</value>');
  });

  it('refuses a system that the format does not know', async () => {
    const system = await outputSystem('BD09');
    if (!system.ok) throw new Error();
    await expect(written('kml', [HYDRANTS], { system: system.value })).rejects.toThrow(CannotWrite);
  });
});

describe('the GeoPackage writer', () => {
  it('writes a plan that the app opens, with the records as they were', async () => {
    const info = { id: 'p', name: '滨河', asOf: '2026-01-01' };
    const { bytes } = await written('geopackage', [HYDRANTS, DISTRICT], { info });
    const plan = await readPlanFile('x.gpkg', bytes);
    if (!plan.ok) throw new Error(plan.issue.code);
    expect(plan.value.plan.info).toEqual(info);
    expect([...plan.value.plan.records.hydrant.values()]).toEqual([hydrant, bare]);
    expect(plan.value.plan.records.district.get('d')).toEqual(district);
  });
});

describe('writers', () => {
  it.each([
    ['a.GeoJSON', 'geojson'],
    ['a.json', 'geojson'],
    ['dir.x/b.csv', 'csv'],
    ['b.xlsx', 'xlsx'],
    ['b.zip', 'shapefile'],
    ['b.kml', 'kml'],
    ['b.gpkg', 'geopackage'],
  ])('are chosen for %s by its ending', (path, id) => {
    expect(writerFor(path)?.id).toBe(id);
  });

  it('are not guessed for an ending that no format has', () => {
    expect(writerFor('a.docx')).toBeNull();
    expect(writerFor('noending')).toBeNull();
  });

  it.each(FORMAT_IDS)('%s stops when asked and tells its progress', async (id) => {
    const many: Layer = {
      type: 'hydrant',
      records: Array.from({ length: 9000 }, (_, k) => ({ ...hydrant, id: `h${k}` })),
    };
    const shares: number[] = [];
    const stop = new AbortController();
    const onProgress = (share: number): void => {
      shares.push(share);
      if (shares.length === 2) stop.abort();
    };
    await expect(written(id, [many], { onProgress, signal: stop.signal })).rejects.toThrow(/abort/i);
    expect(shares[0]).toBeGreaterThan(0);
    expect(shares[1]).toBeLessThanOrEqual(1);
  });

  // A GeoPackage notes the time of its last change.
  it.each(FORMAT_IDS.filter((id) => id !== 'geopackage'))(
    '%s gives the same bytes for the same records',
    async (id) => {
      const [first, second] = [await written(id, [HYDRANTS]), await written(id, [HYDRANTS])];
      expect(Buffer.compare(first.bytes, second.bytes)).toBe(0);
    },
  );
});
