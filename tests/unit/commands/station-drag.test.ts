import { describe, expect, it } from 'vitest';
import { rankLosses, stopRanking } from '../../../src/commands/drive-commands';
import { cancelStationDrag, dragStation, dropStation, grabStation } from '../../../src/commands/station-drag-commands';
import type { App } from '../../../src/store/app';
import { updateSlice } from '../../../src/store/app-store';
import { metricOf } from '../../../src/store/metric';
import { openAppOn } from '../../support/open-app';
import { TestShelf } from '../../support/plan-shelf';
import { at, planOf, point, rectangle } from '../../support/plans';

const STREET = { id: 'r', geometry: { type: 'LineString' as const, coordinates: [at(0, 0), at(6000, 0)] } };

async function openStreet(): Promise<App> {
  const app = await openAppOn(
    await TestShelf.with(
      planOf({
        district: [{ id: 'd', geometry: rectangle(-100, -500, 7000, 500) }],
        roadSegment: [STREET],
        fireStation: [{ id: 's', geometry: point(0, 10) }],
        keyUnit: [{ id: 'u', geometry: point(5900, 10) }],
      }),
    ),
  );
  const { store, engine } = app;
  updateSlice(store, 'view', { job: 'response' });
  const view = await engine.drive({
    settings: store.getState().settings.drive,
    landBy: 'time',
    held: null,
    place: null,
  });
  updateSlice(store, 'results', { drive: view.ok ? view.value : null });
  return app;
}
const within = ({ store }: App) => store.getState().results.drive?.answer.limit?.reach.keyUnits?.within;

describe('a station under the pointer', () => {
  it('is answered for where it is held, and put back with the old answer', async () => {
    const app = await openStreet();
    expect(within(app)).toBe(0);
    grabStation(app, 's');
    dragStation(app, at(5000, 10));
    expect(app.store.getState().results.heldStation).toEqual({ id: 's', position: at(5000, 10) });
    await expect.poll(() => within(app)).toBe(1);
    cancelStationDrag(app);
    expect(within(app)).toBe(0);
    expect(app.store.getState().results.heldStation).toBeNull();
    expect(app.store.getState().plan.undo).toBeNull();
  });

  it('is moved as one step when dropped', async () => {
    const app = await openStreet();
    grabStation(app, 's');
    dragStation(app, at(4000, 10));
    dragStation(app, at(5000, 10));
    await dropStation(app);
    const { plan } = app.store.getState();
    expect(plan.plan?.records.fireStation.get('s')?.geometry).toEqual(point(5000, 10));
    expect(app.history.undoLabel).toMatchObject({ key: 'move' });
    expect(app.history.back()).not.toBeNull();
    expect(app.history.back()).toBeNull();
  });
});

describe('the ranking of losses', () => {
  it('shows its answer, and nothing once stopped', async () => {
    const app = await openStreet();
    await rankLosses(app);
    expect(app.store.getState().results.losses).toMatchObject({
      progress: null,
      answer: { kind: 'keyUnits', total: 1 },
    });
    const running = rankLosses(app);
    await stopRanking(app);
    await running;
    expect(app.store.getState().results.losses.progress).toBeNull();
  });
});

it('response goes along the roads where the plan has any, unless told otherwise', async () => {
  const { store } = await openStreet();
  expect(metricOf(store.getState())).toBe('roads');
  updateSlice(store, 'settings', { metric: 'radius' });
  expect(metricOf(store.getState())).toBe('radius');
  updateSlice(store, 'settings', { metric: 'auto' });
  updateSlice(store, 'plan', { plan: planOf({}) });
  expect(metricOf(store.getState())).toBe('radius');
});
