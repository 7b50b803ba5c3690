import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createDemoZone } from '../../../../src/demo/demo-zone';
import { bytesOf, emptyDatabase, openBytes } from '../../../../src/io/geopackage/database';
import { bringUpToDate, PLAN_VERSION, versionOf } from '../../../../src/io/geopackage/migrations';
import { planFileOf, readPlanFile, recordsOf } from '../../../../src/io/geopackage/plan-file';
import { writeValue } from '../../../../src/io/geopackage/plan-info';
import { type Database, loadSqlite } from '../../../../src/io/geopackage/sqlite';
import { applyChange } from '../../../../src/model/change/apply';
import { changeOf, type PutRecord } from '../../../../src/model/change/change';
import { emptyPlan, type Plan } from '../../../../src/model/plan';
import { anyRecords } from '../../../support/plan-records';
import { planOf, point } from '../../../support/plans';

function planWith(put: readonly PutRecord[]): Plan {
  const plan = emptyPlan({ id: 'p', name: '滨河 "新区"', asOf: '2026-06-30' });
  applyChange(plan, changeOf({ key: 'open' }, { put }));
  return plan;
}

async function readBack(bytes: Uint8Array) {
  const read = await readPlanFile('plan.gpkg', bytes);
  if (!read.ok) throw new Error(JSON.stringify(read.issue));
  return read.value;
}

/** Lets another program have a hand at a plan file. */
async function edited(bytes: Uint8Array, edit: (db: Database) => void): Promise<Uint8Array> {
  const sqlite = await loadSqlite();
  const db = openBytes(sqlite, bytes);
  edit(db);
  const after = bytesOf(sqlite, db);
  db.close();
  return after;
}

const oneHydrant = () => planOf({ hydrant: [{ id: 'h', number: 'X-1', status: 'working', geometry: point(0, 0) }] });

