import { describe, expect, it } from 'vitest';
import { convert } from '../../../src/io/mapping/convert';
import { convertValue } from '../../../src/io/mapping/convert-value';
import type { ImportChoices } from '../../../src/io/mapping/import-plan';
import { propose } from '../../../src/io/mapping/propose';
import { toChange } from '../../../src/io/mapping/to-change';
import type { RawTable } from '../../../src/io/readers/reader';
import { applyChange } from '../../../src/model/change/apply';
import { ENTITY_SPECS, type EntityType } from '../../../src/model/entities/registry';
import { planOf, point, rectangle } from '../../support/plans';

function tableOf(rows: readonly Record<string, unknown>[], geometry: GeoJSON.Geometry | null = null): RawTable {
  const features = rows.map((properties, k) => ({ row: k + 2, properties, geometry }));
  return { format: 'CSV', columns: Object.keys(rows[0] ?? {}), features, issues: [] };
}

const LEDGER = tableOf([
  { 编号: 'X-1', 完好情况: '完好', 经度: '118.3', 纬度: '31.2', '流量(m³/h)': '54', 检查日期: '2026/3/1', 其他: 'a' },
  { 编号: 'X-2', 完好情况: '漏水', 经度: '118.4', 纬度: '31.3', '流量(m³/h)': '', 检查日期: '去年', 其他: '' },
  { 编号: 'X-1', 完好情况: '正常', 经度: '0', 纬度: '0', '流量(m³/h)': '10', 检查日期: '', 其他: '' },
  { 编号: 'X-1', 完好情况: '正常', 经度: '118.5', 纬度: '31.4', '流量(m³/h)': '10', 检查日期: '', 其他: '' },
]);

function choicesFor(table: RawTable, name: string, mode: ImportChoices['mode'] = 'add'): ImportChoices {
  const { entity, mapping, position } = propose(table, name);
  return { entity, mapping, mode, ...(position ? { position } : {}) };
}

describe('a proposal', () => {
  it('knows a hydrant ledger by its name, its columns with reasons, and the position', () => {
    const proposal = propose(LEDGER, '2026消火栓台账.csv');
    expect(proposal).toMatchObject({ entity: 'hydrant', position: { lon: '经度', lat: '纬度' }, count: 4 });
    expect(Object.fromEntries(proposal.mapping.map(({ field, column }) => [field, column]))).toEqual({
      number: '编号',
      status: '完好情况',
      flowLps: '流量(m³/h)',
      lastInspection: '检查日期',
    });
    expect(proposal.unmapped).toEqual([{ column: '其他', sample: 'a' }]);
    expect(proposal.bounds).toEqual([118.3, 31.2, 118.5, 31.4]);
  });

  it('offers only types of the geometry at hand', () => {
    const polygon: GeoJSON.Polygon = { type: 'Polygon', coordinates: [[]] };
    const { entity, alternatives } = propose(tableOf([{ name: 'A' }], polygon), 'BOUNDARY_City.geojson');
    expect(entity).toBe('district');
    for (const type of alternatives) expect(ENTITY_SPECS[type].geometry).toBe('MultiPolygon');
  });

  it('takes several polygons called boundaries for subdistricts and one for the district', () => {
    const polygon: GeoJSON.Polygon = { type: 'Polygon', coordinates: [[]] };
    const many = tableOf([{ name: 'A' }, { name: 'B' }], polygon);
    expect(propose(many, 'BOUNDARY_Neighborhoods.geojson').entity).toBe('subdistrict');
    expect(propose(tableOf([{ name: 'A' }], polygon), 'BOUNDARY_Neighborhoods.geojson').entity).toBe('district');
  });

  it('finds a status by what the cells say', () => {
    const rows = ['完好', '损坏', '完好', '完好'].map((word) => ({ lon: 1, lat: 2, 甲: word }));
    const { mapping } = propose(tableOf(rows), 'hydrants.csv');
    expect(mapping).toContainEqual({ field: 'status', column: '甲', reason: 'values' });
  });
});

