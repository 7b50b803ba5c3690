import { describe, expect, it } from 'vitest';
import { awayM, placeFrame, placer } from '../../../../src/panels/import/place-frame';

const TOWN = [118.3, 31.2, 118.4, 31.3] as const;

describe('the small map of an import', () => {
  it('frames district and file, with roads while they can be told apart', () => {
    expect(placeFrame(TOWN, [118.35, 31.25, 118.42, 31.28])).toEqual({
      bounds: [118.3, 31.2, 118.42, 31.3],
      showRoads: true,
      apart: false,
    });
    expect(placeFrame(TOWN, [117, 31, 117.1, 31.1])).toMatchObject({ showRoads: false, apart: false });
    expect(placeFrame(TOWN, [-71, 42, -70.9, 42.1])).toMatchObject({ showRoads: false, apart: true });
    expect(placeFrame(null, TOWN)).toMatchObject({ bounds: TOWN });
    expect(placeFrame(null, null)).toBeNull();
  });

  it('says how far a file lies outside', () => {
    expect(awayM(TOWN, [118.31, 31.21, 118.39, 31.29])).toBe(0);
    expect(awayM(TOWN, [118.35, 32.3, 118.35, 32.3])).toBeCloseTo(111_200, -2);
  });

  it('keeps north up, the middle in the middle and a metre a metre in both directions', () => {
    const place = placer(TOWN, 300, 300);
    const [x, y] = place([118.35, 31.25]);
    expect(x).toBeCloseTo(150);
    expect(y).toBeCloseTo(150);
    const east = place([118.35 + 0.01 / Math.cos((31.25 * Math.PI) / 180), 31.25])[0] - 150;
    const north = 150 - place([118.35, 31.26])[1];
    expect(east).toBeCloseTo(north, 6);
    expect(north).toBeGreaterThan(0);
  });
});
