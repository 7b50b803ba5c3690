import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import proj4 from 'proj4';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Issue } from '../../../src/base/issue';
import { load } from '../../../src/cli/load';
import { BadInput } from '../../../src/cli/usage';
import { toOffset } from '../../../src/io/crs/chinese-offset';
import type { Hydrant } from '../../../src/model/entities/hydrant';
import { surroundingsOf } from '../../../src/worker/jobs/surroundings';
import { at, planOf, rectangle } from '../../support/plans';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuantu-load-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function refused(work: Promise<unknown>): Promise<Issue> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(BadInput);
  return (error as BadInput).issue;
}

/** Streets 200 m apart with hydrants along them. */
const plan = planOf({
  district: [{ id: 'd', geometry: rectangle(-1500, -1500, 1500, 1500) }],
  roadSegment: Array.from({ length: 15 }, (_, k) => ({
    id: `r${k}`,
    geometry: { type: 'LineString' as const, coordinates: [at(-1500, 200 * k - 1400), at(1500, 200 * k - 1400)] },
  })),
});
const PLACES = Array.from({ length: 30 }, (_, k) => at(90 * k - 1300, 200 * (k % 14) - 1395));
const positions = (list: unknown): number[] => (list as Hydrant[])[0]!.geometry.coordinates as unknown as number[];

describe('a file on the command line', () => {
  it('is taken in the system that is named, with what was assumed said', async () => {
    const notes: string[] = [];
    const [x, y] = toOffset('GCJ02', PLACES[0]!);
    const path = file('甲.csv', `编号,经度,纬度\nA,${x},${y}\n`);
    const named = await load(path, 'hydrant', { crs: 'WGS84', say: ({ code }) => notes.push(code) });
    expect(positions(named.records)).toEqual([x, y]);
    expect(notes).toEqual([]);
    const assumed = await load(path, 'hydrant', { say: ({ code }) => notes.push(code) });
    expect(positions(assumed.records)[0]).toBeCloseTo(PLACES[0]![0], 7);
    expect(notes).toEqual(['crs.habit']);
  });

  it('is held against the roads of the plan', async () => {
    const notes: Issue[] = [];
    const rows = PLACES.map((place, k) => `A${k},${toOffset('BD09', place).join(',')}`);
    const path = file('hydrants.csv', `number,lon,lat\n${rows.join('\n')}\n`);
    const { records } = await load(path, 'hydrant', {
      surroundings: surroundingsOf(plan),
      say: (note) => notes.push(note),
    });
    expect(positions(records)[0]).toBeCloseTo(PLACES[0]![0], 7);
    expect(notes).toMatchObject([{ code: 'crs.matched', params: { crs: 'BD09' } }]);
  });

  it('of metres without a system is refused with those that fit, and taken when one is named', async () => {
    const project = proj4('WGS84', '+proj=tmerc +lat_0=0 +lon_0=120 +k=1 +x_0=500000 +y_0=0 +ellps=GRS80 +units=m');
    const rows = PLACES.map(
      (place, k) =>
        `A${k},${project
          .forward([...place])
          .reverse()
          .join(',')}`,
    );
    const path = file('survey.csv', `编号,X坐标,Y坐标\n${rows.join('\n')}\n`);
    const surroundings = surroundingsOf(plan);
    const issue = await refused(load(path, 'hydrant', { surroundings }));
    expect(issue).toMatchObject({ code: 'crs.ambiguous', params: { file: 'survey.csv' } });
    expect(issue.params.systems).toMatch(/^EPSG:4549 CGCS2000/);
    const { records } = await load(path, 'hydrant', { surroundings, crs: 'EPSG:4549' });
    expect(positions(records)[0]).toBeCloseTo(PLACES[0]![0], 7);
    expect(await refused(load(path, 'hydrant', { crs: 'EPSG:1' }))).toMatchObject({ code: 'crs.unknown' });
  });

  it('says a unit that only the size of the numbers gives away, and an order of dates that nothing shows', async () => {
    const notes: Issue[] = [];
    const rows = [1, 2, 3].map((k) => `A${k},120,30,${50 + k},${k}/5/2024`);
    const path = file('psi.csv', `number,lon,lat,pressure,last inspected\n${rows.join('\n')}\n`);
    await load(path, 'hydrant', { say: (note) => notes.push(note) });
    expect(notes).toMatchObject([
      { code: 'import.unitBySize', params: { column: 'pressure', unit: 'psi' } },
      { code: 'import.dateOrder', params: { column: 'last inspected' } },
    ]);
  });

  it('feeds fields and position from the columns that are named, and keeps the rows that are wanted', async () => {
    const path = file('foreign.csv', 'numero,zona,ovest,nord\nU1, nord ,120,30\nU2,sud,121,31\n');
    const { records } = await load(path, 'hydrant', {
      map: ['number=numero', 'lon=ovest', 'lat=nord'],
      where: ['zona=nord'],
      crs: 'WGS84',
    });
    expect(records).toEqual([{ id: 'U1', number: 'U1', geometry: { type: 'Point', coordinates: [120, 30] } }]);
    for (const [options, code] of [
      [{ map: ['colour=zona'] }, 'usage.field'],
      [{ map: ['number=nothing'] }, 'read.noColumn'],
      [{ map: ['number'] }, 'usage.pair'],
      [{ where: ['zona=est'] }, 'read.noMatch'],
    ] as const)
      expect(await refused(load(path, 'hydrant', options))).toMatchObject({ code });
  });
});
