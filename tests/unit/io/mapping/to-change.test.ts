import { describe, expect, it } from 'vitest';
import type { ImportChoices } from '../../../../src/io/mapping/import-plan';
import { effectsOf, toChange } from '../../../../src/io/mapping/to-change';
import { applyChange } from '../../../../src/model/change/apply';
import { planOf, point, rectangle } from '../../../support/plans';

describe('an import as a change', () => {
  const plan = () =>
    planOf({
      hydrant: [
        { id: 'old', number: 'X-1', note: 'kept', geometry: point(0, 0) },
        { id: 'other', number: 'Y', geometry: point(5, 0) },
      ],
    });
  const imported: Parameters<typeof toChange>[0] = {
    entity: 'hydrant',
    madeUp: new Set<string>(),
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
    applyChange(target, toChange({ entity: 'district', records, madeUp: new Set() }, 'add', target));
    const [district, ...others] = target.records.district.values();
    expect(others).toEqual([]);
    expect(district).toMatchObject({ id: 'a', name: 'A' });
    expect(district!.geometry.coordinates).toHaveLength(2);
  });

  it('replaces all of the type', () => expect(idsAfter('replace')).toEqual(['X-1', 'X-2']));

  it('never takes an id that the plan has for a record that the file does not number', () => {
    const target = planOf({ hydrant: [{ id: 'hydrant-1', number: 'P', geometry: point(0, 0) }] });
    const records = [{ id: 'hydrant-1', geometry: point(9, 9) }];
    const file = { entity: 'hydrant' as const, records, madeUp: new Set(['hydrant-1']) };
    for (const mode of ['add', 'update'] as const) {
      const { put, patch, remove } = toChange(file, mode, target);
      expect([put.map(({ entity }) => entity.id), patch, remove]).toEqual([['hydrant-2'], [], []]);
    }
  });

  it('updates twice to the same, also where a number stands twice in the file', () => {
    const target = plan();
    const file = {
      entity: 'hydrant' as const,
      madeUp: new Set(['hydrant-1']),
      records: [
        { id: 'X-1', number: 'X-1', geometry: point(1, 1) },
        { id: 'hydrant-1', number: 'X-1', geometry: point(2, 2) },
      ],
    };
    applyChange(target, toChange(file, 'update', target));
    const once = JSON.stringify([...target.records.hydrant]);
    expect(effectsOf(file, target).update).toEqual({ added: 0, changed: 0, unchanged: 2, removed: 0, moved: 0 });
    applyChange(target, toChange(file, 'update', target));
    expect(JSON.stringify([...target.records.hydrant])).toBe(once);
  });

  it('says beforehand what each way would do', () => {
    expect(effectsOf(imported, plan())).toEqual({
      add: { added: 2, changed: 0, unchanged: 0, removed: 0, moved: 0 },
      update: { added: 1, changed: 1, unchanged: 0, removed: 0, moved: 0 },
      replace: { added: 2, changed: 0, unchanged: 0, removed: 2, moved: 0 },
    });
    for (const mode of ['add', 'update', 'replace'] as const) {
      const { put, patch, remove } = toChange(imported, mode, plan());
      const { added, changed, removed } = effectsOf(imported, plan())[mode];
      expect([put.length, patch.length, remove.length]).toEqual([added, changed, removed]);
    }
  });

  it('counts records of a known number that would move more than a kilometre', () => {
    const away = { ...imported, records: [{ id: 'X-1', number: 'X-1', geometry: point(1200, 0) }] };
    expect(effectsOf(away, plan()).update).toMatchObject({ changed: 1, moved: 1 });
  });
});
