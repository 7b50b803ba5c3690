import { DEFAULT_DRIVE_SETTINGS } from './src/analysis/drive/settings';
import { createDemoZone } from './src/demo/demo-zone';
import { applyChange } from './src/model/change/apply';
import { changeOf } from './src/model/change/change';
import { emptyPlan } from './src/model/plan';
import { DriveDesk } from './src/worker/drive-desk';

const { info, records } = createDemoZone();
const plan = emptyPlan(info);
applyChange(plan, changeOf({ key: 'open' }, { put: records }));
applyChange(
  plan,
  changeOf(
    { key: 'x' },
    {
      put: [
        {
          type: 'fireStation',
          entity: { id: 's2', class: 'second', geometry: { type: 'Point', coordinates: [118.37, 31.29] } },
        },
      ],
    },
  ),
);
const desk = new DriveDesk();
for (let k = 0; k < 40; k++) {
  const t = process.cpuUsage();
  const v = desk.view(
    plan,
    DEFAULT_DRIVE_SETTINGS,
    k % 2 ? 'time' : 'station',
    k === 0 ? null : { id: 'station-1', position: [118.33 + k * 0.001, 31.27] },
  );
  const u = process.cpuUsage(t);
  if (!v.ok) throw new Error(JSON.stringify(v.issue));
  if (k < 2 || k > 30)
    console.log(
      ((u.user + u.system) / 1000).toFixed(1),
      v.value.roads.length,
      v.value.land.layer.length,
      [...v.value.land.areaM2],
      v.value.answer.limit?.reach.buildings?.share,
    );
}
