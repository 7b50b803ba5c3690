import { type BookType, utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { encoded } from '../../../support/files/legacy-text';
import { read, refusal, utf8 } from '../../../support/files/read';

const ROWS = [
  ['编号', '名称', '经度', '纬度', '检查日期'],
  ['A-1', '人民路', 118.1, 31.2, new Date(Date.UTC(2024, 4, 1))],
  [],
  ['A-2', '中山路', 118.2, 31.3, new Date(Date.UTC(2024, 4, 2, 8, 30))],
];

function bookOf(sheets: Readonly<Record<string, WorkSheet>>): WorkBook {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  return book;
}

function bytesOf(book: WorkBook, bookType: BookType = 'xlsx'): Uint8Array {
  return new Uint8Array(write(book, { type: 'array', bookType, compression: true }) as ArrayBuffer);
}

const sheetOf = (rows: unknown[][]): WorkSheet => utils.aoa_to_sheet(rows, { UTC: true });

describe('a workbook', () => {
  it.each(['xlsx', 'biff8', 'xlsb', 'ods', 'xlml'] as const)('saved as %s', async (kind) => {
    const [table] = await read('台账', bytesOf(bookOf({ 消火栓: sheetOf(ROWS) }), kind));
    expect(table).toMatchObject({ format: 'Excel', layer: '消火栓', columns: ROWS[0] });
    expect(table!.features.map(({ row, properties }) => [row, ...Object.values(properties)])).toEqual([
      [2, 'A-1', '人民路', 118.1, 31.2, '2024-05-01'],
      [4, 'A-2', '中山路', 118.2, 31.3, '2024-05-02T08:30:00'],
    ]);
  });

  it('gives every visible sheet with rows', async () => {
    const book = bookOf({ a: sheetOf(ROWS), 空: sheetOf([['x', 'y']]), hidden: sheetOf(ROWS), b: sheetOf(ROWS) });
    book.Workbook = { Sheets: [{}, {}, { Hidden: 1 }, {}] };
    expect((await read('x', bytesOf(book))).map(({ layer }) => layer)).toEqual(['a', 'b']);
  });

  it('with merged header cells below a merged title', async () => {
    const sheet = sheetOf([
      ['2024年度市政消火栓台账'],
      ['编号', '位置', null, '状态'],
      [null, '经度', '纬度', null],
      ['A-1', 118.1, 31.2, '完好'],
      ['A-2', 118.2, 31.3, '损坏'],
    ]);
    sheet['!merges'] = ['A1:D1', 'A2:A3', 'B2:C2', 'D2:D3'].map((range) => utils.decode_range(range));
    const [table] = await read('x', bytesOf(bookOf({ s: sheet })));
    expect(table!.columns).toEqual(['编号', '经度', '纬度', '状态']);
    expect(table!.features.map(({ row }) => row)).toEqual([4, 5]);
  });

  it('with merged cells among the rows: each row has the value', async () => {
    const sheet = sheetOf([
      ['街道', '编号'],
      ['城关街道', 'A-1'],
      [null, 'A-2'],
      ['东街道', 'A-3'],
    ]);
    sheet['!merges'] = [utils.decode_range('A2:A3')];
    const [table] = await read('x', bytesOf(bookOf({ s: sheet })));
    expect(table!.features.map(({ properties }) => properties.街道)).toEqual(['城关街道', '城关街道', '东街道']);
  });

  it('with formulas counts their stored results, and says when there are none', async () => {
    const sheet = sheetOf([
      ['no', 'flow'],
      ['A', 1],
      ['B', 2],
    ]);
    sheet.B2 = { t: 'n', f: '10+5', v: 15 };
    sheet.B3 = { t: 'n', f: '10+6' };
    const [table] = await read('x', bytesOf(bookOf({ s: sheet })));
    expect(table!.features.map(({ properties }) => properties.flow)).toEqual([15, '']);
    expect(table!.issues).toMatchObject([{ code: 'read.formula', params: { layer: 's', count: 1 } }]);
  });

  it('that is a page of a web system, called .xls', async () => {
    const page =
      '<html><body><table><tr><td>编号</td><td>状态</td></tr><tr><td>007</td><td>完好</td></tr></table></body></html>';
    const [table] = await read('导出.xls', encoded(page, 'gb18030'));
    expect(table!.columns).toEqual(['编号', '状态']);
    expect(table!.features).toHaveLength(1);
  });

  it('locked by a password, damaged or no workbook at all is said', async () => {
    const whole = bytesOf(bookOf({ s: sheetOf(ROWS) }));
    expect(await refusal('x.xlsx', whole.slice(0, whole.length / 2))).toBe('read.zip');
    expect(await refusal('x.xls', whole.slice(0, 0))).toBe('read.empty');
    const old = bytesOf(bookOf({ s: sheetOf(ROWS) }), 'biff8');
    expect(await refusal('x.xls', old.slice(0, 1500))).toBe('read.workbook');
    expect(await refusal('x.xlsx', zipSync({ 'xl/workbook.xml': utf8('<oops') }))).toBe('read.workbook');
  });
});
