import { describe, expect, it } from 'vitest';
import { DEFAULT_COVERAGE_SETTINGS } from '../../../src/analysis/coverage/settings';
import { readPlanFile } from '../../../src/io/geopackage/plan-file';
import { choicesOf } from '../../../src/io/mapping/choices';
import { type Change, changeOf, type PutRecord } from '../../../src/model/change/change';
import type { Plan } from '../../../src/model/plan';
import { Engine } from '../../../src/worker/engine';
import type { ImportPick } from '../../../src/worker/import-desk';
import { DEFAULT_PLAN_SETTINGS } from '../../../src/worker/plan-settings';
import { TestShelf } from '../../support/plan-shelf';
import { at, planOf, point, rectangle } from '../../support/plans';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

async function openEngine(...plans: Plan[]) {
  const shelf = await TestShelf.with(...plans);
  const engine = new Engine(async () => shelf);
  const records: PutRecord[] = [];
  const opened = await engine.open(null, (batch) => void records.push(...batch));
  if (!opened.ok) throw new Error(opened.issue.code);
  return { engine, shelf, opened: opened.value, records };
}

const small = (): Plan =>
  planOf({
    district: [{ id: 'd', geometry: rectangle(0, 0, 1000, 1000) }],
    hydrant: [{ id: 'h', status: 'working', geometry: point(500, 500) }],
  });

describe('the engine', () => {
  it('opens the demonstration zone where nothing is kept, keeps it, and opens the kept plan where there is one', async () => {
    const fresh = await openEngine();
    expect(fresh.opened.stored).toBe(false);
    expect(fresh.records.length).toBeGreaterThan(10_000);
    expect(await fresh.engine.storage()).toMatchObject({ key: 'plan-1', access: 'write', issue: null });
    const kept = await openEngine(small());
    expect(kept.opened).toMatchObject({ stored: true, issues: [], info: { name: 'Test' } });
    expect(kept.records).toHaveLength(2);
  }, 30_000);

  it('applies a change when its last part has come, stores it whole and answers anew', async () => {
    const { engine, shelf } = await openEngine(small());
    const before = await engine.coverage(DEFAULT_COVERAGE_SETTINGS);
    const part = (id: string, x: number): Change =>
      changeOf(
        { key: 'add' },
        { put: [{ type: 'hydrant', entity: { id, status: 'working', geometry: point(x, 200) } }] },
      );
    await engine.applyPart(part('a', 200), false);
    expect(await engine.applyPart(part('b', 800), true)).toEqual({ ok: true, value: null });
    const after = await engine.coverage(DEFAULT_COVERAGE_SETTINGS);
    if (!before.ok || !after.ok) throw new Error('no answer');
    expect(after.value.covered.areaM2 / before.value.covered.areaM2).toBeCloseTo(3, 6);
    const file = await readPlanFile('', await engine.planFile(DEFAULT_PLAN_SETTINGS));
    expect(file.ok && [...file.value.plan.records.hydrant.keys()]).toEqual(['h', 'a', 'b']);
    expect(shelf.kept.size).toBe(1);
  });

  it('goes on in memory when storage is full, says so, and still hands out the plan as a file', async () => {
    const { engine, shelf } = await openEngine(small());
    shelf.full = true;
    const change = changeOf({ key: 'remove' }, { remove: [{ type: 'hydrant', id: 'h' }] });
    expect(await engine.applyPart(change, true)).toMatchObject({ ok: false, issue: { code: 'storage.full' } });
    expect(await engine.storage()).toMatchObject({ key: null, access: 'memory', issue: { code: 'storage.full' } });
    const answer = await engine.coverage(DEFAULT_COVERAGE_SETTINGS);
    expect(answer.ok && answer.value.covered.areaM2).toBe(0);
    const file = await readPlanFile('', await engine.planFile(DEFAULT_PLAN_SETTINGS));
    expect(file.ok && file.value.plan.records.hydrant.size).toBe(0);
  });

  it('previews a hydrant without touching the plan', async () => {
    const { engine } = await openEngine(small());
    const moved = await engine.previewHydrant(DEFAULT_COVERAGE_SETTINGS, { id: 'h', position: at(0, 500) });
    expect(moved.ok && moved.value.coveredM2).toBeCloseTo((Math.PI * 150 ** 2) / 2, -1);
    await engine.endPreview();
    const still = await engine.coverage(DEFAULT_COVERAGE_SETTINGS);
    expect(still.ok && still.value.covered.areaM2).toBeCloseTo(Math.PI * 150 ** 2, 0);
  });

  it('reads a file, checks what an import would do and builds it in parts', async () => {
    const { engine } = await openEngine(small());
    const [lon, lat] = at(200, 200);
    const [read] = await engine.readFiles(
      [{ name: 'hydrants.csv', bytes: bytesOf(`number,status,lon,lat\nA,working,${lon},${lat}\nB,working,0,0\n`) }],
      () => undefined,
    );
    if (!read || 'issue' in read) throw new Error('not read');
    const pick: ImportPick = { token: read.token, index: 0, choices: choicesOf(read.proposals[0]!) };
    expect(await engine.checkImport(pick)).toMatchObject({
      usable: 1,
      rejections: [{ row: 3 }],
      effects: { add: { added: 1 }, replace: { added: 1, removed: 1 } },
    });
    const parts: Change[] = [];
    await engine.buildImport([pick], (each) => void parts.push(each));
    expect(parts.flatMap(({ put }) => put.map(({ entity: { id } }) => id))).toEqual(['A']);
    const list = new TextDecoder().decode(await engine.rejectionsFile([pick], 'zh-CN'));
    expect(list).toMatch(/hydrants\.csv 第 3 行：坐标为 0, 0/);
    await engine.forgetFiles();
    await expect(engine.checkImport(pick)).rejects.toThrow();
  });

  it('gives a layer as GeoJSON without the signs that are switched off', async () => {
    const { engine } = await openEngine(small());
    const all = JSON.parse(new TextDecoder().decode(await engine.layerData('hydrant', [])));
    expect(all.features).toHaveLength(1);
    expect(all.features[0].properties).toMatchObject({ id: 'h', sign: 'working' });
    const none = JSON.parse(new TextDecoder().decode(await engine.layerData('hydrant', ['working'])));
    expect(none.features).toHaveLength(0);
  });
});
