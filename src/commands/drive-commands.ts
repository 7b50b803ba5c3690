import type { SpeedFit } from '../analysis/drive/times/speed-fit';
import type { App } from '../store/app';
import { updateSlice } from '../store/app-store';
import { notify } from '../store/notices';
import { setDriveSettings } from './settings-commands';

/** Works out what recorded times say. */
export async function askRunTimes({ store, engine, queue }: App): Promise<void> {
  await queue.settled();
  const report = await engine.runTimes(store.getState().settings.drive);
  if (report.ok) updateSlice(store, 'results', { runTimes: report.value });
  else notify(store, { tone: 'bad', issue: report.issue });
}

/** Takes the fitted speeds, the measured turnout and the time that no length explains for every answer from now on. */
export function takeFittedSpeeds(app: App, fit: SpeedFit): void {
  const speedKmh = Object.fromEntries(
    Object.entries(fit.speedKmh).map(([each, speed]) => [each, Math.round(10 * speed) / 10]),
  ) as SpeedFit['speedKmh'];
  const turnoutS = Math.round(fit.medianTurnoutS + fit.fixedS);
  setDriveSettings(app, { speedKmh, turnoutS, speedFactor: 1, roadSpeeds: false });
  notify(app.store, { tone: 'good', key: 'notice.speedsFitted', params: { turnout: turnoutS } });
}

/** Ranks which station off the run or road cut hurts most, with progress; can be stopped. */
export async function rankLosses({ store, engine, queue }: App): Promise<void> {
  await queue.settled();
  const show = (progress: number): void =>
    updateSlice(store, 'results', { losses: { ...store.getState().results.losses, progress } });
  show(0);
  const { drive } = store.getState().settings;
  const { generation } = store.getState().plan;
  const ranked = await engine.rankLosses(drive, (progress) => {
    if (store.getState().results.losses.progress !== null) show(progress);
  });
  const now = store.getState();
  if (ranked === null || now.settings.drive !== drive || now.plan.generation !== generation) return;
  if (!ranked.ok) notify(store, { tone: 'bad', issue: ranked.issue });
  updateSlice(store, 'results', { losses: { progress: null, answer: ranked.ok ? ranked.value : null } });
}

export async function stopRanking({ store, engine }: App): Promise<void> {
  await engine.stopRanking();
  updateSlice(store, 'results', { losses: { progress: null, answer: null } });
}
