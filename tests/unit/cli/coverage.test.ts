import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../../support/command-line';
import { at, rectangle } from '../../support/plans';

const { run, file, folder } = commandLine();

const district = (): string => file('district.geojson', rectangle(0, 0, 1000, 1000));
const hydrants = (): string => {
  const [lon, lat] = at(500, 500);
  return file(
    'hydrants.csv',
    `number,status,lon,lat\nA,working,${lon},${lat}\nB,damaged,${lon},${lat}\nC,working,x,y\n`,
  );
};

describe('shuantu coverage', () => {
  it('prints one JSON object whose areas add up and writes the gaps', async () => {
    const out = join(folder(), 'gaps.geojson');
    const { code, out: text } = await run(
      ...['coverage', '--hydrants', hydrants(), '--district', district(), '--out', out, '--json'],
    );
    expect(code).toBe(0);
    const report = JSON.parse(text);
    expect(report.hydrants).toMatchObject({ read: 3, used: 1, rejected: 1 });
    expect(report.covered.areaM2).toBeCloseTo(Math.PI * 150 ** 2, 0);
    expect(report.gaps[0].areaM2 + report.covered.areaM2).toBeCloseTo(report.district.areaM2, 3);
    const gaps = JSON.parse(readFileSync(out, 'utf8'));
    expect(gaps.features).toHaveLength(1);
    expect(gaps.features[0].properties.areaM2).toBe(report.gaps[0].areaM2);
  });

  it('speaks Chinese when asked and aligns the table', async () => {
    const { code, out } = await run(
      ...['coverage', '--hydrants', hydrants(), '--district', district(), '--lang', 'zh'],
    );
    expect(code).toBe(0);
    expect(out).toContain('消火栓');
  });

  it('filters rows and takes a column by hand', async () => {
    const path = file('by-hand.csv', `k,x1,lon,lat\nyes,1,120.005,30.005\nno,2,120.002,30.002\n`);
    const args = ['coverage', '--hydrants', path, '--district', district(), '--json'];
    const { code, out, err } = await run(...args, '--where', 'k=yes', '--map', 'number=x1');
    expect(code).toBe(0);
    expect(JSON.parse(out).hydrants).toMatchObject({ read: 1, used: 1 });
    expect(err).toMatch(/status/);
  });

  it('takes a file of latitudes first by the district and says so, and a system by name for each file', async () => {
    const [lon, lat] = at(500, 500);
    const turned = file('turned.csv', `number,status,lon,lat\nA,working,${lat},${lon}\n`);
    const args = ['coverage', '--district', district(), '--json', '--lang', 'en'];
    const first = await run(...args, '--hydrants', turned);
    expect(JSON.parse(first.out).covered.areaM2).toBeCloseTo(Math.PI * 150 ** 2, 0);
    expect(first.err).toMatch(/turned\.csv.*latitude/);
    const named = await run(...args, '--hydrants', hydrants(), '--crs', 'EPSG:4490', '--crs', 'district=EPSG:4490');
    expect(named.code).toBe(0);
    const wrong = await run(...args, '--hydrants', hydrants(), '--crs', 'moon=EPSG:4490');
    expect([wrong.code, wrong.err]).toEqual([1, expect.stringContaining('moon')]);
  });

  it.each([
    ['empty.geojson', ''],
    ['broken.json', '{"type":"FeatureCollection",'],
    ['words.csv', 'lon,lat\nfoo,bar\n'],
    ['latitude.csv', 'lon,lat\n95,120\n'],
    ['polygon.geojson', rectangle(0, 0, 1, 1)],
    ['nan.geojson', '{"type":"Point","coordinates":[null,30]}'],
    ['other.json', '{"name":"package"}'],
  ])('ends with 1 and one sentence that names %s', async (name, content) => {
    const { code, out, err } = await run(
      ...['coverage', '--hydrants', file(name, content), '--district', district(), '--json'],
    );
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain(name);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(err).not.toMatch(/\n\s+at /);
  });

  it.each([
    ['a self-crossing district', bowTie(), /120\.00\d+/],
    ['a district without area', flat(50), /no area/i],
    ['a long one along a parallel', flat(20_000), /no area/i],
  ])('refuses %s with the place', async (_, geometry, words) => {
    const path = file('bad-district.geojson', geometry);
    const { code, err } = await run('coverage', '--hydrants', hydrants(), '--district', path, '--json', '--lang', 'en');
    expect(code).toBe(1);
    expect(err).toMatch(words);
  });

  it('names on stderr what it leaves out, with row and value, and counts the rest', async () => {
    const rows = Array.from({ length: 7 }, (_, k) => `B${k},working,120.005,30.005,-5`).join('\n');
    const content = `number,status,lon,lat,radius\nA,working,x,30.005,\n${rows}\n`;
    const path = file('left.csv', content);
    const { code, err } = await run('coverage', '--hydrants', path, '--district', district(), '--lang', 'en');
    expect(code).toBe(0);
    expect(err).toMatch(/left.csv row 2.*“x”/);
    expect(err).toMatch(/left.csv:3: .*-5/);
    expect(err).toContain('3 more');
  });

  it.each(['0', '-5', 'abc', 'Infinity'])('refuses a radius of %s', async (radius) => {
    const { code, err } = await run(
      ...['coverage', '--hydrants', hydrants(), '--district', district(), '--radius', radius],
    );
    expect(code).toBe(1);
    expect(err).toContain(radius);
  });

  it('ends with 2 on wrong usage and with 0 on help', async () => {
    expect((await run('coverage')).code).toBe(2);
    expect((await run('nonsense')).code).toBe(2);
    expect((await run('coverage', '--help')).code).toBe(0);
  });
});

function bowTie() {
  const ring = [at(0, 0), at(1000, 1000), at(1000, 0), at(0, 900), at(0, 0)];
  return { type: 'Polygon', coordinates: [ring] };
}

function flat(half: number) {
  return { type: 'Polygon', coordinates: [[at(0, 0), at(half, 0), at(2 * half, 0), at(0, 0)]] };
}
