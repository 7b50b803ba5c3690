import { describe, expect, it } from 'vitest';
import { applyChange } from '../../../src/model/change/apply';
import { addPoint } from '../../../src/model/operations/add-point';
import { closeRoads, openRoads } from '../../../src/model/operations/close-roads';
import { editFields } from '../../../src/model/operations/edit-fields';
import { moveRecord } from '../../../src/model/operations/move-record';
import { newId } from '../../../src/model/operations/new-id';
import { removeRecords } from '../../../src/model/operations/remove-records';
import { repairHydrants } from '../../../src/model/operations/repair-hydrants';
import { at, planOf, point, rectangle } from '../../support/plans';

const plan = planOf({
  hydrant: [
    { id: 'hydrant-1', status: 'working', geometry: point(0, 0) },
    { id: 'hydrant-3', status: 'damaged', geometry: point(10, 0) },
    { id: 'p', status: 'planned', geometry: point(20, 0) },
  ],
  district: [{ id: 'd', geometry: rectangle(0, 0, 10, 10) }],
});

describe('operations', () => {
  it('add a planned hydrant and a planned station with a free id', () => {
    expect(newId(plan, 'hydrant')).toBe('hydrant-4');
    const [put] = addPoint(plan, 'hydrant', at(5, 5)).put;
    expect(put).toEqual({ type: 'hydrant', entity: { id: 'hydrant-4', status: 'planned', geometry: point(5, 5) } });
    expect(addPoint(plan, 'fireStation', at(5, 5)).put[0]!.entity).toMatchObject({ stage: 'planned' });
    expect(() => addPoint(plan, 'district', at(5, 5))).toThrow(/not points/);
  });

  it('move a point, and nothing when it is there already', () => {
    expect(moveRecord(plan, 'hydrant', 'p', at(1, 1)).patch).toHaveLength(1);
    expect(moveRecord(plan, 'hydrant', 'p', at(20, 0)).patch).toHaveLength(0);
    expect(() => moveRecord(plan, 'district', 'd', at(1, 1))).toThrow(/no such point/);
  });

  it('repair what is out of service and leave the rest', () => {
    const ids = ['hydrant-1', 'hydrant-3', 'p', 'nobody'];
    expect(repairHydrants(plan, ids).patch).toEqual([
      { type: 'hydrant', id: 'hydrant-3', fields: { status: 'working' } },
    ]);
  });

  it('remove what is there', () => {
    const refs = [
      { type: 'hydrant', id: 'p' },
      { type: 'hydrant', id: 'nobody' },
    ] as const;
    expect(removeRecords(plan, refs).remove).toEqual([{ type: 'hydrant', id: 'p' }]);
  });

  it.each([
    [{ flowLps: 15.5 }, true],
    [{ flowLps: undefined }, true],
    [{ flowLps: -1 }, 'field.range'],
    [{ flowLps: Number.NaN }, 'field.kind'],
    [{ flowLps: '15' }, 'field.kind'],
    [{ status: 'working' }, true],
    [{ status: 'fine' }, 'field.choice'],
    [{ lastInspection: '2026-02-28' }, true],
    [{ lastInspection: '2026-02-30' }, 'field.kind'],
    [{ nonsense: 1 }, 'field.unknown'],
  ])('edit fields %j → %s', (fields, expected) => {
    const edit = editFields(plan, 'hydrant', 'p', fields);
    if (expected === true) expect(edit.ok).toBe(true);
    else expect(edit).toMatchObject({ ok: false, issue: { code: expected } });
  });
});

describe('closing roads', () => {
  const line = { type: 'LineString', coordinates: [at(0, 0), at(100, 0)] } as const;
  it('closes what is open, opens what is closed, and undoes exactly', () => {
    const plan = planOf({
      roadSegment: [
        { id: 'a', geometry: line },
        { id: 'b', geometry: line, closed: true },
      ],
    });
    const change = closeRoads(plan, ['a', 'b', 'gone']);
    expect(change.patch.map(({ id }) => id)).toEqual(['a']);
    const reverse = applyChange(plan, change);
    expect(plan.records.roadSegment.get('a')?.closed).toBe(true);
    applyChange(plan, reverse);
    expect(plan.records.roadSegment.get('a')).toEqual({ id: 'a', geometry: line });
    applyChange(plan, openRoads(plan, ['a', 'b']));
    expect(plan.records.roadSegment.get('b')).toEqual({ id: 'b', geometry: line });
  });
});
