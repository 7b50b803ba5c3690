import { describe, expect, it } from 'vitest';
import { DEFAULT_COVERAGE_SETTINGS } from '../../../src/analysis/coverage/settings';
import { DEFAULT_DRIVE_SETTINGS } from '../../../src/analysis/drive/settings';
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

  it('answers along the roads with a station held elsewhere, and keeps up with edits', async () => {
    const street = (id: string, x0: number, x1: number) => ({
      id,
      class: 'tertiary' as const,
      geometry: { type: 'LineString' as const, coordinates: [at(x0, 0), at(x1, 0)] },
    });
    const plan = planOf({
      district: [{ id: 'd', geometry: rectangle(-100, -500, 9000, 500) }],
      roadSegment: [street('west', 0, 4000), street('east', 4000, 8000)],
      fireStation: [{ id: 's', name: 's', geometry: point(0, 20) }],
      keyUnit: [{ id: 'u', geometry: point(7900, 40) }],
    });
    const { engine } = await openEngine(plan);
    const within = async (held: { id: string; position: readonly [number, number] } | null) => {
      const view = await engine.drive({
        settings: DEFAULT_DRIVE_SETTINGS,
        landBy: 'station',
        held,
        place: at(7900, 40),
      });
      if (!view.ok) throw new Error(view.issue.code);
      expect(JSON.parse(new TextDecoder().decode(view.value.roads)).features.length).toBeGreaterThan(0);
      expect(view.value.chain?.place).toEqual(at(7900, 40));
      expect(view.value.land!.areaM2[0]).toBeGreaterThan(1e6);
      return view.value.answer.limit!.reach.keyUnits!.within;
    };
    expect(await within(null)).toBe(0);
    expect(await within({ id: 's', position: at(7000, 20) })).toBe(1);
    expect(await within(null)).toBe(0);
    const edit = (fields: Record<string, unknown>) =>
      changeOf({ key: 'edit' }, { patch: [{ type: 'roadSegment', id: 'east', fields }] });
    await engine.applyPart(edit({ closed: true }), true);
    expect(await within({ id: 's', position: at(4600, 20) })).toBe(0);
    await engine.applyPart(edit({ closed: false }), true);
    const extra = { id: 'new', geometry: { type: 'LineString' as const, coordinates: [at(4000, 0), at(4000, 400)] } };
    await engine.applyPart(changeOf({ key: 'add' }, { put: [{ type: 'roadSegment', entity: extra }] }), true);
    const answer = await engine.driveAnswer({ ...DEFAULT_DRIVE_SETTINGS, by: 'metres', thresholds: [9000] });
    expect(answer.ok && Math.round(answer.value.reach[0]!.roadLengthM)).toBe(8400);
    expect(answer.ok && answer.value.limit).toBeNull();
  });

  it('answers where the roads lie outside the district, or hang apart, or are no roads at all', async () => {
    const ask = { settings: DEFAULT_DRIVE_SETTINGS, landBy: 'time' as const, held: null, place: at(100, 100) };
    const road = (id: string, ...points: [number, number][]) => ({
      id,
      geometry: { type: 'LineString' as const, coordinates: points.map(([x, y]) => at(x, y)) },
    });
    const district = [{ id: 'd', geometry: rectangle(0, 0, 500, 500) }];
    const fireStation = [{ id: 's', geometry: point(250, 250) }];
    const view = async (plan: Plan) => (await openEngine(plan)).engine.drive(ask);
    const far = await view(planOf({ district, fireStation, roadSegment: [road('r', [1000, 0], [1200, 0])] }));
    expect(far).toMatchObject({ ok: true, value: { answer: { drivableM: 0, worst: [] }, chain: { road: null } } });
    const bad = [road('loop', [0, 0], [0, 0]), road('a', [0, 0], [400, 0]), road('a2', [0, 0], [400, 0])];
    const odd = await view(planOf({ district, fireStation, roadSegment: bad }));
    expect(odd).toMatchObject({ ok: true, value: { answer: { network: { withoutLength: 1, duplicates: 1 } } } });
    expect(await view(planOf({ district, fireStation }))).toMatchObject({
      ok: false,
      issue: { code: 'drive.noRoads' },
    });
  });

  it('ranks losses until stopped, and says what recorded times lack', async () => {
    const plan = planOf({
      roadSegment: [
        { id: 'r', geometry: { type: 'LineString', coordinates: [at(0, 0), at(900, 0)] } },
        { id: 'b', bridge: true, geometry: { type: 'LineString', coordinates: [at(900, 0), at(1500, 0)] } },
      ],
      fireStation: [{ id: 's', geometry: point(100, 20) }],
      keyUnit: [
        { id: 'near', geometry: point(600, 30) },
        { id: 'far', geometry: point(1450, 30) },
      ],
    });
    const { engine } = await openEngine(plan);
    const ranked = await engine.rankLosses(DEFAULT_DRIVE_SETTINGS, () => undefined);
    expect(ranked).toMatchObject({ ok: true, value: { within: 2, kind: 'keyUnits' } });
    expect(ranked?.ok && ranked.value.losses.map(({ id, lost }) => [id, lost])).toEqual([
      ['r', 2],
      ['s', 2],
      ['b', 1],
    ]);
    await engine.stopRanking();
    const times = await engine.runTimes(DEFAULT_DRIVE_SETTINGS);
    expect(times).toMatchObject({ ok: true, value: { performance: { all: null }, fit: { ok: false } } });
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
