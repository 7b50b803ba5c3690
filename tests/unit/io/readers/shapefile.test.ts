import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { encoded } from '../../../support/files/legacy-text';
import { read, readFiles, refusal, utf8 } from '../../../support/files/read';
import { dbfOf, type Shape, shpOf } from '../../../support/files/shapefile';

const COLUMNS = [
  { name: '编号', kind: 'C', length: 10 },
  { name: '名称', kind: 'C', length: 30 },
  { name: '压力', kind: 'N', length: 8 },
  { name: '日期', kind: 'D', length: 8 },
] as const;
const ROWS = [
  ['A-1', '人民路消火栓', '0.25', '20240501'],
  ['A-2', '中山路口损坏', '', ''],
  ['A-3', '解放街道', '-1', '20231231'],
];
const POINTS: Shape[] = [{ kind: 'point', at: [118.1, 31.2] }, { kind: 'null' }, { kind: 'point', at: [118.3, 31.4] }];
const gbk = (text: string): Uint8Array => encoded(text, 'gb18030');
const DBF = dbfOf(COLUMNS, ROWS, gbk);
const SHP = shpOf(POINTS);

describe('a Shapefile', () => {
  it.each([
    ['without .cpg', {}],
    ['with .cpg', { 'layer/栓.cpg': utf8('936') }],
    ['with a .cpg that nobody knows', { 'layer/栓.cpg': utf8('nonsense') }],
  ])('zipped in GBK %s', async (_, more) => {
    const zip = zipSync({ 'layer/栓.shp': SHP, 'layer/栓.DBF': DBF, 'layer/栓.prj': utf8('GEOGCS["x"]'), ...more });
    const [table] = await read('any name', zip);
    expect(table).toMatchObject({ format: 'Shapefile', layer: '栓', crs: 'GEOGCS["x"]', encoding: 'gb18030' });
    expect(table!.columns).toEqual(['编号', '名称', '压力', '日期']);
    expect(table!.features).toEqual([
      {
        row: 1,
        properties: { 编号: 'A-1', 名称: '人民路消火栓', 压力: 0.25, 日期: '2024-05-01' },
        geometry: { type: 'Point', coordinates: [118.1, 31.2] },
      },
      { row: 2, properties: { 编号: 'A-2', 名称: '中山路口损坏', 压力: null, 日期: null }, geometry: null },
      {
        row: 3,
        properties: { 编号: 'A-3', 名称: '解放街道', 压力: -1, 日期: '2023-12-31' },
        geometry: { type: 'Point', coordinates: [118.3, 31.4] },
      },
    ]);
  });

  it('dropped loose, the parts together or only the .shp', async () => {
    const parts = [
      { name: 'Hydrants.dbf', bytes: DBF },
      { name: 'hydrants.shp', bytes: SHP },
      { name: 'hydrants.shx', bytes: SHP.slice(0, 100) },
    ];
    const [together] = await readFiles(parts);
    expect(together!.features[2]!.properties.编号).toBe('A-3');
    const [alone] = await readFiles([parts[1]!]);
    expect(alone!.features).toHaveLength(3);
    expect(alone!.issues.map(({ code }) => code)).toEqual(['read.noDbf']);
    const [attributes] = await readFiles([parts[0]!]);
    expect(attributes).toMatchObject({ format: 'dBASE', columns: ['编号', '名称', '压力', '日期'] });
  });

  it('may come several in one archive', async () => {
    const zip = zipSync({ 'a.shp': SHP, 'a.dbf': DBF, 'b.shp': SHP, 'readme.txt': utf8('a,b\n1,2\n') });
    expect((await read('x.zip', zip)).map(({ layer }) => layer)).toEqual(['a', 'b']);
  });

  it('without the records deleted in its table', async () => {
    const zip = zipSync({ 'a.shp': SHP, 'a.dbf': dbfOf(COLUMNS, ROWS, gbk, [1]) });
    expect((await read('x.zip', zip))[0]!.features.map(({ row }) => row)).toEqual([1, 3]);
  });

  it('with polygons: clockwise rings are areas, the others their holes', async () => {
    const square = (x: number, y: number, size: number): [number, number][] => [
      [x, y],
      [x, y + size],
      [x + size, y + size],
      [x + size, y],
      [x, y],
    ];
    const shape: Shape = { kind: 'polygon', parts: [square(0, 0, 10), square(2, 2, 2).reverse(), square(20, 0, 5)] };
    const line: Shape = {
      kind: 'line',
      parts: [
        [
          [0, 0],
          [1, 1],
        ],
        [
          [5, 5],
          [6, 6],
        ],
      ],
    };
    const [table] = await read('x', shpOf([shape]));
    expect(table!.features[0]!.geometry).toEqual({
      type: 'MultiPolygon',
      coordinates: [[square(0, 0, 10), square(2, 2, 2).reverse()], [square(20, 0, 5)]],
    });
    expect((await read('x', shpOf([line])))[0]!.features[0]!.geometry!.type).toBe('MultiLineString');
  });

  it('cut short gives what is whole and says what is missing', async () => {
    const [table] = await read('x.shp', SHP.slice(0, SHP.length - 5));
    expect(table!.features).toHaveLength(2);
    expect(table!.issues.map(({ code }) => code)).toContain('read.cutAt');
    const [short] = await read('x.zip', zipSync({ 'a.shp': SHP, 'a.dbf': DBF.slice(0, DBF.length - 40) }));
    expect(short!.features).toHaveLength(3);
    expect(short!.issues).toMatchObject([{ code: 'read.shpDbf', params: { shapes: 3, rows: 2 } }]);
    expect(await refusal('x.shp', SHP.slice(0, 110))).toBe('read.truncated');
  });
});
