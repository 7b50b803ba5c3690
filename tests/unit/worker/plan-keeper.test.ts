import { describe, expect, it } from 'vitest';
import { planFileOf, readPlanFile } from '../../../src/io/geopackage/plan-file';
import { changeOf, type PutRecord } from '../../../src/model/change/change';
import type { Plan } from '../../../src/model/plan';
import { forbiddenShelf } from '../../../src/worker/database/forbidden-shelf';
import { storageIssue } from '../../../src/worker/database/storage-issue';
import { PlanKeeper } from '../../../src/worker/plan-keeper';
import { DEFAULT_PLAN_SETTINGS } from '../../../src/worker/plan-settings';
import { TestShelf } from '../../support/plan-shelf';
import { planOf, point } from '../../support/plans';

const named = (name: string, ...ids: string[]): Plan => {
  const plan = planOf({ hydrant: ids.map((id) => ({ id, geometry: point(0, 0) })) });
  plan.info = { ...plan.info, name };
  return plan;
};

const add = (id: string) =>
  changeOf({ key: 'add' }, { put: [{ type: 'hydrant', entity: { id, geometry: point(1, 1) } }] });

async function open(keeper: PlanKeeper, key: string) {
  const records: PutRecord[] = [];
  const opened = await keeper.open(key, (batch) => void records.push(...batch));
  return { opened, ids: records.map(({ entity }) => entity.id) };
}

describe('keeping plans', () => {
  it('keeps several side by side and finds each as it was left', async () => {
    const shelf = await TestShelf.with(named('北区', 'a'), named('南区', 'b'));
    const keeper = new PlanKeeper(async () => shelf);
    expect((await open(keeper, 'plan-1')).ids).toEqual(['a']);
    await keeper.append([add('a2')]);
    await keeper.saveSettings({
      ...DEFAULT_PLAN_SETTINGS,
      coverage: { ...DEFAULT_PLAN_SETTINGS.coverage, radiusM: 120 },
    });
    expect((await open(keeper, 'plan-2')).ids).toEqual(['b']);
    const again = await open(keeper, 'plan-1');
    expect(again.ids).toEqual(['a', 'a2']);
    expect(again.opened).toMatchObject({ value: { settings: { coverage: { radiusM: 120 } } } });
  });

  it('begins a plan in the background under a name of its own', async () => {
    const shelf = await TestShelf.with(named('北区', 'a'));
    const keeper = new PlanKeeper(async () => shelf);
    const plan = named('北区', 'x');
    await keeper.begin(plan);
    expect(plan.info.name).toBe('北区 (2)');
    await keeper.append([add('y')]);
    expect(await keeper.state()).toEqual({ key: 'plan-2', access: 'write', issue: null });
    expect((await open(keeper, 'plan-2')).ids).toEqual(['x', 'y']);
    expect((await keeper.list()).map(({ name }) => name)).toEqual(['北区', '北区 (2)']);
  });

  it('copies, renames and removes plans, but not what another tab has open', async () => {
    const shelf = await TestShelf.with(named('北区', 'a'), named('南区', 'b'));
    const keeper = new PlanKeeper(async () => shelf);
    await open(keeper, 'plan-1');
    await keeper.append([add('a2')]);
    await keeper.duplicate('plan-1');
    await keeper.rename('plan-1', '东区');
    expect((await keeper.list()).map(({ name }) => name)).toEqual(['东区', '南区', '北区 (2)']);
    expect((await open(keeper, 'plan-3')).ids).toEqual(['a', 'a2']);
    shelf.elsewhere.add('plan-2');
    expect(await keeper.remove('plan-2')).toMatchObject({ ok: false, issue: { code: 'storage.inUse' } });
    expect(await keeper.rename('plan-2', 'x')).toMatchObject({ ok: false, issue: { code: 'storage.inUse' } });
    expect(await keeper.remove('plan-1')).toMatchObject({ ok: true });
  });

  it('only shows what another tab has open', async () => {
    const shelf = await TestShelf.with(named('北区', 'a'));
    shelf.elsewhere.add('plan-1');
    const keeper = new PlanKeeper(async () => shelf);
    expect((await open(keeper, 'plan-1')).ids).toEqual(['a']);
    expect(await keeper.state()).toMatchObject({ key: 'plan-1', access: 'read', issue: { code: 'storage.otherTab' } });
    expect(await keeper.append([add('b')])).toMatchObject({ ok: false, issue: { code: 'storage.readOnly' } });
  });

  it('opens a file as a plan beside the others; what cannot be opened changes nothing', async () => {
    const shelf = await TestShelf.with(named('北区', 'a'));
    const keeper = new PlanKeeper(async () => shelf);
    await open(keeper, 'plan-1');
    const bytes = await planFileOf(named('北区', 'c'));
    const broken = await keeper.openFile('half.gpkg', bytes.slice(0, 9000), () => undefined);
    expect(broken).toMatchObject({ ok: false, issue: { code: 'planFile.damaged', params: { file: 'half.gpkg' } } });
    expect(await keeper.state()).toMatchObject({ key: 'plan-1' });
    expect(shelf.kept.size).toBe(1);
    expect(await keeper.openFile('c.gpkg', bytes, () => undefined)).toMatchObject({
      ok: true,
      value: { info: { name: '北区 (2)' } },
    });
    expect(await keeper.state()).toMatchObject({ key: 'plan-2', access: 'write' });
  });

  it('goes on in memory when the disk is full or storage forbidden, says why once and for all, and gives the file', async () => {
    const shelf = await TestShelf.with(named('北区', 'a'));
    const keeper = new PlanKeeper(async () => shelf);
    await open(keeper, 'plan-1');
    shelf.full = true;
    expect(await keeper.append([add('b')])).toMatchObject({ ok: false, issue: { code: 'storage.full' } });
    shelf.full = false;
    expect(await keeper.append([add('c')])).toMatchObject({ ok: false, issue: { code: 'storage.full' } });
    expect(await keeper.state()).toMatchObject({ key: null, access: 'memory' });
    expect((await keeper.bytes(named('北区', 'a', 'b', 'c'), DEFAULT_PLAN_SETTINGS)).length).toBeGreaterThan(0);
    expect((await open(keeper, 'plan-1')).ids).toEqual(['a']);
    const forbidden = new PlanKeeper(async () => forbiddenShelf(storageIssue(new DOMException('', 'SecurityError'))));
    await forbidden.begin(named('x', 'a'));
    expect(await forbidden.state()).toMatchObject({
      key: null,
      access: 'memory',
      issue: { code: 'storage.forbidden' },
    });
    const file = await planFileOf(named('文件', 'z'));
    expect(await forbidden.openFile('z.gpkg', file, () => undefined)).toMatchObject({ ok: true });
    expect(await forbidden.append([add('b')])).toMatchObject({ ok: true });
    expect(await forbidden.state()).toMatchObject({
      key: null,
      access: 'memory',
      issue: { code: 'storage.forbidden' },
    });
    const back = await readPlanFile('', await forbidden.bytes(named(''), DEFAULT_PLAN_SETTINGS));
    expect(back.ok && [...back.value.plan.records.hydrant.keys()]).toEqual(['z', 'b']);
  });
});
