import { describe, expect, it } from 'vitest';
import { toWgs84 } from '../../../../src/io/crs/crs';
import { fromWgs84 } from '../../../../src/io/crs/from-wgs84';
import { prjOf } from '../../../../src/io/crs/prj';

describe('the text of a .prj', () => {
  it.each([
    ['WGS84', 118.3],
    ['EPSG:4490', 118.3],
    ['EPSG:4549', 118.3],
    ['EPSG:4527', 118.3],
    ['EPSG:4504', 118.3],
    ['EPSG:32650', 118.3],
    ['EPSG:32750', 118.3],
    ['EPSG:2437', 118.3],
    ['EPSG:2385', 118.3],
    ['EPSG:3857', 118.3],
  ])('says the same as the table of %s', async (crs, lon) => {
    const text = await prjOf(crs);
    expect(text).toMatch(/^(PROJCS|GEOGCS)\[/);
    const [forward, back] = [await fromWgs84(crs), await toWgs84(text!)];
    if (!forward.ok || !back.ok) throw new Error('no computation');
    const [first, second] = forward.value.convert([lon, 31.27]);
    const [x, y] = back.value(first, second);
    // A millimetre: shifts between datums are no exact inverses of each other.
    expect(Math.abs(x - lon)).toBeLessThan(1e-8);
    expect(Math.abs(y - 31.27)).toBeLessThan(1e-8);
  });

  it.each(['GCJ02', 'BD09', 'EPSG:999999', 'EPSG:27700x'])('does not exist for %s', async (crs) => {
    expect(await prjOf(crs)).toBeNull();
  });
});
