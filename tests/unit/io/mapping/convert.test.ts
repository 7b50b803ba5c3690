import { describe, expect, it } from 'vitest';
import { choicesOf } from '../../../../src/io/mapping/choices';
import { convert, positionsFor } from '../../../../src/io/mapping/convert';
import type { ImportChoices } from '../../../../src/io/mapping/import-plan';
import { propose } from '../../../../src/io/mapping/propose';
import type { RawTable } from '../../../../src/io/readers/reader';
import type { EntityType } from '../../../../src/model/entities/registry';
import { tableOf } from '../../../support/tables';

const LEDGER = tableOf([
  { 编号: 'X-1', 完好情况: '完好', 经度: '118.3', 纬度: '31.2', '流量(m³/h)': '54', 检查日期: '2026/3/1', 其他: 'a' },
  { 编号: 'X-2', 完好情况: '漏水', 经度: '118.4', 纬度: '31.3', '流量(m³/h)': '', 检查日期: '去年', 其他: '' },
  { 编号: 'X-1', 完好情况: '正常', 经度: '0', 纬度: '0', '流量(m³/h)': '10', 检查日期: '', 其他: '' },
  { 编号: 'X-1', 完好情况: '正常', 经度: '118.5', 纬度: '31.4', '流量(m³/h)': '10', 检查日期: '', 其他: '' },
]);

async function choicesFor(table: RawTable, name: string): Promise<ImportChoices> {
  return choicesOf(await propose(table, name));
}

async function converted(table: RawTable, choices: ImportChoices) {
  const positions = await positionsFor(table, choices);
  if (!positions.ok) throw new Error(positions.issue.code);
  return convert(table, choices, positions.value);
}

describe('conversion', () => {
  it('makes records, converts units, and lists what is left out with row, column and reason', async () => {
    const { records, rejections, counts, madeUp } = await converted(LEDGER, {
      ...(await choicesFor(LEDGER, '消火栓.csv')),
      crs: 'WGS84',
    });
    expect(records).toEqual([
      {
        id: 'X-1',
        number: 'X-1',
        status: 'working',
        flowLps: 15,
        lastInspection: '2026-03-01',
        geometry: { type: 'Point', coordinates: [118.3, 31.2] },
      },
      { id: 'X-2', number: 'X-2', status: 'damaged', geometry: { type: 'Point', coordinates: [118.4, 31.3] } },
      {
        id: 'hydrant-1',
        number: 'X-1',
        status: 'working',
        flowLps: 2.77777777778,
        geometry: { type: 'Point', coordinates: [118.5, 31.4] },
      },
    ]);
    expect(rejections.map(({ row, column, whole, issue }) => [row, column, whole, issue.code])).toEqual([
      [3, '检查日期', false, 'field.date'],
      [4, undefined, true, 'import.zeros'],
      [5, undefined, false, 'import.duplicate'],
    ]);
    expect(counts).toEqual({ records: 1, values: 1, mended: 1 });
    expect([...madeUp]).toEqual(['hydrant-1']);
  });

  it.each([
    ['polygon for a point type', { type: 'Polygon', coordinates: [] }, 'hydrant', 'import.geometry'],
    ['NaN', { type: 'Point', coordinates: [Number.NaN, 1] }, 'hydrant', 'import.notNumbers'],
    ['latitude 120', { type: 'Point', coordinates: [31, 120] }, 'hydrant', 'import.swapped'],
    ['metres', { type: 'Point', coordinates: [500_000, 3_400_000] }, 'hydrant', 'import.notDegrees'],
    ['no numbers', { type: 'Point', coordinates: ['a', 'b'] }, 'hydrant', 'import.notNumbers'],
    ['a line of one point', { type: 'LineString', coordinates: [[1, 2]] }, 'roadSegment', 'import.shortLine'],
    ['an open ring', { type: 'Polygon', coordinates: [[[1, 2]]] }, 'district', 'import.shortRing'],
  ] as [string, GeoJSON.Geometry, EntityType, string][])('refuses %s', async (_, geometry, entity, code) => {
    const choices = { entity, mode: 'add', mapping: [], crs: 'WGS84', swap: false } as const;
    const { records, rejections } = await converted(tableOf([{ a: 1 }], geometry), choices);
    expect(records).toEqual([]);
    expect(rejections).toMatchObject([{ whole: true, issue: { code } }]);
  });

  it('makes a record of every part of a feature of several, each with an id of its own', async () => {
    const several = {
      type: 'MultiPoint',
      coordinates: [
        [1, 2],
        [3, 4],
      ],
    } as GeoJSON.Geometry;
    const choices = {
      entity: 'hydrant',
      mode: 'add',
      mapping: [{ field: 'number', column: 'n', reason: 'user' }],
      crs: 'WGS84',
      swap: false,
    } as const;
    const { records, counts } = await converted(tableOf([{ n: 'A' }], several), choices);
    expect(records.map(({ id }) => id)).toEqual(['A', 'A/2']);
    expect(counts).toEqual({ records: 0, values: 0, mended: 0 });
  });
});
