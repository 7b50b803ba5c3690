import type { App } from './app';
import { updateSlice } from './app-store';
import { driveAsk } from './drive-ask';
import { Latest } from './latest';
import { metricOf } from './metric';
import type { AppState } from './state';
import { waterAsk } from './water-ask';

/** Keeps the results in step with plan and settings; returns the function that stops it. */
export function runAnalyses(app: App): () => void {
  const coverage = new Latest<void>(() => answerCoverage(app));
  const response = new Latest<void>(() => ANSWERS[metricOf(app.store.getState())](app));
  const stops = [
    watch(
      app,
      ({ plan }) => [plan.generation, plan.revision],
      () => updateSlice(app.store, 'results', { runTimes: null }),
    ),
    watch(
      app,
      ({ plan, settings }) => [plan.generation, plan.revision, settings.drive],
      () => forgetLosses(app),
    ),
    watch(
      app,
      ({ plan, settings }) => [plan.generation, plan.revision, settings.coverage],
      () => coverage.request(),
    ),
    watch(
      app,
      ({ plan, settings, view, selection }) => [
        plan.generation,
        plan.revision,
        settings.response,
        settings.drive,
        settings.hose,
        settings.metric,
        view.landBy,
        selection.place,
        settings.compareStationIds,
        view.job === 'response',
      ],
      () => {
        if (app.store.getState().view.job === 'response') response.request();
      },
    ),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

const ANSWERS = { roads: answerDrive, radius: answerResponse, water: answerWater } as const;

/** A ranking for a plan or settings that are no more is neither shown nor worked out to the end. */
function forgetLosses({ store, engine }: App): void {
  const { losses } = store.getState().results;
  if (losses.progress !== null) void engine.stopRanking();
  if (losses.progress !== null || losses.answer)
    updateSlice(store, 'results', { losses: { progress: null, answer: null } });
}

async function answerCoverage({ store, engine, queue }: App): Promise<void> {
  const { plan, settings } = store.getState();
  if (plan.status !== 'ready') return;
  updateSlice(store, 'results', { coverageBusy: true });
  await queue.settled();
  const [answer, discs] = await Promise.all([engine.coverage(settings.coverage), engine.discs(settings.coverage)]);
  if (store.getState().plan.generation !== plan.generation) return;
  const { baseline, drag } = store.getState().results;
  updateSlice(store, 'results', {
    coverageBusy: false,
    drag: drag?.dropped ? null : drag,
    coverage: answer.ok ? answer.value : null,
    coverageIssue: answer.ok ? null : answer.issue,
    discs: { triples: discs.discs, ids: discs.ids },
    ...(baseline === null && answer.ok && !settings.coverage.countPlanned ? { baseline: answer.value } : {}),
  });
}

async function answerResponse({ store, engine, queue }: App): Promise<void> {
  const { plan, settings } = store.getState();
  if (plan.status !== 'ready') return;
  updateSlice(store, 'results', { responseBusy: true });
  await queue.settled();
  const answer = await engine.response(settings.response);
  const other = settings.compareStationIds
    ? await engine.response({ ...settings.response, stationIds: settings.compareStationIds })
    : null;
  if (store.getState().plan.generation !== plan.generation) return;
  updateSlice(store, 'results', {
    responseBusy: false,
    response: answer.ok ? answer.value : null,
    responseIssue: answer.ok ? null : answer.issue,
    responseCompare: other?.ok ? other.value : null,
  });
}

async function answerDrive({ store, engine, queue }: App): Promise<void> {
  const { plan, settings } = store.getState();
  if (plan.status !== 'ready') return;
  updateSlice(store, 'results', { responseBusy: true });
  await queue.settled();
  const view = await engine.drive(driveAsk(store.getState()));
  const other = settings.compareStationIds
    ? await engine.driveAnswer({ ...settings.drive, stationIds: settings.compareStationIds })
    : null;
  if (store.getState().plan.generation !== plan.generation) return;
  updateSlice(store, 'results', {
    responseBusy: false,
    drive: view.ok ? view.value : null,
    driveIssue: view.ok ? null : view.issue,
    driveCompare: other?.ok ? other.value : null,
  });
}

async function answerWater({ store, engine, queue }: App): Promise<void> {
  const { plan } = store.getState();
  if (plan.status !== 'ready') return;
  updateSlice(store, 'results', { responseBusy: true });
  await queue.settled();
  const view = await engine.water(waterAsk(store.getState()));
  if (store.getState().plan.generation !== plan.generation) return;
  updateSlice(store, 'results', {
    responseBusy: false,
    water: view.ok ? view.value : null,
    waterIssue: view.ok ? null : view.issue,
  });
}

/** Calls back when one of the picked values changed. */
function watch({ store }: App, pick: (state: AppState) => readonly unknown[], changed: () => void): () => void {
  let before = pick(store.getState());
  return store.subscribe((state) => {
    const now = pick(state);
    if (now.every((value, index) => Object.is(value, before[index]))) return;
    before = now;
    changed();
  });
}
