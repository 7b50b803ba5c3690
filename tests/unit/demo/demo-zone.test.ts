import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CoverageSession } from '../../../src/analysis/coverage/session';
import { DEFAULT_COVERAGE_SETTINGS } from '../../../src/analysis/coverage/settings';
import { localDistrict, regionOf } from '../../../src/analysis/district';
import { demoFiles } from '../../../src/demo/demo-files';
import { createDemoZone } from '../../../src/demo/demo-zone';
import { applyChange } from '../../../src/model/change/apply';
import { changeOf } from '../../../src/model/change/change';
import type { Entity, EntityType } from '../../../src/model/entities/registry';
import { emptyPlan } from '../../../src/model/plan';
import { CN } from '../../../src/model/standards/cn';

const zone = createDemoZone();
const plan = emptyPlan(zone.info);
applyChange(plan, changeOf({ key: 'open' }, { put: zone.records }));
const all = <T extends EntityType>(type: T): Entity<T>[] => [...plan.records[type].values()] as Entity<T>[];
const district = localDistrict(plan);
if (!district.ok) throw new Error(district.issue.code);
const { region, projection } = district.value;

describe('the demonstration zone', () => {
  it('is the same for the same seed and another for another', () => {
    expect(createDemoZone()).toEqual(zone);
    expect(createDemoZone(7).records).not.toEqual(zone.records);
  });

  it('has the size and the numbers that are told of it', () => {
    expect(region.areaM2 / 1e6).toBeGreaterThan(61);
    expect(region.areaM2 / 1e6).toBeLessThan(63);
    const counts = Object.fromEntries(Object.entries(plan.records).map(([type, records]) => [type, records.size]));
    expect(counts).toMatchObject({
      hydrant: 1150,
      fireStation: 1,
      microStation: 12,
      volunteerBrigade: 9,
      keyUnit: 216,
      incident: 1900,
      hazard: 420,
      candidateSite: 6,
      subdistrict: 3,
      district: 1,
    });
    expect(Math.abs(counts.roadSegment! - 1400)).toBeLessThan(60);
    expect(Math.abs(counts.building! - 9000)).toBeLessThan(300);
    const status = (wanted: string): number => all('hydrant').filter((hydrant) => hydrant.status === wanted).length;
    expect(status('planned') + status('underConstruction')).toBe(85);
    expect(Math.abs(status('damaged') - 69)).toBeLessThanOrEqual(3);
    expect(all('keyUnit').filter(({ highRisk }) => highRisk)).toHaveLength(31);
  });

  it('has roads that meet to the bit and hang together', () => {
    const parent = new Map<string, string>();
    const root = (key: string): string => {
      let at = key;
      while (parent.get(at) !== undefined && parent.get(at) !== at) at = parent.get(at)!;
      return at;
    };
    const length = new Map<string, number>();
    for (const { geometry } of all('roadSegment')) {
      const [a, b] = [geometry.coordinates[0]!, geometry.coordinates.at(-1)!].map(String);
      for (const key of [a!, b!]) if (!parent.has(key)) parent.set(key, key);
      parent.set(root(a!), root(b!));
    }
    for (const { geometry } of all('roadSegment')) {
      const key = root(String(geometry.coordinates[0]));
      length.set(key, (length.get(key) ?? 0) + geometry.coordinates.length);
    }
    const sizes = [...length.values()];
    expect(Math.max(...sizes) / sizes.reduce((sum, size) => sum + size, 0)).toBeGreaterThan(0.98);
  });

  it('keeps every record within the district', () => {
    for (const type of ['hydrant', 'keyUnit', 'microStation', 'fireStation', 'volunteerBrigade'] as const) {
      const outside = all(type).filter(({ geometry }) => !region.contains(...projection.forward(geometry.coordinates)));
      expect([type, outside.map(({ id }) => id)]).toEqual([type, []]);
    }
  });

  it('has subdistricts that tile the district', () => {
    const areas = all('subdistrict').map(({ geometry }) => {
      const land = regionOf(geometry, projection);
      return land.ok ? land.value.areaM2 : Number.NaN;
    });
    expect(areas.reduce((sum, area) => sum + area, 0) / region.areaM2).toBeCloseTo(1, 6);
  });

  it('shows its story: three built-up gaps come first, and planned hydrants would close part of two', () => {
    const session = CoverageSession.create(plan, DEFAULT_COVERAGE_SETTINGS, CN);
    if (!session.ok) throw new Error(session.issue.code);
    const { gaps, buildings, covered } = session.value.answer();
    expect(gaps.slice(0, 3).every((gap) => gap.buildings > 150 && gap.keyUnits > 1)).toBe(true);
    expect(buildings.share).toBeGreaterThan(0.75);
    const built = CoverageSession.create(plan, { ...DEFAULT_COVERAGE_SETTINGS, countPlanned: true }, CN);
    if (!built.ok) throw new Error(built.issue.code);
    expect(built.value.answer().covered.areaM2).toBeGreaterThan(covered.areaM2 + 2e6);
  });

  it('has incidents of 36 months whose far corner is reached late', () => {
    const days = all('incident')
      .map(({ calledAt }) => calledAt!.slice(0, 10))
      .sort();
    expect(days[0]! >= '2023-07-01' && days.at(-1)! <= zone.info.asOf).toBe(true);
    const minutes = ({ calledAt, arrivedAt }: Entity<'incident'>): number =>
      (Date.parse(`${arrivedAt}Z`) - Date.parse(`${calledAt}Z`)) / 60_000;
    const far = all('incident').filter(({ geometry }) => {
      const [x, y] = projection.forward(geometry.coordinates);
      return x > 2500 && y > 1000;
    });
    const mean = far.reduce((sum, incident) => sum + minutes(incident), 0) / far.length;
    expect(mean).toBeGreaterThan(10);
  });

  it('is what data/demo-zone/ holds', () => {
    for (const { path, text } of demoFiles())
      expect(readFileSync(`data/demo-zone/${path}`, 'utf8') === text, path).toBe(true);
  });
});
