import gcoord from 'gcoord';
import type { LonLat } from '../../base/coordinates';

export type OffsetSystem = 'GCJ02' | 'BD09';

const SYSTEMS = { GCJ02: gcoord.GCJ02, BD09: gcoord.BD09 } as const;
/** About a millimetre. */
const TOLERANCE_DEG = 1e-8;
const MOST_STEPS = 20;

/** Mainland China roughly, where online maps shift coordinates; outside, the offset is nought. */
export function isInChina(lon: number, lat: number): boolean {
  return lon > 72 && lon < 137.9 && lat > 0.8 && lat < 55.9;
}

/** Roughly Taiwan, Hong Kong and Macau, whose own tables do not come from shifted maps. */
const UNSHIFTED = [
  [119.2, 21.8, 122.2, 25.5],
  [113.82, 22.13, 114.45, 22.57],
  [113.52, 22.1, 113.61, 22.22],
] as const;

/** Where a table without a named system was most likely filled from an online map with shifted coordinates. */
export function showsOffsetMaps(lon: number, lat: number): boolean {
  const unshifted = UNSHIFTED.some(
    ([west, south, east, north]) => lon > west && lon < east && lat > south && lat < north,
  );
  return isInChina(lon, lat) && !unshifted;
}

/** WGS84 as an online map shows it: GCJ-02 (高德, 腾讯) or BD-09 (百度). */
export function toOffset(system: OffsetSystem, [lon, lat]: LonLat): LonLat {
  const [x, y] = gcoord.transform([lon, lat], gcoord.WGS84, SYSTEMS[system]);
  return [x, y];
}

/** Back to WGS84, see `inverseOffset`. */
export function fromOffset(system: OffsetSystem, position: LonLat): LonLat {
  return inverseOffset(system)(position);
}

/**
 * A way back to WGS84: fixed-point steps on the published forward formula until it agrees to a millimetre. Each position
 * begins with the shift of the one before, which is near in a file of one town; that halves the steps.
 */
export function inverseOffset(system: OffsetSystem): (position: LonLat) => LonLat {
  let [shiftX, shiftY] = [0, 0];
  return ([lon, lat]) => {
    let [guessX, guessY] = [lon - shiftX, lat - shiftY];
    for (let step = 0; step < MOST_STEPS; step++) {
      const [x, y] = toOffset(system, [guessX, guessY]);
      guessX += lon - x;
      guessY += lat - y;
      if (Math.abs(lon - x) < TOLERANCE_DEG && Math.abs(lat - y) < TOLERANCE_DEG) break;
    }
    shiftX = lon - guessX;
    shiftY = lat - guessY;
    return [guessX, guessY];
  };
}
