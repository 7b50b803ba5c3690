import fc from 'fast-check';
import proj4 from 'proj4';
import { describe, expect, it } from 'vitest';
import type { LonLat } from '../../../../src/base/coordinates';
import { toOffset } from '../../../../src/io/crs/chinese-offset';
import { toWgs84 } from '../../../../src/io/crs/crs';
import { epsgTable } from '../../../../src/io/crs/epsg-table';
import { guessCrs } from '../../../../src/io/crs/guess';
import type { CrsContext } from '../../../../src/io/crs/offer';
import { Reference } from '../../../../src/io/crs/reference';
import type { Bounds, Sample } from '../../../../src/io/crs/sample';
import { at } from '../../../support/plans';

const PLAIN: CrsContext = { words: '', chinese: false };
const DISTRICT: Bounds = [...at(-2000, -2000), ...at(2000, 2000)];

/** A town of streets every 300 m east–west and 240 m north–south. */
const STREETS: LonLat[][] = Array.from({ length: 14 }, (_, k) => [
  [at(-2000, -2000 + 300 * k), at(2000, -2000 + 300 * k)],
  [at(-2000 + 240 * k, -2000), at(-2000 + 240 * k, 2000)],
]).flat();
const ROADS = Reference.of(STREETS)!;
/** Hydrants eight metres off the kerb. */
const HYDRANTS: LonLat[] = Array.from({ length: 60 }, (_, k) => at(-1900 + 61 * k, -2000 + 300 * (k % 13) + 8));

async function first(sample: Sample, context: Partial<CrsContext> = {}) {
  const { offers, confidence } = await guessCrs(sample, { ...PLAIN, ...context });
  return { ...offers[0], confidence };
}

describe('degrees', () => {
  it('that the file declares are believed', async () => {
    expect(await first(HYDRANTS, { declared: 'EPSG:4326' })).toMatchObject({
      crs: 'WGS84',
      reason: 'declared',
      confidence: 'certain',
    });
    expect(await first(HYDRANTS, { declared: 'GCJ02' })).toMatchObject({ crs: 'GCJ02', confidence: 'certain' });
  });

  it('outside China need no thought', async () => {
    expect(await first([[-71.1, 42.4]], { chinese: true })).toMatchObject({ crs: 'WGS84', confidence: 'certain' });
  });

  it('of a Chinese table are likely from an online map, unless a word says otherwise', async () => {
    expect(await first(HYDRANTS, { chinese: true })).toMatchObject({
      crs: 'GCJ02',
      reason: 'habit',
      confidence: 'likely',
    });
    expect(await first(HYDRANTS, { chinese: true, words: '经度(WGS84)' })).toMatchObject({
      crs: 'WGS84',
      reason: 'named',
      confidence: 'certain',
    });
    expect(await first(HYDRANTS, { words: '百度坐标' })).toMatchObject({ crs: 'BD09', reason: 'named' });
    expect(await first([[121.5, 25.04]], { chinese: true })).toMatchObject({ crs: 'WGS84', confidence: 'certain' });
  });

  it.each(['WGS84', 'GCJ02', 'BD09'] as const)('of %s are found by matching with the roads', async (system) => {
    const file = system === 'WGS84' ? HYDRANTS : HYDRANTS.map((position) => toOffset(system, position));
    const guess = await first(file, { chinese: true, references: [ROADS], district: DISTRICT });
    expect(guess).toMatchObject({ crs: system, reason: 'matched', confidence: 'certain' });
    expect(guess.distanceM).toBeLessThan(10);
  });

  it('that a file declares but that lie on the roads only when shifted back are offered so, and somebody should look', async () => {
    const file = HYDRANTS.map((position) => toOffset('GCJ02', position));
    const guess = await first(file, { declared: 'WGS84', references: [ROADS], district: DISTRICT });
    expect(guess).toMatchObject({ crs: 'GCJ02', reason: 'matched', confidence: 'likely' });
  });

  it('of units are found by the buildings they are marked in, where the roads tell nothing', async () => {
    const middles = Array.from({ length: 900 }, (_, k) =>
      at(-1500 + 33 * (k % 30) * 3, -1500 + 100 * Math.floor(k / 30)),
    );
    const buildings = Reference.of(middles.map((middle) => [middle]))!;
    const units = middles.filter((_, k) => k % 17 === 0).map(([lon, lat]) => toOffset('BD09', [lon + 2e-5, lat]));
    const guess = await first(units, { references: [ROADS, buildings], district: DISTRICT });
    expect(guess).toMatchObject({ crs: 'BD09', reason: 'matched' });
    expect(guess.distanceM).toBeLessThan(5);
  });

  it('of hydrants between buildings are proven by no building', async () => {
    const middles = Array.from({ length: 900 }, (_, k) => [
      at(-1500 + 100 * (k % 30), -1500 + 100 * Math.floor(k / 30)),
    ]);
    const between = Array.from({ length: 60 }, (_, k) => at(-1450 + 100 * (k % 28), -1450 + 100 * (k % 25)));
    const buildings = Reference.of(middles)!;
    expect(await first(between, { references: [buildings], district: DISTRICT })).toMatchObject({
      crs: 'WGS84',
      reason: 'range',
    });
  });

  it('prove nothing by a handful of points', async () => {
    expect(await first(HYDRANTS.slice(0, 5), { references: [ROADS] })).toMatchObject({ reason: 'range' });
  });

  it('in the wrong order are seen by their size, by letters, or by the district', async () => {
    const turned = HYDRANTS.map(([lon, lat]) => [lat, lon] as const);
    expect(await first(turned)).toMatchObject({ crs: 'WGS84', swap: true });
    const boston: Sample = [[42.37, -71.11]];
    expect(await first(boston)).toMatchObject({ swap: false });
    expect(await first(boston, { first: 'lat' })).toMatchObject({ swap: true });
    expect(await first(boston, { district: [-71.2, 42.3, -71, 42.5] })).toMatchObject({
      swap: true,
      reason: 'inDistrict',
    });
  });

  it('without their minus are seen by the district', async () => {
    const district: Bounds = [-71.2, 42.3, -71, 42.5];
    expect(await first([[71.11, 42.37]], { district })).toMatchObject({
      swap: false,
      negate: 'lon',
      reason: 'inDistrict',
    });
    expect(await first([[42.37, 71.11]], { district })).toMatchObject({ swap: true, negate: 'lon' });
    expect(await first([[18.4, 33.9]], { district: [18.3, -34.1, 18.6, -33.8] })).toMatchObject({ negate: 'lat' });
  });

  it('survive noughts, gaps and nothing at all', async () => {
    expect(
      await first([
        [0, 0],
        [Number.NaN, 5],
        [120, 30],
      ]),
    ).toMatchObject({ crs: 'WGS84', swap: false });
    expect(await first([])).toMatchObject({ crs: 'WGS84' });
  });
});

