import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UnreadableFile } from '../../../src/io/readers/reader';
import { readFile } from '../../../src/io/readers/registry';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const read = (name: string, text: string) => readFile({ name, bytes: bytesOf(text) });

async function issueCode(name: string, text: string): Promise<string> {
  const error = await read(name, text).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  return error instanceof UnreadableFile ? error.issue.code : String(error);
}

describe('readers', () => {
  it('read GeoJSON as a collection, a feature or a bare geometry, and name the features that are none', async () => {
    const feature = { type: 'Feature', id: 7, properties: { a: 1 }, geometry: { type: 'Point', coordinates: [1, 2] } };
    const [table] = await read('x', JSON.stringify({ type: 'FeatureCollection', features: [feature, 'nonsense'] }));
    expect(table!.features).toEqual([{ row: 1, properties: { a: 1, id: 7 }, geometry: feature.geometry }]);
    expect(table!.issues).toMatchObject([{ code: 'read.feature', params: { row: 2 } }]);
    expect((await read('x', JSON.stringify(feature)))[0]!.features).toHaveLength(1);
    expect((await read('x', '{"type":"Point","coordinates":[1,2]}'))[0]!.features[0]!.geometry).not.toBeNull();
  });

  it.each([',', ';', '\t', '|'])('read a table separated by %j, counting rows as a spreadsheet does', async (mark) => {
    const rows = [
      ['no', 'lon', 'lat'],
      ['a', '1', '2'],
      ['', '', ''],
      ['b', '3', '4'],
    ];
    const [table] = await read('t', rows.map((cells) => cells.join(mark)).join('\r\n'));
    expect(table!.columns).toEqual(['no', 'lon', 'lat']);
    expect(table!.features.map(({ row, properties }) => [row, properties.no])).toEqual([
      [2, 'a'],
      [4, 'b'],
    ]);
  });

  it('survive quotes that do not close, cells too many and columns of one name', async () => {
    const [table] = await read('t.csv', 'name,name,\na,b,c,d\n"open,1,2\n');
    expect(table!.columns).toEqual(['name', 'name (2)', '#3']);
    expect(table!.issues.map(({ code }) => code)).toContain('read.cells');
    expect(table!.features.length).toBeGreaterThan(0);
  });

  it.each([
    ['empty.csv', '', 'read.empty'],
    ['blank.csv', ' \n\n', 'read.empty'],
    ['header.csv', 'lon,lat\n', 'read.noRows'],
    ['broken.json', '{"type":"FeatureCollection",', 'read.json'],
    ['other.json', '{"name":"package"}', 'read.notGeojson'],
    ['none.geojson', '{"type":"FeatureCollection","features":[]}', 'read.noFeatures'],
  ])('say what is wrong with %s', async (name, text, code) => {
    expect(await issueCode(name, text)).toBe(code);
  });

  it('throw nothing but a sentence on any bytes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.string({ maxLength: 8 }), async (bytes, name) => {
        await onlySentences(name, bytes);
      }),
      { numRuns: 500 },
    );
  });

  it('throw nothing but a sentence on any beginning of a file', async () => {
    const geojson = JSON.stringify({
      type: 'FeatureCollection',
      features: [{ type: 'Feature', properties: { 编号: '甲' }, geometry: { type: 'Point', coordinates: [1, 2] } }],
    });
    for (const text of [geojson, '编号,经度,纬度\n"甲",118,31\n乙,118.1,31.2\n']) {
      const bytes = bytesOf(text);
      for (let end = 0; end <= bytes.length; end++) await onlySentences('cut', bytes.slice(0, end));
    }
  });
});

async function onlySentences(name: string, bytes: Uint8Array): Promise<void> {
  try {
    await readFile({ name, bytes });
  } catch (error) {
    expect(error).toBeInstanceOf(UnreadableFile);
  }
}
