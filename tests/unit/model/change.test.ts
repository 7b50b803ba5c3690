import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyChange, touchedTypes } from '../../../src/model/change/apply';
import { type Change, changeOf } from '../../../src/model/change/change';
import type { Plan } from '../../../src/model/plan';
import { planOf, point } from '../../support/plans';

const snapshot = (plan: Plan): unknown =>
  Object.entries(plan.records).map(([type, records]) => [
    type,
    [...records.values()].map((record) => JSON.stringify(record)).sort(),
  ]);

const start = (): Plan =>
  planOf({
    hydrant: Array.from({ length: 6 }, (_, k) => ({ id: `h${k}`, status: 'working', geometry: point(k, 0) })),
    keyUnit: [{ id: 'u', name: 'Mall', geometry: point(0, 9) }],
  });

describe('a change', () => {
  it('is taken back exactly by its inverse, and the inverse of that does it again', () => {
    const id = fc.constantFrom('h0', 'h1', 'h2', 'h3', 'h4', 'h5');
    const fields = fc.record({ note: fc.option(fc.string(), { nil: undefined }), flowLps: fc.nat(60) });
    const changes = fc.record({
      remove: fc.uniqueArray(id, { maxLength: 3 }),
      put: fc.uniqueArray(fc.constantFrom<string>('h0', 'h1', 'new1', 'new2'), { maxLength: 3 }),
      patch: fc.array(fc.tuple(id, fields), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(changes, ({ remove, put, patch }) => {
        const change: Change = changeOf(
          { key: 'edit' },
          {
            remove: remove.map((each) => ({ type: 'hydrant', id: each })),
            put: put.map((each) => ({ type: 'hydrant', entity: { id: each, geometry: point(9, 9) } })),
            patch: patch
              .filter(([each]) => !remove.includes(each) || put.includes(each))
              .map(([each, values]) => ({ type: 'hydrant', id: each, fields: values })),
          },
        );
        const plan = start();
        const before = snapshot(plan);
        const inverse = applyChange(plan, change);
        const after = snapshot(plan);
        const again = applyChange(plan, inverse);
        expect(snapshot(plan)).toEqual(before);
        applyChange(plan, again);
        expect(snapshot(plan)).toEqual(after);
      }),
      { numRuns: 500 },
    );
  });

  it('takes a field away with undefined and counts the revision of the types it touches', () => {
    const plan = start();
    const change = changeOf({ key: 'edit' }, { patch: [{ type: 'keyUnit', id: 'u', fields: { name: undefined } }] });
    const revision = plan.revisions.keyUnit;
    applyChange(plan, change);
    expect(plan.records.keyUnit.get('u')).toEqual({ id: 'u', geometry: point(0, 9) });
    expect(plan.revisions.keyUnit).toBe(revision + 1);
    expect([...touchedTypes(change)]).toEqual(['keyUnit']);
  });

  it('refuses as a whole what the plan does not have', () => {
    const plan = start();
    const before = snapshot(plan);
    const wrong = changeOf(
      { key: 'edit' },
      { remove: [{ type: 'hydrant', id: 'h0' }], patch: [{ type: 'hydrant', id: 'nobody', fields: {} }] },
    );
    expect(() => applyChange(plan, wrong)).toThrow(/nobody/);
    expect(snapshot(plan)).toEqual(before);
  });
});
