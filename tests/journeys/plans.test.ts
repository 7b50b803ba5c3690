import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { bytesOf, openBytes } from '../../src/io/geopackage/database';
import { readPlanFile } from '../../src/io/geopackage/plan-file';
import { writeValue } from '../../src/io/geopackage/plan-info';
import { loadSqlite } from '../../src/io/geopackage/sqlite';
import { AppDriver } from '../support/app-driver';
import { launchBrowser } from '../support/browser';
import { PlansDriver } from '../support/plans-driver';

let browser: Browser;
let folder: string;
beforeAll(async () => {
  browser = await launchBrowser();
  folder = mkdtempSync(join(tmpdir(), 'shuantu-plans-'));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

const visit = async (): Promise<PlansDriver> =>
  new PlansDriver(await AppDriver.visit(browser, inject('appUrl'), { address: '#job=data' }));

describe('plans', () => {
  it('stand side by side: made, renamed, copied, opened and deleted, each with its own records', async () => {
    const plans = await visit();
    await plans.saved();
    await plans.create('北区');
    expect(await plans.names()).toEqual(['北区', '滨河经济区消防规划']);
    expect(await plans.records()).toBe(0);
    await plans.rename('北区', '北区 2027');
    await plans.duplicate('滨河经济区消防规划');
    await expect.poll(() => plans.names()).toContain('滨河经济区消防规划 (2)');
    await plans.open('滨河经济区消防规划 (2)');
    await expect.poll(() => plans.records()).toBe(14_438);
    await plans.remove('滨河经济区消防规划 (2)');
    await expect.poll(() => plans.names()).toEqual(['滨河经济区消防规划', '北区 2027']);
    expect(plans.app.errors).toEqual([]);
    await plans.app.close();
  });

  it('are shown read-only in a second tab, which takes over when the first is closed', async () => {
    const first = await visit();
    await first.saved();
    const second = await first.secondTab();
    await second.readOnly();
    await second.choose('XHS-0100');
    await second.note('第二页的修改');
    await second.told('正在另一标签页中编辑，这里不能修改');
    expect(await second.noteOf('XHS-0100')).not.toBe('第二页的修改');
    await first.choose('XHS-0100');
    await first.note('第一页的修改');
    await first.saved();
    await first.app.page.close();
    await second.saved();
    expect(await second.noteOf('XHS-0100')).toBe('第一页的修改');
    await second.note('接手以后');
    await second.saved();
    await second.app.close();
  });

  it('are saved as a file and opened from it with every edit, beside the plan they came from', async () => {
    const plans = await visit();
    await plans.saved();
    await plans.choose('XHS-0100');
    await plans.note('另存之前');
    const path = await plans.saveAs(folder);
    await plans.openFile(path);
    await plans.told('已打开');
    expect(await plans.names()).toEqual(['滨河经济区消防规划 (2)', '滨河经济区消防规划']);
    expect(await plans.noteOf('XHS-0100')).toBe('另存之前');
    await plans.app.close();
  });

  it('of a newer version, cut off or damaged are refused with a sentence, and the open plan stays', async () => {
    const plans = await visit();
    await plans.saved();
    const good = new Uint8Array(readFileSync(await plans.saveAs(folder)));
    const half = join(folder, '半个.gpkg');
    writeFileSync(half, good.slice(0, good.length / 2));
    await plans.openFile(half);
    await plans.told('半个.gpkg 已损坏');
    const sqlite = await loadSqlite();
    const db = openBytes(sqlite, good);
    writeValue(db, 'format', '99');
    const newer = join(folder, '明年.gpkg');
    writeFileSync(newer, bytesOf(sqlite, db));
    db.close();
    await plans.openFile(newer);
    await plans.told('明年.gpkg 由更新版本的栓图保存');
    expect(await plans.names()).toEqual(['滨河经济区消防规划']);
    expect(await plans.records()).toBe(14_438);
    await plans.app.close();
  });

  it('live on in memory once storage is full: said at once, with the file offered and every edit in it', async () => {
    const plans = await visit();
    await plans.saved();
    await plans.fillStorage();
    await plans.choose('XHS-0100');
    await plans.note('已经满了');
    await plans.told('浏览器存储空间已满');
    const path = await plans.saveFromNotice(folder);
    const file = await readPlanFile(path, new Uint8Array(readFileSync(path)));
    const notes = file.ok ? [...file.value.plan.records.hydrant.values()].map(({ note }) => note) : [];
    expect(notes).toContain('已经满了');
    await plans.app.close();
  });

  it('live in memory where the browser forbids storage: said at once, and the file is offered', async () => {
    const plans = await PlansDriver.withoutStorage(browser, inject('appUrl'));
    await plans.told('浏览器不允许保存数据');
    await plans.choose('XHS-0100');
    await plans.note('只在内存');
    const path = await plans.saveFromNotice(folder);
    await plans.openFile(path);
    await plans.told('已打开');
    expect(await plans.noteOf('XHS-0100')).toBe('只在内存');
    await plans.app.close();
  });
});
