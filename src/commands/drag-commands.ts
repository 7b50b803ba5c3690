import type { LonLat } from '../base/coordinates';
import { moveRecord } from '../model/operations/move-record';
import type { App } from '../store/app';
import { updateSlice } from '../store/app-store';
import { Latest } from '../store/latest';
import { commitChange, mayEdit } from '../store/plan-session';
import type { ResultsSlice } from '../store/state';
import { showsWater, waterAsk } from '../store/water-ask';

/** Gap rings follow the pointer while one answer takes no longer than this; with more hydrants they follow the drop. */
const GAP_BUDGET_MS = 40;

interface Drag {
  readonly id: string;
  readonly live: Latest<LonLat>;
  /** The answer from before, put back by Escape. */
  readonly water: ResultsSlice['water'];
  gapMs: number;
  ended: boolean;
}

let current: Drag | null = null;

/** Takes a hydrant under the pointer; the plan stays as it is until `dropHydrant`. */
export function grabHydrant(app: App, id: string): void {
  if (!mayEdit(app)) return;
  const live = new Latest<LonLat>((position) => follow(app, drag, position));
  const drag: Drag = { id, live, water: app.store.getState().results.water, gapMs: 0, ended: false };
  current = drag;
}

/** The pointer moved: the point follows at once, figures and gaps as the engine answers. */
export function dragHydrant(app: App, position: LonLat): void {
  if (!current) return;
  const { drag } = app.store.getState().results;
  const same = drag?.id === current.id && !drag.dropped ? drag : null;
  updateSlice(app.store, 'results', {
    drag: { id: current.id, position, live: same?.live ?? null, gaps: same?.gaps ?? null, dropped: false },
  });
  current.live.request(position);
}

/** Makes the move an edit; what the drag showed stays until the new answer comes. */
export async function dropHydrant(app: App): Promise<void> {
  const { drag } = app.store.getState().results;
  const { plan } = app.store.getState().plan;
  // Escape has put it back while the button was still down.
  if (!current) return;
  end(app);
  if (!drag || !plan) return;
  updateSlice(app.store, 'results', { drag: { ...drag, dropped: true } });
  updateSlice(app.store, 'view', { dragHint: false });
  await commitChange(app, moveRecord(plan, 'hydrant', drag.id, drag.position));
}

/** Escape: puts it back. */
export function cancelDrag(app: App): void {
  const before = current?.water;
  end(app);
  updateSlice(app.store, 'results', { drag: null, ...(before ? { water: before } : {}) });
}

function end(app: App): void {
  if (!current) return;
  current.ended = true;
  current.live.cancel();
  current = null;
  void app.engine.endPreview();
}

async function follow(app: App, drag: Drag, position: LonLat): Promise<void> {
  const { store, engine } = app;
  const settings = store.getState().settings.coverage;
  if (showsWater(store.getState())) {
    const water = await engine.water({ ...waterAsk(store.getState()), held: { id: drag.id, position } });
    if (!drag.ended && water.ok) updateSlice(store, 'results', { water: water.value });
  }
  const live = await engine.previewHydrant(settings, { id: drag.id, position });
  if (drag.ended) return;
  if (live.ok) updateDrag(app, { live: live.value });
  if (drag.gapMs > GAP_BUDGET_MS) return;
  const started = performance.now();
  const gaps = await engine.previewGaps(settings, { id: drag.id, position });
  drag.gapMs = performance.now() - started;
  if (!drag.ended && gaps.ok) updateDrag(app, { gaps: gaps.value });
}

function updateDrag(
  { store }: App,
  fields: Partial<NonNullable<ReturnType<typeof store.getState>['results']['drag']>>,
): void {
  const { drag } = store.getState().results;
  if (drag) updateSlice(store, 'results', { drag: { ...drag, ...fields } });
}
