import { expect, it } from 'vitest';
import { folded, nameForms } from '../../../../src/io/mapping/names';

it('folds what people write differently and mean alike', () => {
  expect(folded('經 度')).toBe('经度');
  expect(folded('ＬＯＮ_ＧＣＪ')).toBe('longcj');
  expect(folded('流量（L/s）')).toBe('流量');
  expect(folded('Hydrant-No.')).toBe('hydrantno');
  expect(folded('狀態*')).toBe('状态');
});

it('also knows a name without the unit at its end', () => {
  expect(nameForms('静压MPa')).toEqual(['静压mpa', '静压']);
  expect(nameForms('static_psi')).toEqual(['staticpsi', 'static']);
  expect(nameForms('编号')).toEqual(['编号']);
});
