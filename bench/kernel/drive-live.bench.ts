import { DEFAULT_DRIVE_SETTINGS } from '../../src/analysis/drive/settings';
import { createDemoZone } from '../../src/demo/demo-zone';
import { applyChange } from '../../src/model/change/apply';
import { changeOf } from '../../src/model/change/change';
import { emptyPlan } from '../../src/model/plan';
import { DriveDesk } from '../../src/worker/drive-desk';
import { DrivePlan } from '../../src/worker/drive-plan';
import { line } from '../support/measure';

const MOVES = 150;
const STATION = [118.3302139, 31.2701559] as const;

/** What the worker does for one move of a station: search, shares, latest places, λ, roads and land as bytes. */
const { info, records } = createDemoZone();
const plan = emptyPlan(info);
applyChange(plan, changeOf({ key: 'open' }, { put: records }));
const desk = new DriveDesk(new DrivePlan());
for (const landBy of ['time', 'station'] as const) {
  const move = (k: number): void => {
    const position = [STATION[0] + 0.01 * Math.sin(k / 9), STATION[1] + 0.006 * Math.cos(k / 7)] as const;
    desk.view(plan, { settings: DEFAULT_DRIVE_SETTINGS, landBy, held: { id: 'station-1', position }, place: null });
  };
  for (let k = 0; k < MOVES; k++) move(k);
  line(
    `moving the demonstration zone's station, land by ${landBy}`,
    `${cpuMs(() => move(MOVES))} ms CPU`,
    'asked: under 33 ms',
  );
}
const close = (id: string, closed: boolean): void => {
  applyChange(plan, changeOf({ key: 'edit' }, { patch: [{ type: 'roadSegment', id, fields: { closed } }] }));
  desk.view(plan, { settings: DEFAULT_DRIVE_SETTINGS, landBy: 'time', held: null, place: null });
};
for (const id of ['road-40', 'road-71', 'road-200']) {
  close(id, true);
  close(id, false);
}
let closed = false;
line(
  'closing and opening the bridge of the main street in turn',
  `${cpuMs(() => {
    closed = !closed;
    close('road-71', closed);
  })} ms CPU`,
);

/** Processor time of the median of several runs, the collector's threads included. */
function cpuMs(job: () => void): string {
  const times = Array.from({ length: 25 }, () => {
    const before = process.cpuUsage();
    job();
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }).sort((a, b) => a - b);
  return times[12]!.toFixed(1);
}