describe('a plan file', () => {
  it('gives the demonstration zone back, record by record in its order', async () => {
    const { info, records } = createDemoZone();
    const plan = emptyPlan(info);
    applyChange(plan, changeOf({ key: 'open' }, { put: records }));
    const { plan: back, issues } = await readBack(await planFileOf(plan));
    expect(issues).toEqual([]);
    expect(back.info).toEqual(info);
    expect(recordsOf(back)).toEqual(recordsOf(plan));
  }, 30_000);

  it('gives any records back, field by field', async () => {
    await fc.assert(
      fc.asyncProperty(anyRecords, async (records) => {
        const { plan, issues } = await readBack(await planFileOf(planWith(records)));
        expect(issues).toEqual([]);
        expect(recordsOf(plan)).toEqual(recordsOf(planWith(records)));
      }),
      { numRuns: 20 },
    );
  }, 30_000);

  it('tells what another program wrote that a field cannot hold, and reads the rest', async () => {
    const bytes = await edited(await planFileOf(oneHydrant()), (db) => {
      db.exec("UPDATE hydrant SET status = 'kaputt', flowLps = 'viel', note = x'00ff', number = 7");
      db.exec('INSERT INTO hydrant (id) VALUES (NULL)');
    });
    const { plan, issues } = await readBack(bytes);
    expect(plan.records.hydrant.get('h')).toEqual({ id: 'h', number: '7', geometry: point(0, 0) });
    expect(issues.map(({ code, params }) => [code, params.field ?? params.id])).toEqual([
      ['planFile.value', 'status'],
      ['planFile.value', 'flowLps'],
      ['planFile.geometry', 'hydrant-fid2'],
    ]);
  });

  it('takes a single polygon that another program drew for an area, and gives its record an id', async () => {
    const ring = `01030000000100000004000000${'00000000000000000000000000000000'.repeat(4)}`;
    const bytes = await edited(await planFileOf(oneHydrant()), (db) =>
      db.exec(`INSERT INTO building (geom, name) VALUES (x'47500001e6100000${ring}', '新楼')`),
    );
    const { plan, issues } = await readBack(bytes);
    expect(issues).toEqual([]);
    expect([...plan.records.building.values()]).toMatchObject([
      { id: 'building-fid1', name: '新楼', geometry: { type: 'MultiPolygon' } },
    ]);
  });

  it('of version 1 is migrated, with what it lacks added and its records kept', async () => {
    const sqlite = await loadSqlite();
    const old = emptyDatabase(sqlite);
    bringUpToDate(old, 1);
    writeValue(old, 'name', '旧工程');
    old.exec(
      `INSERT INTO hydrant (geom, id, status) VALUES (x'47500001e610000001010000000000000000005e400000000000003e40', 'h', 'working')`,
    );
    old.exec(`ALTER TABLE hydrant DROP COLUMN radiusM; DROP TABLE micro_station;
      DROP TABLE rtree_micro_station_geom; DELETE FROM gpkg_extensions WHERE table_name = 'micro_station';
      DELETE FROM gpkg_geometry_columns WHERE table_name = 'micro_station';
      DELETE FROM gpkg_contents WHERE table_name = 'micro_station'`);
    expect(versionOf(old)).toBe(1);
    const bytes = bytesOf(sqlite, old);
    old.close();
    const { plan } = await readBack(bytes);
    expect(plan.info.name).toBe('旧工程');
    expect(plan.records.hydrant.get('h')).toMatchObject({ status: 'working', geometry: { coordinates: [120, 30] } });
    const now = openBytes(sqlite, bytes);
    bringUpToDate(now);
    expect(versionOf(now)).toBe(PLAN_VERSION);
    expect(now.selectValue("SELECT count(*) FROM layer_styles WHERE f_table_name = 'micro_station'")).toBe(1);
    expect(now.selectValue("SELECT count(*) FROM pragma_table_info('hydrant') WHERE name = 'radiusM'")).toBe(1);
    now.close();
  });

  it('of a newer version is refused with the versions', async () => {
    const bytes = await edited(await planFileOf(oneHydrant()), (db) => writeValue(db, 'format', '99'));
    expect(await readPlanFile('new.gpkg', bytes)).toMatchObject({
      ok: false,
      issue: { code: 'planFile.newer', params: { file: 'new.gpkg', version: 99, known: PLAN_VERSION } },
    });
  });

  it('of another schema is told from a plan, and a database that is no GeoPackage from both', async () => {
    const foreign = await edited(await planFileOf(oneHydrant()), (db) => db.exec('DROP TABLE shuantu_plan'));
    expect(await readPlanFile('a', foreign)).toMatchObject({ issue: { code: 'planFile.foreign' } });
    const other = await edited(new Uint8Array(0), (db) => db.exec('CREATE TABLE x (y)'));
    expect(await readPlanFile('a', other)).toMatchObject({ issue: { code: 'planFile.notGeopackage' } });
  });

  it('that is cut off, damaged or arbitrary is refused and never read in part', async () => {
    const { info, records } = createDemoZone();
    const plan = emptyPlan(info);
    applyChange(plan, changeOf({ key: 'open' }, { put: records.slice(0, 3000) }));
    const whole = await planFileOf(plan);
    for (const share of [0.1, 0.5, 0.9, 0.999])
      expect(await readPlanFile('cut', whole.slice(0, Math.floor(whole.length * share)))).toMatchObject({
        ok: false,
        issue: { code: 'planFile.damaged' },
      });
    const page = whole.slice();
    page.fill(0xa5, 4096 * 40, 4096 * 41);
    expect(await readPlanFile('page', page)).toMatchObject({ ok: false, issue: { code: 'planFile.damaged' } });
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 5000 }), async (bytes) => {
        expect((await readPlanFile('noise', bytes)).ok).toBe(false);
      }),
      { numRuns: 30 },
    );
  }, 30_000);

  it('survives bit flips: it is refused, or every record read is a record', async () => {
    const whole = await planFileOf(oneHydrant());
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length * 8 - 1), async (bit) => {
        const bytes = whole.slice();
        bytes[bit >> 3]! ^= 1 << (bit & 7);
        const read = await readPlanFile('flip', bytes);
        if (read.ok) for (const { entity } of recordsOf(read.value.plan)) expect(entity.id).toBeTypeOf('string');
      }),
      { numRuns: 40 },
    );
  }, 30_000);
});

it('that is larger than the memory bears is refused before it is read', async () => {
  const huge = new Uint8Array(500_000_001);
  huge.set(new TextEncoder().encode('SQLite format 3\u0000'));
  expect(await readPlanFile('huge.gpkg', huge)).toMatchObject({
    ok: false,
    issue: { code: 'planFile.tooLarge', params: { file: 'huge.gpkg', size: 500 } },
  });
});
