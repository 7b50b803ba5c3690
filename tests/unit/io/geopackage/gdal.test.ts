import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createDemoZone } from '../../../../src/demo/demo-zone';
import { planFileOf, readPlanFile } from '../../../../src/io/geopackage/plan-file';
import { readFile } from '../../../../src/io/readers/registry';
import { applyChange } from '../../../../src/model/change/apply';
import { changeOf } from '../../../../src/model/change/change';
import { emptyPlan } from '../../../../src/model/plan';

const hasGdal = spawnSync('ogr2ogr', ['--version']).status === 0;

/** What GDAL says beside its answer counts: a good file draws no warning. */
function gdal(program: string, ...args: string[]): string {
  const { stdout, stderr, status } = spawnSync(program, args, { encoding: 'utf8' });
  expect(stderr).toBe('');
  expect(status).toBe(0);
  return stdout;
}

// Everything here is also covered without GDAL: definitions, plan-file and the reader have tests of their own.
describe.runIf(hasGdal)('beside GDAL, where it is on the machine', () => {
  let folder: string;
  let path: string;
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'shuantu-gdal-'));
    path = join(folder, 'plan.gpkg');
    const { info, records } = createDemoZone();
    const plan = emptyPlan(info);
    applyChange(plan, changeOf({ key: 'open' }, { put: records }));
    writeFileSync(path, await planFileOf(plan));
  }, 30_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it('GDAL reads a plan without a warning: layers, counts, types, titles and code lists', () => {
    const hydrants = gdal('ogrinfo', '-so', path, 'hydrant');
    expect(hydrants).toMatch(/IDENTIFIER=市政消火栓/);
    expect(hydrants).toMatch(/Feature Count: 1150/);
    expect(hydrants).toMatch(/status: String .*domain name=hydrant_status/);
    expect(hydrants).toMatch(/lastInspection: Date/);
    expect(gdal('ogrinfo', '-fielddomain', 'hydrant_status', path)).toMatch(/working: 完好/);
    expect(gdal('ogrinfo', '-so', path, 'incident')).toMatch(/calledAt: DateTime/);
  });

  it('GDAL gives the same records as GeoJSON', () => {
    const out = join(folder, 'roads.geojson');
    gdal('ogr2ogr', '-lco', 'COORDINATE_PRECISION=15', out, path, 'road_segment');
    const { features } = JSON.parse(readFileSync(out, 'utf8')) as GeoJSON.FeatureCollection;
    const roads = createDemoZone().records.filter(({ type }) => type === 'roadSegment');
    expect(features).toHaveLength(roads.length);
    const first = roads[0]!.entity as unknown as { id: string; name?: string; geometry: GeoJSON.LineString };
    expect(features[0]!.properties).toMatchObject({ id: first.id, name: first.name ?? null });
    const given = (features[0]!.geometry as GeoJSON.LineString).coordinates.flat();
    for (const [k, value] of first.geometry.coordinates.flat().entries()) expect(given[k]).toBeCloseTo(value, 12);
  });

  it('what GDAL edits and adds in a plan is read, and its spatial index stays whole', async () => {
    execFileSync('ogrinfo', [
      path,
      '-dialect',
      'SQLITE',
      '-sql',
      "UPDATE hydrant SET status = 'damaged' WHERE fid = 1",
    ]);
    const more = join(folder, 'more.geojson');
    writeFileSync(
      more,
      JSON.stringify({
        type: 'Feature',
        properties: { number: 'NEU' },
        geometry: { type: 'Point', coordinates: [118.3, 31.2] },
      }),
    );
    gdal('ogr2ogr', '-append', '-nln', 'hydrant', path, more);
    const read = await readPlanFile('plan.gpkg', new Uint8Array(readFileSync(path)));
    if (!read.ok) throw new Error(read.issue.code);
    const hydrants = [...read.value.plan.records.hydrant.values()];
    expect(read.value.issues).toEqual([]);
    expect(hydrants[0]).toMatchObject({ status: 'damaged' });
    expect(hydrants.at(-1)).toMatchObject({ id: 'hydrant-fid1151', number: 'NEU' });
  });

  it('a GeoPackage that GDAL writes in metres is read with its system', async () => {
    const source = join(folder, 'source.geojson');
    const target = join(folder, 'metres.gpkg');
    const feature = {
      type: 'Feature',
      properties: { 名称: '一号栓' },
      geometry: { type: 'Point', coordinates: [114, 30] },
    };
    writeFileSync(source, JSON.stringify(feature));
    gdal('ogr2ogr', '-t_srs', 'EPSG:4547', '-nln', '消火栓', target, source);
    const [table] = await readFile({ name: 'metres.gpkg', bytes: new Uint8Array(readFileSync(target)) });
    expect(table).toMatchObject({ layer: '消火栓', crs: 'EPSG:4547', columns: ['名称'] });
    const [x, y] = (table!.features[0]!.geometry as GeoJSON.Point).coordinates;
    expect(x).toBeCloseTo(500_000, 3);
    expect(y).toBeCloseTo(3_320_113.398, 1);
  });
});
