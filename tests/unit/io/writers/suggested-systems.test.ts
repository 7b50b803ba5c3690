import { describe, expect, it } from 'vitest';
import { suggestedSystems } from '../../../../src/io/writers/suggested-systems';

const codes = async (lon: number, lat: number) => (await suggestedSystems([lon, lat])).map(({ crs }) => crs);

describe('systems that suit a place', () => {
  it('are online maps and the three-degree zone in China', async () => {
    expect(await codes(118.33, 31.27)).toEqual(['GCJ02', 'BD09', 'EPSG:4548', 'EPSG:4527', 'EPSG:32650']);
    expect((await suggestedSystems([121.47, 31.23]))[2]!.name).toMatch(/CGCS2000.*CM 120E/);
  });

  it('are UTM elsewhere, on both sides of the equator', async () => {
    expect(await codes(-71.1, 42.37)).toEqual(['EPSG:32619', 'EPSG:3857']);
    expect((await codes(151.2, -33.9))[0]).toBe('EPSG:32756');
  });
});
