import { expect, it } from 'vitest';
import { formatFor } from '../../../src/panels/controls/format';

it('figures carry their unit and group their thousands', () => {
  const format = formatFor('zh-CN');
  expect(format.count(1234567)).toBe('1,234,567');
  expect(format.percent(0.7443)).toBe('74.4 %');
  expect(format.area(70_686)).toBe('70,686 m²');
  expect(format.area(123_456)).toBe('0.12 km²');
  expect(format.area(62_060_000)).toBe('62.06 km²');
  expect(format.metres(381.4)).toBe('381 m');
  expect(format.metres(1530)).toBe('1.53 km');
  expect(format.metres(292_140)).toBe('292 km');
  expect([270, 60, 45.4, 119.7].map(format.duration)).toEqual(['4 min 30 s', '1 min', '45 s', '2 min']);
});

it('a difference has a sign, and none is shown as ±0', () => {
  const format = formatFor('en');
  expect(format.signed(3)).toBe('+3');
  expect(format.signed(-1200)).toBe('−1,200');
  expect(format.points(0.0049)).toBe('+0.5 %');
  expect(format.points(0.0001)).toBe('±0 %');
});
