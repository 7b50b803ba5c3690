import type { LonLat } from '../base/coordinates';
import { moveRecord } from '../model/operations/move-record';
import type { App } from '../store/app';
import { updateSlice } from '../store/app-store';
import { driveAsk } from '../store/drive-ask';
import { Latest } from '../store/latest';
import { metricOf } from '../store/metric';
import { commitChange } from '../store/plan-session';
import type { ResultsSlice } from '../store/state';
import { showsWater, waterAsk } from '../store/water-ask';

interface Drag {
  readonly id: string;
  readonly live: Latest<LonLat>;
  /** The answers from before, put back by Escape. */
  readonly before: Pick<ResultsSlice, 'drive' | 'water'>;
  ended: boolean;
}

let current: Drag | null = null;

/** Takes a station under the pointer; the plan stays as it is until `dropStation`. */
export function grabStation(app: App, id: string): void {
  const { drive, water } = app.store.getState().results;
  const before = { drive, water };
  const drag: Drag = { id, before, live: new Latest((position) => follow(app, drag, position)), ended: false };
  current = drag;
}

/** The pointer moved: the sign follows at once, everything that is asked along the roads or about water as the engine answers. */
export function dragStation(app: App, position: LonLat): void {
  if (!current) return;
  updateSlice(app.store, 'results', { heldStation: { id: current.id, position } });
  const state = app.store.getState();
  if (state.view.job === 'response' && metricOf(state) !== 'radius') current.live.request(position);
}

/** Makes the move an edit. */
export async function dropStation(app: App): Promise<void> {
  const { results, plan } = app.store.getState();
  end();
  const { heldStation } = results;
  updateSlice(app.store, 'results', { heldStation: null });
  if (heldStation && plan.plan)
    await commitChange(app, moveRecord(plan.plan, 'fireStation', heldStation.id, heldStation.position));
}

/** Escape: puts it back, and the answers from before with it. */
export function cancelStationDrag(app: App): void {
  const before = current?.before;
  end();
  updateSlice(app.store, 'results', { heldStation: null, ...before });
}

function end(): void {
  if (!current) return;
  current.ended = true;
  current.live.cancel();
  current = null;
}

async function follow({ store, engine }: App, drag: Drag, position: LonLat): Promise<void> {
  const state = store.getState();
  if (showsWater(state)) {
    const water = await engine.water({ ...waterAsk(state), heldStation: { id: drag.id, position } });
    if (!drag.ended && water.ok) updateSlice(store, 'results', { water: water.value });
    return;
  }
  const view = await engine.drive({ ...driveAsk(state), held: { id: drag.id, position } });
  if (!drag.ended && view.ok) updateSlice(store, 'results', { drive: view.value });
}