describe('metres', () => {
  const in3857 = proj4('WGS84', 'EPSG:3857');

  it('that the file declares are believed, but not when the file plainly holds degrees', async () => {
    expect(await first([[512_000, 3_460_000]], { declared: 'EPSG:4549' })).toMatchObject({
      crs: 'EPSG:4549',
      confidence: 'certain',
    });
    expect(await first([[120, 30]], { declared: 'EPSG:4549' })).toMatchObject({ crs: 'WGS84', confidence: 'ask' });
  });

  it('that nobody declares are offered and never certain, even where a GeoJSON counts as WGS84', async () => {
    const file = HYDRANTS.map((position) => in3857.forward([...position]) as [number, number]);
    const guess = await first(file, { declared: 'WGS84', district: DISTRICT });
    expect(guess).toMatchObject({ crs: 'EPSG:3857', swap: false, confidence: 'ask' });
  });

  it('fit nothing when they fit nothing', async () => {
    expect(await guessCrs([[9e8, 9e8]], { ...PLAIN, district: DISTRICT })).toEqual({ offers: [], confidence: 'ask' });
  });

  it('rank by the datum that the file’s words name', async () => {
    const table = await epsgTable();
    const project = proj4('WGS84', table['4549']![1]);
    const file = HYDRANTS.map((position) => project.forward([...position]) as [number, number]);
    expect(await first(file, { district: DISTRICT })).toMatchObject({ crs: 'EPSG:4549', reason: 'inDistrict' });
    expect(await first(file, { district: DISTRICT, words: '坐标（西安80）' })).toMatchObject({
      crs: 'EPSG:2385',
      reason: 'named',
    });
    expect(await first(file, { district: DISTRICT, references: [ROADS] })).toMatchObject({
      crs: 'EPSG:4549',
      reason: 'matched',
    });
  });

  it('of any office’s grid are found through the district', async () => {
    const table = await epsgTable();
    const district: Bounds = [-71.2, 42.3, -71, 42.45];
    const project = proj4('WGS84', table['2249']![1]);
    const file: Sample = [
      [-71.11, 42.37],
      [-71.12, 42.38],
      [-71.1, 42.36],
    ].map((p) => project.forward(p) as [number, number]);
    const { offers } = await guessCrs(file, { ...PLAIN, district });
    const places = await Promise.all(
      offers.map(async ({ crs, swap }) => {
        const made = await toWgs84(crs);
        return made.ok ? made.value(...(swap ? ([file[0]![1], file[0]![0]] as const) : file[0]!)) : [0, 0];
      }),
    );
    expect(places.some(([lon, lat]) => Math.hypot(lon! + 71.11, lat! - 42.37) < 1e-5)).toBe(true);
  });

  it('of every Gauss–Krüger zone, datum and order have the true system among the offers', async () => {
    const table = await epsgTable();
    const rows = [4513, 4534, 4491, 2349, 2370, 2327, 2401, 2422, 21_413];
    const cases = fc.record({
      row: fc.constantFrom(...rows),
      zone: fc.integer({ min: 1, max: 9 }),
      east: fc.double({ min: -1.2, max: 1.2, noNaN: true }),
      lat: fc.double({ min: 22, max: 48, noNaN: true }),
      swap: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(cases, async ({ row, zone, east, lat, swap }) => {
        const [, definition] = table[String(row + zone)]!;
        const lon = Number(definition.match(/lon_0=(\d+)/)![1]) + east;
        const [x, y] = proj4('WGS84', definition).forward([lon, lat]) as [number, number];
        const district: Bounds = [lon - 0.05, lat - 0.05, lon + 0.05, lat + 0.05];
        const { offers, confidence } = await guessCrs([swap ? [y, x] : [x, y]], { ...PLAIN, district });
        expect(confidence).toBe('ask');
        expect(offers).toContainEqual(expect.objectContaining({ crs: `EPSG:${row + zone}`, swap }));
      }),
      { numRuns: 60 },
    );
  });
});
