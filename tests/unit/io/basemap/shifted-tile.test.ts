import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canvasTransform, lonLatToTile, shiftedTile, tileToLonLat } from '../../../../src/io/basemap/shifted-tile';
import { toOffset } from '../../../../src/io/crs/chinese-offset';

/** How far, in pixels of 256 a tile, a place of the source map lands from where WGS84 wants it. */
function errorPx(lon: number, lat: number, z: number): number {
  const [tx, ty] = lonLatToTile(z, [lon, lat]);
  const [x, y] = [Math.floor(tx), Math.floor(ty)];
  const [sx, sy] = lonLatToTile(z, toOffset('GCJ02', [lon, lat]));
  const plan = shiftedTile(z, x, y);
  if (!plan) return 256 * Math.hypot(sx - tx, sy - ty);
  const [a, b, c, d, e, f] = canvasTransform(plan, 256);
  const [mx, my] = [(sx - plan.left) * 256, (sy - plan.top) * 256];
  return Math.hypot(a * mx + c * my + e - (tx - x) * 256, b * mx + d * my + f - (ty - y) * 256);
}

const lonInChina = fc.double({ min: 74, max: 134, noNaN: true });
const latInChina = fc.double({ min: 18.5, max: 53, noNaN: true });

describe('a tile cut from a GCJ-02 map', () => {
  it('puts every place of China within 0.8 pixel at every zoom up to 18, and within a third from zoom 12', () => {
    fc.assert(
      fc.property(lonInChina, latInChina, fc.integer({ min: 0, max: 18 }), (lon, lat, z) => {
        expect(errorPx(lon, lat, z)).toBeLessThan(z < 12 ? 0.8 : 1 / 3);
      }),
      { numRuns: 4000 },
    );
  });

  it('stays as sharp at the closest zooms', () => {
    for (let z = 19; z <= 22; z++) expect(errorPx(121.47, 31.23, z)).toBeLessThan(0.01);
  });

  it('asks only for tiles that it is cut from: four as a rule, nine at most', () => {
    fc.assert(
      fc.property(lonInChina, latInChina, fc.integer({ min: 8, max: 18 }), (lon, lat, z) => {
        const [x, y] = lonLatToTile(z, [lon, lat]).map(Math.floor) as [number, number];
        const plan = shiftedTile(z, x, y);
        if (!plan) return;
        expect(plan.columns * plan.rows).toBeLessThanOrEqual(9);
        for (const [u, v] of [
          [0, 0],
          [1, 0],
          [0, 1],
          [1, 1],
        ] as const) {
          const [sx, sy] = lonLatToTile(z, toOffset('GCJ02', tileToLonLat(z, x + u, y + v)));
          expect(sx >= plan.left && sx <= plan.left + plan.columns).toBe(true);
          expect(sy >= plan.top && sy <= plan.top + plan.rows).toBe(true);
        }
      }),
    );
  });

  it('leaves tiles outside China, and far out, as they are', () => {
    const [x, y] = lonLatToTile(16, [13.4, 52.5]).map(Math.floor) as [number, number];
    expect(shiftedTile(16, x, y)).toBeNull();
    expect(shiftedTile(4, 13, 6)).toBeNull();
  });
});
