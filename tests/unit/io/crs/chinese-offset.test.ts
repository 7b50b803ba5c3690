import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromOffset, isInChina, showsOffsetMaps, toOffset } from '../../../../src/io/crs/chinese-offset';

const M_PER_DEG = 111_320;
const inChina = fc.tuple(fc.double({ min: 76, max: 131, noNaN: true }), fc.double({ min: 19, max: 52, noNaN: true }));

describe('coordinates of Chinese online maps', () => {
  it.each(['GCJ02', 'BD09'] as const)('come back from %s to within a centimetre', (system) => {
    fc.assert(
      fc.property(inChina, ([lon, lat]) => {
        const [x, y] = fromOffset(system, toOffset(system, [lon, lat]));
        expect(Math.hypot(x - lon, y - lat) * M_PER_DEG).toBeLessThan(0.01);
      }),
      { numRuns: 500 },
    );
  });

  it('lie some hundred metres off, and BD-09 farther than GCJ-02', () => {
    fc.assert(
      fc.property(inChina, ([lon, lat]) => {
        const off = (system: 'GCJ02' | 'BD09'): number => {
          const [x, y] = toOffset(system, [lon, lat]);
          return Math.hypot((x - lon) * Math.cos((lat * Math.PI) / 180), y - lat) * M_PER_DEG;
        };
        expect(off('GCJ02')).toBeGreaterThan(20);
        expect(off('GCJ02')).toBeLessThan(1200);
        expect(off('BD09')).toBeLessThan(2500);
      }),
    );
  });

  it('are as published for the square of Tiananmen', () => {
    // The pair given with the public description of the algorithm: WGS-84 116.404, 39.915 shows at 116.41024, 39.91640.
    const [lon, lat] = toOffset('GCJ02', [116.404, 39.915]);
    expect(lon).toBeCloseTo(116.41024, 4);
    expect(lat).toBeCloseTo(39.9164, 4);
  });

  it('are not shifted outside China', () => {
    expect(toOffset('GCJ02', [-71.1, 42.4])).toEqual([-71.1, 42.4]);
    expect(isInChina(-71.1, 42.4)).toBe(false);
    expect(showsOffsetMaps(121.47, 31.22)).toBe(true);
    expect(showsOffsetMaps(121.5, 25.04)).toBe(false);
    expect(showsOffsetMaps(114.17, 22.3)).toBe(false);
  });
});
