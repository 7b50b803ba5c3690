import { describe, expect, it } from 'vitest';
import { encoded, utf16 } from '../../../support/files/legacy-text';
import { read, refusal, utf8 } from '../../../support/files/read';

const CHINESE =
  '编号,名称,经度,纬度,状态\r\nXHS-0001,人民路消火栓,118.10,31.20,完好\r\nXHS-0002,中山路口,118.11,31.21,损坏\r\n';
const TRADITIONAL =
  '編號,名稱,經度,緯度,狀態\r\nA-1,中正路消防栓,121.50,25.04,正常\r\nA-2,信義路口,121.51,25.05,損壞\r\n';
const KOREAN =
  '번호,이름,경도,위도,상태\r\nK-1,세종대로 소화전,126.97,37.56,정상\r\nK-2,종로 입구,126.98,37.57,고장\r\n';
const FRENCH = 'numéro;libellé;état\r\nP-1;Hôtel de Ville;en service\r\nP-2;Église Saint-Étienne;hors service\r\n';

describe('CSV', () => {
  it.each([',', ';', '\t', '|', '，'])('separated by %j, rows counted as a spreadsheet does', async (mark) => {
    const rows = [
      ['no', 'lon', 'lat'],
      ['a', '1', '2'],
      ['', '', ''],
      ['b', '3', '4'],
    ];
    const [table] = await read('t', rows.map((cells) => cells.join(mark)).join('\r\n'));
    expect(table!.columns).toEqual(['no', 'lon', 'lat']);
    expect(table!.features.map(({ row, properties }) => [row, properties.no, properties.lat])).toEqual([
      [2, 'a', '2'],
      [4, 'b', '4'],
    ]);
  });

  it.each([
    ['UTF-8', CHINESE, utf8(CHINESE)],
    ['UTF-8 with a mark', CHINESE, utf8(`\ufeff${CHINESE}`)],
    ['UTF-16 LE with a mark', CHINESE, utf16(CHINESE, 'le', true)],
    ['UTF-16 BE with a mark', CHINESE, utf16(CHINESE, 'be', true)],
    ['UTF-16 LE', CHINESE, utf16(CHINESE, 'le', false)],
    ['UTF-16 BE', CHINESE, utf16(CHINESE, 'be', false)],
    ['GB18030', CHINESE, encoded(CHINESE, 'gb18030')],
    ['Big5', TRADITIONAL, encoded(TRADITIONAL, 'big5')],
    ['EUC-KR', KOREAN, encoded(KOREAN, 'euc-kr')],
    ['Windows-1252', FRENCH, Uint8Array.from(FRENCH, (character) => character.charCodeAt(0))],
  ])('in %s', async (_, text, bytes) => {
    const [table] = await read('t.csv', bytes);
    const [header, first] = text.split('\r\n').map((line) => line.split(/[,;]/));
    expect(table!.columns).toEqual(header);
    expect(Object.values(table!.features[0]!.properties)).toEqual(first);
  });

  it('knows GB18030 even where Chinese begins far down', async () => {
    const plain = Array.from({ length: 40_000 }, (_, k) => `H${k},118.1,31.2,`).join('\n');
    const [table] = await read(
      't.csv',
      encoded(`no,lon,lat,note\n${plain}\nH1,118.1,31.2,人民路消火栓损坏\n`, 'gb18030'),
    );
    expect(table!.features.at(-1)!.properties.note).toBe('人民路消火栓损坏');
  });

  it('stays with UTF-8 when a byte of it is damaged', async () => {
    const bytes = utf8(CHINESE.repeat(5));
    bytes[2] = 0xff;
    const [table] = await read('t.csv', bytes);
    expect(table!.features[0]!.properties.名称).toBe('人民路消火栓');
  });

  it.each([
    ['12,5;1.234,56;0,125', ['12.5', '1234.56', '0.125']],
    ['-3,25;12.345,6;118,123456', ['-3.25', '12345.6', '118.123456']],
  ])('reads decimal commas in %j', async (line, numbers) => {
    const [table] = await read('t.csv', `a;b;c\n${line}\n${line}\n`);
    expect(Object.values(table!.features[0]!.properties)).toEqual(numbers);
  });

  it('reads commas that part thousands, and leaves lists and words alone', async () => {
    const [table] = await read('t.csv', 'flow,list,text\n"1,234.56","1,2","12,5 L"\n"2,000.00","3,4","7,1 L"\n');
    expect(table!.features[0]!.properties).toEqual({ flow: '1234.56', list: '1,2', text: '12,5 L' });
  });

  it('keeps every row when a quote is not closed', async () => {
    const lines = Array.from({ length: 50 }, (_, k) =>
      k % 10 === 3 ? `"open ${k},${k},x` : `row ${k},${k},"q, ${k}"`,
    );
    const [table] = await read('t.csv', `name,no,note\n${lines.join('\n')}\n`);
    expect(table!.features.map(({ properties }) => properties.no)).toEqual(lines.map((_, k) => String(k)));
    expect(table!.issues.filter(({ code }) => code === 'read.quote').map(({ params }) => params.row)).toEqual([
      5, 15, 25, 35, 45,
    ]);
  });

  it('keeps every row when thousands of quotes are inches', async () => {
    const lines = Array.from({ length: 3000 }, (_, k) => `"4 inch,${k}`);
    const [table] = await read('t.csv', `size,no\n${lines.join('\n')}\n`);
    expect(table!.features).toHaveLength(3000);
    expect(table!.issues.map(({ code }) => code)).toContain('read.quotesOff');
  });

  it('keeps a line break within a quoted cell', async () => {
    const [table] = await read('t.csv', 'name,no\n"first\r\nsecond",1\nplain,2\n');
    expect(table!.features.map(({ properties }) => properties.name)).toEqual(['first\nsecond', 'plain']);
  });

  it("reads a surveyor's list set in columns by blanks", async () => {
    const [table] = await read(
      '点.txt',
      '点号   X        Y       H\nA1  3400001.5  500000.25  5.1 \n A2 3400011.5  500010.25 15.1\n',
    );
    expect(table!.columns).toEqual(['点号', 'X', 'Y', 'H']);
    expect(table!.features.map(({ properties }) => Object.values(properties))).toEqual([
      ['A1', '3400001.5', '500000.25', '5.1'],
      ['A2', '3400011.5', '500010.25', '15.1'],
    ]);
  });

  it('gives cells too many and columns of one name a word', async () => {
    const [table] = await read('t.csv', 'name,name,\na,b,1,d\ne,f,2\ng,h,3\ni,j,4\n');
    expect(table!.columns).toEqual(['name', 'name (2)', '#3']);
    expect(table!.issues).toMatchObject([{ code: 'read.cells', params: { row: 2, found: 4, expected: 3 } }]);
  });

  it('finds the header below titles and joins a second line of it', async () => {
    const text = '2024年消火栓台账,,,\n,,,\n编号,位置,,压力\n,经度,纬度,\nA,118.1,31.2,0.2\nB,118.2,31.3,0.3\n';
    const [table] = await read('t.csv', text);
    expect(table!.columns).toEqual(['编号', '经度', '纬度', '压力']);
    expect(table!.features.map(({ row }) => row)).toEqual([5, 6]);
  });

  it('passes over a second header of units and says so', async () => {
    const [table] = await read('t.csv', '编号,压力,流量\nNo.,MPa,L/s\nA,0.2,15\nB,0.3,20\n');
    expect(table!.columns).toEqual(['编号', '压力', '流量']);
    expect(table!.features).toHaveLength(2);
    expect(table!.issues).toMatchObject([{ code: 'read.secondHeader', params: { row: 2 } }]);
  });

  it('numbers the columns of a table without header and loses no row', async () => {
    const [table] = await read('t.csv', '甲,118.1,31.2\n乙,118.2,31.3\n');
    expect(table!.columns).toEqual(['#1', '#2', '#3']);
    expect(table!.features).toHaveLength(2);
    expect(table!.issues.map(({ code }) => code)).toEqual(['read.noHeader']);
  });

  it('takes a column of WKT as the geometry, with the system it names', async () => {
    const [table] = await read('t.csv', 'name,wkt\na,"SRID=4547;POINT (500000 3400000)"\nb,"POINT (oops)"\nc,\n');
    expect(table!.columns).toEqual(['name']);
    expect(table!.crs).toBe('EPSG:4547');
    expect(table!.features.map(({ geometry }) => geometry?.type ?? null)).toEqual(['Point', null, null]);
    expect(table!.issues).toMatchObject([{ code: 'read.wkt', params: { row: 3, column: 'wkt' } }]);
  });

  it('refuses a line that never ends', async () => {
    expect(await refusal('t.csv', 'a,'.repeat(2_500_000))).toBe('read.longLine');
  });
});
