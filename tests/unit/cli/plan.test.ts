import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { main } from '../../../src/cli/main';
import { planFileOf, readPlanFile } from '../../../src/io/geopackage/plan-file';
import { at, planOf, point, rectangle } from '../../support/plans';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuantu-cli-plan-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

async function run(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const to = (name: 'out' | 'err') => (text: string | Uint8Array) => {
    said[name] += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(to('out') as never);
  vi.spyOn(process.stderr, 'write').mockImplementation(to('err') as never);
  const code = await main([...args, '--lang', 'en']);
  vi.restoreAllMocks();
  return { code, ...said };
}

const inFolder = (name: string): string => join(folder, name);
function file(name: string, content: string | Uint8Array): string {
  writeFileSync(inFolder(name), content);
  return inFolder(name);
}

const town = () =>
  planOf({
    district: [{ id: 'd', geometry: rectangle(0, 0, 1000, 1000) }],
    hydrant: [{ id: 'h', number: 'A', status: 'working', geometry: point(500, 500) }],
  });

describe('shuantu with a plan', () => {
  it('coverage takes from the plan what no other option names, with the plan’s own settings', async () => {
    const settings = JSON.stringify({ coverage: { radiusM: 100 } });
    const path = file('town.gpkg', await planFileOf(town(), settings));
    const plain = await run('coverage', '--plan', path, '--json');
    expect(plain.code).toBe(0);
    expect(JSON.parse(plain.out).covered.areaM2).toBeCloseTo(Math.PI * 100 ** 2, 0);
    const [lon, lat] = at(200, 200);
    const two = file('two.csv', `number,status,lon,lat\nX,working,${lon},${lat}\nY,working,${lon + 0.005},${lat}\n`);
    const { out } = await run('coverage', '--plan', path, '--hydrants', two, '--radius', '50', '--json');
    expect(JSON.parse(out)).toMatchObject({ hydrants: { read: 2, used: 2 } });
    expect(JSON.parse(out).covered.areaM2).toBeCloseTo(2 * Math.PI * 50 ** 2, 0);
  });

  it('import makes a plan, adds to it, updates by number, and leaves no half-written file behind', async () => {
    const path = inFolder('new.gpkg');
    const [lon, lat] = at(500, 500);
    const first = file(
      'first.csv',
      `number,status,lon,lat\nA,working,${lon},${lat}\nB,damaged,${lon},${lat}\nC,working,x,y\n`,
    );
    const made = await run('import', first, '--plan', path, '--as', 'hydrant', '--json');
    expect(JSON.parse(made.out)).toMatchObject({ read: 3, imported: 2, rejected: 1, total: 2 });
    const area = file('district.geojson', JSON.stringify(rectangle(0, 0, 1000, 1000)));
    expect((await run('import', area, '--plan', path, '--as', 'district')).out).toMatch(/In the plan now\s+1/);
    const repaired = file('second.csv', `number,status,lon,lat\nB,working,${lon},${lat}\n`);
    await run('import', repaired, '--plan', path, '--as', 'hydrant', '--mode', 'update');
    const read = await readPlanFile('', new Uint8Array(readFileSync(path)));
    if (!read.ok) throw new Error(read.issue.code);
    expect([...read.value.plan.records.hydrant.values()].map(({ number, status }) => [number, status])).toEqual([
      ['A', 'working'],
      ['B', 'working'],
    ]);
    expect(read.value.plan.info.name).toBe('new');
    expect(JSON.parse((await run('coverage', '--plan', path, '--json')).out).hydrants.used).toBe(2);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  it('demo writes the zone as a plan that gives the same figures as its files', async () => {
    const path = inFolder('zone.gpkg');
    await run('demo', inFolder('zone'), '--plan', path);
    const ofPlan = JSON.parse((await run('coverage', '--plan', path, '--json')).out);
    const ofFiles = JSON.parse(
      (
        await run(
          ...[
            'coverage',
            '--hydrants',
            inFolder('zone/hydrants.geojson'),
            '--district',
            inFolder('zone/district.geojson'),
          ],
          ...['--own-radii', '--as-of', '2026-06-30', '--json'],
        )
      ).out,
    );
    expect(ofPlan.covered).toEqual(ofFiles.covered);
    expect(ofPlan.buildings.total).toBeGreaterThan(9000);
  }, 60_000);

  it('says in one sentence what is wrong with a plan, with exit code 1, and never touches it', async () => {
    const whole = await planFileOf(town());
    const cut = file('cut.gpkg', whole.slice(0, whole.length / 2));
    expect(await run('coverage', '--plan', cut)).toMatchObject({
      code: 1,
      err: expect.stringMatching(/cut\.gpkg is damaged/),
    });
    const list = file('list.csv', 'number,status,lon,lat\nA,working,120,30\n');
    expect(await run('import', list, '--plan', cut, '--as', 'hydrant')).toMatchObject({ code: 1 });
    expect(readFileSync(cut)).toHaveLength(whole.length / 2);
    expect(await run('coverage', '--plan', inFolder('none.gpkg'))).toMatchObject({
      code: 1,
      err: expect.stringMatching(/does not exist/),
    });
    expect(await run('import', list, '--plan', inFolder('x.gpkg'), '--as', 'hydrants')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/there are hydrant, /),
    });
    expect((await run('import', list, '--plan', inFolder('no/such/x.gpkg'), '--as', 'hydrant')).err).toMatch(
      /could not be written/,
    );
    expect(await run('coverage', '--hydrants', list)).toMatchObject({ code: 2 });
  });
});
