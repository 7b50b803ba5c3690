import { describe, expect, it } from 'vitest';
import { diamondAngle, fromDiamond } from '../../../src/geometry/diamond-angle';
import { centreOf, createProjection } from '../../../src/geometry/projection';

describe('createProjection', () => {
  const projection = createProjection([118, 31]);

  it('puts the origin at 0, 0 and comes back', () => {
    expect(projection.forward([118, 31])).toEqual([0, expect.closeTo(0, 9)]);
    const [lon, lat] = projection.inverse(projection.forward([118.3, 31.2]));
    expect(lon).toBeCloseTo(118.3, 10);
    expect(lat).toBeCloseTo(31.2, 10);
  });

  it('measures one second of latitude and longitude at 31° as the ellipsoid has them', () => {
    // Meridian radius a(1−e²)/(1−e²sin²φ)^1.5 = 6,352,322.6 m and parallel radius N·cosφ = 5,477,088.5 m at 31° on WGS84.
    const second = Math.PI / 180 / 3600;
    expect(projection.forward([118, 31 + 1 / 3600])[1]).toBeCloseTo(6352322.6 * second, 3);
    expect(projection.forward([118 + 1 / 3600, 31])[0]).toBeCloseTo(5476800 * second, 1);
  });

  it('converts arrays as it converts points', () => {
    const all = projection.forwardAll(Float64Array.of(118.1, 31.1, 117.9, 30.9));
    expect([...all]).toEqual([...projection.forward([118.1, 31.1]), ...projection.forward([117.9, 30.9])]);
  });

  it('centres on the area, not on the points', () => {
    const ring = [
      [0, 0],
      [2, 0],
      [2, 1],
      [2, 2],
      [0, 2],
    ] as const;
    expect(centreOf([[ring]])).toEqual([1, 1]);
  });
});

describe('diamondAngle', () => {
  it('grows with the angle and comes back to the same direction', () => {
    const unit = new Float64Array(2);
    let before = -1;
    for (let k = 0; k < 1000; k++) {
      const angle = (2 * Math.PI * k) / 1000;
      const diamond = diamondAngle(Math.cos(angle), Math.sin(angle));
      expect(diamond).toBeGreaterThan(before);
      before = diamond;
      fromDiamond(diamond, unit);
      expect(unit[0]).toBeCloseTo(Math.cos(angle), 12);
      expect(unit[1]).toBeCloseTo(Math.sin(angle), 12);
    }
  });
});
