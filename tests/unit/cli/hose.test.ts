import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../../support/command-line';
import { at, rectangle } from '../../support/plans';

const { folder, file, run } = commandLine();

const feature = (properties: object, geometry: object) => ({ type: 'Feature', properties, geometry });
const collection = (...features: object[]) => ({ type: 'FeatureCollection', features });
const line = (...points: [number, number][]) => ({ type: 'LineString', coordinates: points.map(([x, y]) => at(x, y)) });

const roads = (): string =>
  file(
    'roads.geojson',
    collection(
      feature({ id: 'street', name: 'Street', highway: 'residential' }, line([0, 0], [600, 0])),
      feature({ id: 'bank', highway: 'residential', maxspeed: -20 }, line([0, 60], [600, 60])),
    ),
  );
const hydrants = (): string => {
  const row = (id: string, x: number, y: number, rest: string): string => `${id},${at(x, y).join(',')},${rest}`;
  return file(
    'hydrants.csv',
    [
      'number,lon,lat,status,flow',
      row('A', 300, 62, 'working,15'),
      row('B', 30, 2, 'damaged,15'),
      row('C', 0, 60, 'working,'),
    ].join('\n'),
  );
};
const buildings = (): string =>
  file(
    'buildings.geojson',
    collection(
      feature({ id: 'here', building: 'house' }, rectangle(300, 65, 310, 75)),
      feature({ id: 'across', building: 'house' }, rectangle(300, 5, 310, 15)),
    ),
  );
const args = (): string[] => [
  'hose',
  '--hydrants',
  hydrants(),
  '--roads',
  roads(),
  '--buildings',
  buildings(),
  '--lang',
  'en',
];

describe('shuantu hose', () => {
  it('prints one JSON object and writes the buildings', async () => {
    const out = join(folder(), 'out.geojson');
    const { code, out: text, err } = await run(...args(), '--json', '--out', out);
    expect(code).toBe(0);
    const report = JSON.parse(text);
    expect(report.hydrants).toMatchObject({ read: 3, used: 2, offStreet: [], withoutFlow: ['C'] });
    expect(report.buildings).toMatchObject({
      total: 2,
      inCarried: { metres: 180, count: 1, share: 0.5 },
      byVerdict: { passes: 1, distance: 1 },
    });
    expect(report.crow).toMatchObject({ radiusM: 150, count: 2, notByHose: 1, notByHoseIds: ['across'] });
    expect(report.failing[0]).toMatchObject({ id: 'across', clause: 'GB 50974-2014 7.2.5, 3.3.2', neededLps: 15 });
    expect(report.streets.reachedM).toBeGreaterThan(0);
    expect(err).toMatch(/1 hydrants in service have no flow.*C/);
    const written = JSON.parse(readFileSync(out, 'utf8'));
    expect(written.features.map(({ properties }: { properties: { verdict: string } }) => properties.verdict)).toEqual([
      'passes',
      'distance',
    ]);
  });

  it('reaches less with less hose and judges by the profile asked for', async () => {
    const { out } = await run(...args(), '--json', '--metres', '10', '--profile', 'dvgw');
    const report = JSON.parse(out);
    expect(report.buildings.inCarried).toMatchObject({ metres: 10, count: 0 });
    expect(report.measure).toMatchObject({ kind: 'sum', withinM: 300, clause: 'DVGW W 405' });
  });

  it('prints a table in Chinese', async () => {
    const { code, out } = await run(...args().slice(0, -1), 'zh');
    expect(code).toBe(0);
    expect(out).toContain('水带');
  });

  it.each([
    [['--metres', 'abc'], /--metres.*abc/],
    [['--metres', '-5'], /--metres.*-5/],
    [['--metres', '1e9'], /carriedM/],
    [['--hose', '70'], /70.*65, 80, 90/],
    [['--join', 'maybe'], /ends, touching, crossing/],
    [['--profile', 'xx'], /xx.*cn/],
  ])('refuses %o with what would do', async (wrong, words) => {
    const { code, err, out } = await run(...args(), '--json', ...wrong);
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toMatch(words);
  });

  it('names the file that holds no roads', async () => {
    const { code, err } = await run(
      'hose',
      '--hydrants',
      hydrants(),
      '--roads',
      buildings(),
      '--buildings',
      buildings(),
      '--lang',
      'en',
    );
    expect(code).toBe(1);
    expect(err).toContain('buildings.geojson');
    expect(err.trim().split('\n')).toHaveLength(1);
  });

  it('says that roads without length are none', async () => {
    const dot = file('dot.geojson', collection(feature({ id: 'dot' }, line([0, 0], [0, 0]))));
    const { code, err } = await run(
      'hose',
      '--hydrants',
      hydrants(),
      '--roads',
      dot,
      '--buildings',
      buildings(),
      '--lang',
      'en',
    );
    expect(code).toBe(1);
    expect(err).toMatch(/no road/);
  });
});

describe('files of different places', () => {
  it('are told from a town without water', async () => {
    const elsewhere = file('elsewhere.geojson', collection(feature({ id: 'e' }, line([5000, 0], [5600, 0]))));
    const { code, err } = await run(...args(), '--roads', elsewhere);
    expect(code).toBe(1);
    expect(err).toMatch(/buildings\.geojson.*elsewhere\.geojson/);
  });
});

describe('shuantu audit', () => {
  it('lists findings with clause, value, limit and records, and what of the files was left out', async () => {
    const out = join(folder(), 'findings.geojson');
    const { code, out: text } = await run(
      ...['audit', '--hydrants', hydrants(), '--roads', roads(), '--json', '--lang', 'en', '--out', out],
    );
    expect(code).toBe(0);
    const report = JSON.parse(text);
    const spacing = report.findings.find(({ check }: { check: string }) => check === 'spacing');
    expect(spacing).toMatchObject({ clause: 'GB 50974-2014 7.2.5', limit: { max: 120 } });
    expect(spacing.measured).toBeCloseTo(300, 0);
    expect(report.files.roads.leftOut).toMatchObject([{ row: 2, column: 'maxspeed', whole: false }]);
    expect(report.files.roads.leftOut[0].reason).toMatch(/-20/);
    expect(report.notChecked.some(({ check }: { check: string }) => check === 'pumpConnection')).toBe(true);
    const written = JSON.parse(readFileSync(out, 'utf8'));
    expect(written.features[0]).toMatchObject({
      geometry: { type: 'Point' },
      properties: { check: 'spacing', max: 120 },
    });
  });

  it('prints a table in both languages', async () => {
    const call = ['audit', '--hydrants', hydrants(), '--roads', roads(), '--buildings', buildings()];
    expect((await run(...call, '--lang', 'zh')).out).toContain('沿路间距');
    expect((await run(...call, '--lang', 'en')).out).toContain('Spacing along the street');
  });
});
