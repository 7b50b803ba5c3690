import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine } from '../../support/command-line';
import { at, point } from '../../support/plans';

const { run, file, folder } = commandLine();

const stations = (): string =>
  file('stations.geojson', {
    type: 'FeatureCollection',
    features: [
      { type: 'Feature', properties: { id: 's1', name: '一站' }, geometry: point(0, 0) },
      { type: 'Feature', properties: { id: 's2', name: '二站' }, geometry: point(2000, 0) },
    ],
  });
const roads = (): string =>
  file('roads.geojson', {
    type: 'FeatureCollection',
    features: [
      {
        type: 'Feature',
        properties: { id: 'r1', name: '中山路' },
        geometry: { type: 'LineString', coordinates: [at(0, 0), at(2000, 0)] },
      },
    ],
  });

describe('shuantu response', () => {
  it('gives reach and first due in input order and writes the stretches', async () => {
    const out = join(folder(), 'reach.geojson');
    const { code, out: text } = await run(
      ...['response', '--stations', stations(), '--roads', roads(), '--metres', '500,1000', '--out', out, '--json'],
    );
    expect(code).toBe(0);
    const report = JSON.parse(text);
    expect(report.network).toMatchObject({ nodes: 2, edges: 1, components: 1, droppedLengthM: 0 });
    expect(
      report.reach.map((ring: { metres: number; roadLengthM: number }) => [ring.metres, Math.round(ring.roadLengthM)]),
    ).toEqual([
      [500, 1000],
      [1000, 2000],
    ]);
    expect(report.firstDue.map(({ stationId }: { stationId: string }) => stationId)).toEqual(['s1', 's2']);
    expect(report.stations[0]).toMatchObject({ id: 's1', snapM: expect.closeTo(0, 3) });
    expect(JSON.parse(readFileSync(out, 'utf8')).features).toHaveLength(4);
  });

  it('speaks Chinese when asked', async () => {
    const { code, out } = await run(...['response', '--stations', stations(), '--roads', roads(), '--lang', 'zh']);
    expect(code).toBe(0);
    expect(out).toContain('首到道路');
    expect(out).toContain('一站');
  });

  it.each([
    [['--minutes', '4,x'], 'minutes'],
    [['--minutes', '4', '--metres', '500'], '--metres'],
    [['--join', 'sometimes'], 'crossing'],
    [['--tolerance', '-3'], 'toleranceM'],
  ])('ends with 1 and a sentence for %j', async (extra, names) => {
    const { code, out, err } = await run(
      'response',
      '--stations',
      stations(),
      '--roads',
      roads(),
      ...extra,
      '--lang',
      'en',
    );
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain(names);
    expect(err).not.toMatch(/\n\s+at /);
  });
});
