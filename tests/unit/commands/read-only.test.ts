import { expect, it } from 'vitest';
import { grabHydrant } from '../../../src/commands/drag-commands';
import { addRecordAt, removeSelected, setFields } from '../../../src/commands/plan-commands';
import type { App } from '../../../src/store/app';
import { openAppOn } from '../../support/open-app';
import { TestShelf } from '../../support/plan-shelf';
import { planOf, point } from '../../support/plans';

async function openElsewhere(): Promise<App> {
  const shelf = await TestShelf.with(planOf({ hydrant: [{ id: 'h', note: 'as it was', geometry: point(0, 0) }] }));
  shelf.elsewhere.add('plan-1');
  return openAppOn(shelf);
}

it('refuses every edit of a plan that another tab has open, says why, and leaves record and selection alone', async () => {
  const app = await openElsewhere();
  const ref = { type: 'hydrant', id: 'h' } as const;
  app.store.setState(({ selection }) => ({ selection: { ...selection, records: [ref] } }));
  expect(await setFields(app, ref, { note: 'changed' })).toBe(false);
  await removeSelected(app);
  await addRecordAt(app, 'hydrant', [120, 30]);
  grabHydrant(app, 'h');
  const { plan, selection, notices, results } = app.store.getState();
  expect([...plan.plan!.records.hydrant.values()]).toEqual([{ id: 'h', note: 'as it was', geometry: point(0, 0) }]);
  expect(plan).toMatchObject({ saving: 'readOnly', access: 'read', undo: null });
  expect(selection.records).toEqual([ref]);
  expect(results.drag).toBeNull();
  expect(notices.map(({ issue }) => issue?.code)).toEqual(['storage.otherTab', 'storage.readOnly']);
});
