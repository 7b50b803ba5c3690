import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readingOf } from '../../../../src/io/mapping/column-reading';
import { cellReader } from '../../../../src/io/mapping/convert-value';
import type { ColumnReading } from '../../../../src/io/mapping/import-plan';
import { numberIn } from '../../../../src/io/mapping/numbers';
import { ENTITY_SPECS, type EntityType } from '../../../../src/model/entities/registry';
import type { FieldSpec } from '../../../../src/model/entities/spec';

function specOf(type: EntityType, field: string): FieldSpec {
  return (ENTITY_SPECS[type].fields as readonly FieldSpec[]).find(({ name }) => name === field)!;
}

function read(field: string, column: string, cell: unknown, reading?: ColumnReading) {
  return cellReader('hydrant', specOf('hydrant', field), column, reading)(cell);
}

describe('a cell', () => {
  it.each([
    ['flowLps', '流量(gpm)', '1000', 63.0901964],
    ['flowLps', '流量', '15 L/s', 15],
    ['flowLps', '流量(m³/h)', '54', 15],
    ['flowLps', '流量(方/小时)', '54', 15],
    ['flowLps', 'flow', '900 L/min', 15],
    ['flowLps', '流量(L/s)', '900 L/min', 15],
    ['staticPressureMpa', '压力', '0.25MPa', 0.25],
    ['staticPressureMpa', '压力', '0.25兆帕', 0.25],
    ['staticPressureMpa', 'pressure (psi)', '60', 0.413685437],
    ['staticPressureMpa', 'static_psi', '60', 0.413685437],
    ['staticPressureMpa', '压力', '2.5 bar', 0.25],
    ['staticPressureMpa', '压力', '2.5kgf/cm²', 0.24516625],
    ['staticPressureMpa', '压力', '2.5公斤', 0.24516625],
    ['staticPressureMpa', '压力', '350 kPa', 0.35],
    ['staticPressureMpa', '压力', '0,25', 0.25],
    ['staticPressureMpa', '压力', '０．３５', 0.35],
    ['mainDiameterMm', '管径', 'DN200', 200],
    ['mainDiameterMm', '管径', 'DN 100', 100],
    ['mainDiameterMm', '管径', 'Φ150', 150],
    ['mainDiameterMm', 'diameter', '6 in', 152.4],
    ['mainDiameterMm', 'diameter', '4"', 101.6],
    ['mainDiameterMm', 'diameter', '2 1/2 in', 63.5],
    ['mainDiameterMm', 'MAIN_SIZE_IN', '8', 203.2],
    ['status', 's', 'ACT', 'working'],
    ['status', 's', '完好', 'working'],
    ['status', 's', '損壞', 'damaged'],
    ['status', 's', '埋压、圈占', 'blocked'],
    ['status', 's', '完好（已核查）', 'working'],
    ['status', 's', '完好、损坏', null],
    ['status', 's', '1', null],
    ['kind', 'k', 'belowGround', 'belowGround'],
    ['lastInspection', 'd', '2024年5月1日', '2024-05-01'],
    ['lastInspection', 'd', '2024-02-30', null],
    ['lastInspection', 'd', 1714521600000, '2024-05-01'],
    ['flowLps', 'f', '-', undefined],
    ['flowLps', 'f', '不详', undefined],
    ['flowLps', 'f', null, undefined],
    ['flowLps', 'f', '9999', null],
    ['flowLps', 'f', '-5', null],
    ['flowLps', 'f', '大', null],
  ])('of %s under “%s” %j becomes %j', (field, column, cell, expected) => {
    const converted = read(field, column, cell);
    if (expected === null) expect(converted).toHaveProperty('issue');
    else if (typeof expected === 'number') expect((converted as { value: number }).value).toBeCloseTo(expected, 6);
    else expect(converted).toEqual({ value: expected });
  });

  it('means what somebody says a word means, or nothing', () => {
    const words = { 良: 'working', x: '' };
    expect(read('status', 's', '良', { words })).toEqual({ value: 'working' });
    expect(read('status', 's', 'X', { words })).toEqual({ value: undefined });
    expect(read('status', 's', '差', { words })).toHaveProperty('issue.code', 'field.choice');
  });

  it('of a flag is yes or no in either language', () => {
    const flag = cellReader('keyUnit', specOf('keyUnit', 'highRisk'), '高危');
    expect(['是', 'Y', true, '√'].map(flag)).toEqual(Array(4).fill({ value: true }));
    expect(['否', 'no', false, '无'].map(flag)).toEqual(Array(4).fill({ value: false }));
  });

  it('of money or area in large units is brought to the plan’s', () => {
    const cost = cellReader('candidateSite', specOf('candidateSite', 'costCny'), '造价（万元）');
    expect(cost('350.5')).toEqual({ value: 3_505_000 });
    expect(cost('1.2亿')).toEqual({ value: 120_000_000 });
    const area = cellReader('candidateSite', specOf('candidateSite', 'areaM2'), '用地面积');
    expect((area('6亩') as { value: number }).value).toBeCloseTo(4000, 6);
    expect(area('0.4公顷')).toEqual({ value: 4000 });
    expect(cellReader('subdistrict', specOf('subdistrict', 'people'), '人口（万人）')('7.35')).toEqual({
      value: 73_500,
    });
  });
});

describe('how a column is read', () => {
  const pressure = specOf('hydrant', 'staticPressureMpa');

  it('takes the unit from the header, else from the cells, else from the size of the numbers, and says which', () => {
    expect(readingOf(pressure, '压力(bar)', ['3'])).toEqual({ unit: 'bar', unitFrom: 'header' });
    expect(readingOf(pressure, '压力', ['300 kPa', '310'])).toEqual({ unit: 'kPa', unitFrom: 'cells' });
    expect(readingOf(pressure, 'pressure', [55, 60, 72])).toEqual({ unit: 'psi', unitFrom: 'size' });
    expect(readingOf(pressure, '压力', ['0.3', '0.25', '0.28'])).toBeUndefined();
  });

  it('lets the unit of the cells count for bare numbers of the column', () => {
    const reading = readingOf(pressure, '压力', ['300 kPa', '310']);
    expect(read('staticPressureMpa', '压力', '310', reading)).toEqual({ value: 0.31 });
  });

  it('lets a unit chosen by hand count before the header’s', () => {
    expect(read('flowLps', '流量(L/s)', '3600', { unit: 'm³/h', unitFrom: 'user' })).toHaveProperty('issue');
    expect(read('flowLps', '流量(L/s)', '36', { unit: 'm³/h', unitFrom: 'user' })).toEqual({ value: 10 });
  });
});

describe('a number in a text', () => {
  it.each([
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1,234', 1234],
    ['1,234,567', 1_234_567],
    ['12,5', 12.5],
    ['0,250', 0.25],
    ['1 234.5', 1234.5],
    ["1'234", 1234],
    ['约30米', 30],
    ['15-20 L/s', 15],
    ['-3.5e2', -350],
    ['none', null],
  ])('“%s” is %j', (text, value) => expect(numberIn(text)).toBe(value));

  it('is what was written', () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (value) => {
        const text = value.toFixed(3);
        expect(numberIn(`${text} L/s`)).toBe(Number(text));
      }),
    );
  });
});
