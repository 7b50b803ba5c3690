import { describe, expect, it } from 'vitest';
import { firstChoices, requestOf, withFormat } from '../../../../src/panels/data/export-choices';
import { planOf, point } from '../../../support/plans';

const plan = planOf({
  hydrant: [{ id: 'a', geometry: point(0, 0) }],
  keyUnit: [
    { id: 'u', geometry: point(5, 0) },
    { id: 'v', geometry: point(9, 0) },
  ],
});

describe('choices of the export sheet', () => {
  it('begin with the selection where there is one, else with the first register', () => {
    expect(firstChoices(plan, [], 'en')).toMatchObject({
      format: 'xlsx',
      headers: 'en',
      types: ['hydrant'],
      onlySelected: false,
    });
    const selected = [{ type: 'keyUnit', id: 'v' }] as const;
    expect(firstChoices(plan, selected, 'zh-CN')).toMatchObject({ types: ['keyUnit'], onlySelected: true });
  });

  it('take names for people and codes for programs, and WGS84 for KML', () => {
    const choices = { ...firstChoices(plan, [], 'zh-CN'), crs: 'GCJ02' };
    expect(withFormat(choices, 'geojson', 'zh-CN')).toMatchObject({ headers: 'codes', crs: 'GCJ02' });
    expect(withFormat(choices, 'kml', 'zh-CN')).toMatchObject({ headers: 'zh-CN', crs: 'WGS84' });
  });

  it('count what will be written; what is no longer there does not count', () => {
    const choices = firstChoices(plan, [], 'en');
    expect(requestOf({ ...choices, types: ['hydrant', 'keyUnit'] }, plan, []).count).toBe(3);
    const selected = [
      { type: 'keyUnit', id: 'v' },
      { type: 'keyUnit', id: 'gone' },
    ] as const;
    const { request, count } = requestOf({ ...choices, onlySelected: true }, plan, selected);
    expect(count).toBe(1);
    expect(request).toMatchObject({ types: ['keyUnit'], only: ['keyUnit/v'] });
  });
});
