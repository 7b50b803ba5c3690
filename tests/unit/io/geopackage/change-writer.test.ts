import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ChangeWriter } from '../../../../src/io/geopackage/change-writer';
import { bytesOf, openBytes } from '../../../../src/io/geopackage/database';
import { planFileOf, readPlanFile, recordsOf } from '../../../../src/io/geopackage/plan-file';
import { type Database, loadSqlite } from '../../../../src/io/geopackage/sqlite';
import { applyChange } from '../../../../src/model/change/apply';
import { type Change, changeOf } from '../../../../src/model/change/change';
import type { Hydrant } from '../../../../src/model/entities/hydrant';
import type { EntityType } from '../../../../src/model/entities/registry';
import { emptyPlan, type Plan } from '../../../../src/model/plan';
import { recordOf } from '../../../support/plan-records';
import { planOf, point } from '../../../support/plans';

async function open(plan: Plan): Promise<{ db: Database; writer: ChangeWriter; read: () => Promise<Plan> }> {
  const sqlite = await loadSqlite();
  const db = openBytes(sqlite, await planFileOf(plan));
  const read = async (): Promise<Plan> => {
    const back = await readPlanFile('', bytesOf(sqlite, db));
    if (!back.ok) throw new Error(JSON.stringify(back.issue));
    return back.value.plan;
  };
  return { db, writer: new ChangeWriter(db), read };
}

function write(writer: ChangeWriter, ...parts: Change[]): number[] {
  return [...writer.write(parts)];
}

const hydrants = (count: number, from = 0): Hydrant[] =>
  Array.from({ length: count }, (_, k) => ({ id: `h${from + k}`, status: 'working', geometry: point(10 * k, from) }));
const puts = (list: readonly Hydrant[]) =>
  changeOf({ key: 'add' }, { put: list.map((entity) => ({ type: 'hydrant', entity })) });

const TYPES: readonly EntityType[] = ['hydrant', 'roadSegment', 'building'];

/** One edit after the other, each made for what is there by then. */
const edits = fc.array(
  fc.tuple(
    fc.constantFrom('put', 'patch', 'remove'),
    fc.constantFrom(...TYPES).chain((type) => recordOf(type, 'x')),
    fc.nat(5),
  ),
  { minLength: 1, maxLength: 30 },
);

describe('writing changes', () => {
  it('leaves in the file what `applyChange` leaves in the plan, whatever the edits', async () => {
    await fc.assert(
      fc.asyncProperty(edits, async (list) => {
        const plan = emptyPlan({ id: 'p', name: 'p', asOf: '' });
        const { writer, read, db } = await open(plan);
        for (const [kind, { type, entity }, k] of list) {
          const id = `${type}-${k}`;
          const there = plan.records[type].has(id);
          const record = { ...entity, id };
          const change =
            kind === 'put' || !there
              ? changeOf({ key: 'e' }, { put: [{ type, entity: record } as never] })
              : kind === 'remove'
                ? changeOf({ key: 'e' }, { remove: [{ type, id }] })
                : changeOf(
                    { key: 'e' },
                    { patch: [{ type, id, fields: { ...entity, id: undefined, note: undefined } }] },
                  );
          const { id: _, ...fields } = (change.patch[0]?.fields ?? {}) as Record<string, unknown>;
          const clean = change.patch[0] ? { ...change, patch: [{ type, id, fields }] } : change;
          applyChange(plan, clean);
          write(writer, clean);
        }
        expect(recordsOf(await read())).toEqual(recordsOf(plan));
        expect(db.selectValue('PRAGMA integrity_check')).toBe('ok');
        for (const table of ['hydrant', 'road_segment', 'building'])
          expect(db.selectValue(`SELECT rtreecheck('rtree_${table}_geom')`)).toBe('ok');
        db.close();
      }),
      { numRuns: 15 },
    );
  }, 30_000);

  it('is all or nothing: a change that fails half way leaves the file as it was', async () => {
    const { db, writer, read } = await open(planOf({ hydrant: hydrants(3) }));
    const change = changeOf(
      { key: 'e' },
      { remove: [{ type: 'hydrant', id: 'h0' }], patch: [{ type: 'hydrant', id: 'nobody', fields: { note: 'x' } }] },
    );
    expect(() => write(writer, change)).toThrow(/nobody/);
    expect([...(await read()).records.hydrant.keys()]).toEqual(['h0', 'h1', 'h2']);
    write(writer, puts(hydrants(1, 7)));
    expect((await read()).records.hydrant.size).toBe(4);
    db.close();
  });

  it('makes the spatial index anew for a big change, tells how far it is, and keeps index, box and order true', async () => {
    const { db, writer, read } = await open(planOf({ hydrant: hydrants(2) }));
    const shares = write(writer, puts(hydrants(6000, 100)));
    expect(shares.length).toBe(6);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(db.selectValue("SELECT rtreecheck('rtree_hydrant_geom')")).toBe('ok');
    expect(db.selectValue('SELECT count(*) FROM rtree_hydrant_geom')).toBe(6002);
    expect(db.selectValue("SELECT count(*) FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'hydrant'")).toBe(
      7,
    );
    const [west, east] = db.selectArray(
      "SELECT min_x, max_x FROM gpkg_contents WHERE table_name = 'hydrant'",
    ) as number[];
    expect(west).toBeCloseTo(120, 9);
    expect(east).toBeCloseTo(point(59_990, 0).coordinates[0], 9);
    expect([...(await read()).records.hydrant.keys()].slice(0, 3)).toEqual(['h0', 'h1', 'h100']);
    db.close();
  });
});