describe('conversion', () => {
  it('makes records, converts units, and lists what is left out with row, column and reason', () => {
    const { records, rejections } = convert(LEDGER, choicesFor(LEDGER, '消火栓.csv'), new Set());
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
      [3, '检查日期', false, 'field.kind'],
      [4, undefined, true, 'import.zeros'],
      [5, undefined, false, 'import.duplicate'],
    ]);
  });

  it.each([
    ['polygon for a point type', { type: 'Polygon', coordinates: [] }, 'hydrant', 'import.geometry'],
    ['NaN', { type: 'Point', coordinates: [Number.NaN, 1] }, 'hydrant', 'import.notNumbers'],
    ['latitude 120', { type: 'Point', coordinates: [31, 120] }, 'hydrant', 'import.swapped'],
    ['metres', { type: 'Point', coordinates: [500_000, 3_400_000] }, 'hydrant', 'import.notDegrees'],
    ['no numbers', { type: 'Point', coordinates: ['a', 'b'] }, 'hydrant', 'import.notNumbers'],
    ['a line of one point', { type: 'LineString', coordinates: [[1, 2]] }, 'roadSegment', 'import.shortLine'],
    ['an open ring', { type: 'Polygon', coordinates: [[[1, 2]]] }, 'district', 'import.shortRing'],
  ] as [string, GeoJSON.Geometry, EntityType, string][])('refuses %s', (_, geometry, entity, code) => {
    const { records, rejections } = convert(
      tableOf([{ a: 1 }], geometry),
      { entity, mode: 'add', mapping: [] },
      new Set(),
    );
    expect(records).toEqual([]);
    expect(rejections).toMatchObject([{ whole: true, issue: { code } }]);
  });

  it.each([
    ['flowLps', '流量(gpm)', '1000', 63.0902],
    ['flowLps', '流量', '15 L/s', 15],
    ['staticPressureMpa', '压力', '0.25MPa', 0.25],
    ['staticPressureMpa', 'pressure (psi)', '60', 0.4136856],
    ['staticPressureMpa', '压力', '2.5 bar', 0.25],
    ['staticPressureMpa', '压力', '350 kPa', 0.35],
    ['mainDiameterMm', '管径', 'DN200', 200],
    ['mainDiameterMm', 'diameter', '6 in', 152.4],
    ['status', 's', 'ACT', 'working'],
    ['status', 's', '埋压、圈占', null],
    ['lastInspection', 'd', '2024年5月1日', '2024-05-01'],
    ['lastInspection', 'd', '20240501', '2024-05-01'],
    ['lastInspection', 'd', '5/1/2024', '2024-05-01'],
    ['lastInspection', 'd', '2024-02-30', null],
    ['lastInspection', 'd', 1714521600000, '2024-05-01'],
    ['flowLps', 'f', '-', undefined],
    ['flowLps', 'f', '9999', null],
  ])('reads %s from “%s” = %j as %j', (field, column, cell, expected) => {
    const spec = ENTITY_SPECS.hydrant.fields.find(({ name }) => name === field)!;
    const converted = convertValue('hydrant', spec, column, cell);
    if (expected === null) expect(converted).toHaveProperty('issue');
    else if (typeof expected === 'number') expect((converted as { value: number }).value).toBeCloseTo(expected, 6);
    else expect(converted).toEqual({ value: expected });
  });
});

describe('an import as a change', () => {
  const plan = () =>
    planOf({
      hydrant: [
        { id: 'old', number: 'X-1', note: 'kept', geometry: point(0, 0) },
        { id: 'other', number: 'Y', geometry: point(5, 0) },
      ],
    });
  const imported = {
    entity: 'hydrant' as const,
    rejections: [],
    records: [
      { id: 'X-1', number: 'X-1', status: 'working', geometry: point(1, 1) },
      { id: 'X-2', number: 'X-2', geometry: point(2, 2) },
    ],
  };
  const idsAfter = (mode: ImportChoices['mode']): string[] => recordsAfter(mode).map(({ id }) => id);
  const recordsAfter = (mode: ImportChoices['mode']) => {
    const target = plan();
    applyChange(target, toChange(imported, mode, target));
    return [...target.records.hydrant.values()];
  };

  it('adds', () => expect(idsAfter('add')).toEqual(['old', 'other', 'X-1', 'X-2']));

  it('updates by number and keeps what the file does not say', () => {
    const records = recordsAfter('update');
    expect(records.map(({ id }) => id)).toEqual(['old', 'other', 'X-2']);
    expect(records[0]).toEqual({
      id: 'old',
      number: 'X-1',
      note: 'kept',
      status: 'working',
      geometry: point(1, 1),
    });
  });

  it('makes several polygons one district of several parts', () => {
    const target = planOf({ district: [{ id: 'old', geometry: rectangle(0, 0, 1, 1) }] });
    const records = [
      { id: 'a', name: 'A', geometry: rectangle(0, 0, 10, 10) },
      { id: 'b', name: 'B', geometry: rectangle(20, 0, 30, 10) },
    ];
    applyChange(target, toChange({ entity: 'district', records, rejections: [] }, 'add', target));
    const [district, ...others] = target.records.district.values();
    expect(others).toEqual([]);
    expect(district).toMatchObject({ id: 'a', name: 'A' });
    expect(district!.geometry.coordinates).toHaveLength(2);
  });

  it('replaces all of the type', () => expect(idsAfter('replace')).toEqual(['X-1', 'X-2']));
});
