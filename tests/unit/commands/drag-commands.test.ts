import { expect, it } from 'vitest';
import { cancelDrag, dragHydrant, dropHydrant, grabHydrant } from '../../../src/commands/drag-commands';
import type { App } from '../../../src/store/app';
import { openApp } from '../../support/open-app';
import { at, planOf, point, rectangle } from '../../support/plans';

const OLD = at(500, 500);
const NEW = at(600, 500);

async function appWithHydrant(): Promise<App> {
  const app = await openApp(
    planOf({
      district: [{ id: 'd', geometry: rectangle(0, 0, 1000, 1000) }],
      hydrant: [{ id: 'h', status: 'working', geometry: point(500, 500) }],
    }),
  );
  await expect.poll(() => app.store.getState().results.coverage?.hydrants.counted).toBe(1);
  return app;
}

const placeOf = (app: App) => app.store.getState().plan.plan!.records.hydrant.get('h')!.geometry.coordinates;
const dragOf = (app: App) => app.store.getState().results.drag;

it('shows figures while a hydrant is held and leaves the plan as it is', async () => {
  const app = await appWithHydrant();
  grabHydrant(app, 'h');
  dragHydrant(app, NEW);
  await expect.poll(() => dragOf(app)?.live?.share).toBeGreaterThan(0);
  expect(placeOf(app)).toEqual(OLD);
});

it('keeps a dropped hydrant where it was dropped, shown until the new answer is there', async () => {
  const app = await appWithHydrant();
  const before = app.store.getState().results.coverage;
  grabHydrant(app, 'h');
  dragHydrant(app, NEW);
  const dropped = dropHydrant(app);
  expect(dragOf(app)).toMatchObject({ position: NEW, dropped: true });
  await dropped;
  expect(placeOf(app)).toEqual(NEW);
  await expect.poll(() => dragOf(app)).toBeNull();
  expect(app.store.getState().results.coverage).not.toBe(before);
});

it('puts a hydrant back on Escape, even when the button is released at once', async () => {
  const app = await appWithHydrant();
  grabHydrant(app, 'h');
  dragHydrant(app, NEW);
  cancelDrag(app);
  await dropHydrant(app);
  expect(placeOf(app)).toEqual(OLD);
  expect(dragOf(app)).toBeNull();
  expect(app.store.getState().plan.undo).toBeNull();
});
