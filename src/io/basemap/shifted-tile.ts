import type { LonLat } from '../../base/coordinates';
import { toOffset } from '../crs/chinese-offset';

/** How to make one tile in WGS84 from the tiles of a GCJ-02 map. Lengths are in tiles. */
export interface ShiftedTile {
  /** The source tiles it is cut from: the north-western one, and how many columns and rows. */
  readonly left: number;
  readonly top: number;
  readonly columns: number;
  readonly rows: number;
  /**
   * Where the tile's own (u, v), 0…1 from its north-western corner, lie among them, counted from (left, top):
   * [origin x, origin y, x per u, y per u, x per v, y per v].
   */
  readonly affine: readonly [number, number, number, number, number, number];
}

/** A shift smaller than this part of a tile (half a pixel of 256) cannot be seen. */
const INVISIBLE = 0.5 / 256;
/** Smoothing looks one pixel over the edge. */
const MARGIN = 1 / 256;

/**
 * The plan for tile x, y at zoom z, or null when it is drawn as it is: outside China, or so far out that the shift is under
 * half a pixel. GCJ-02 bends within a tile away from the affine map used, and at zoom 9 it bends most: places land within
 * 0.8 pixels of 256 a tile at every zoom, within 0.3 from zoom 12, within 0.1 from zoom 14 (measured over all China in
 * tests/unit/io/basemap/shifted-tile.test.ts).
 */
export function shiftedTile(z: number, x: number, y: number): ShiftedTile | null {
  const corners = [
    [0, 0],
    [1, 0],
    [0, 1],
    [1, 1],
  ].map(([u, v]) => inSource(z, x + u!, y + v!));
  const [nw, ne, sw, se] = corners as [Tile, Tile, Tile, Tile];
  const moved = Math.max(...corners.map(([cx, cy], k) => Math.hypot(cx - x - (k % 2), cy - y - (k >> 1))));
  if (moved < INVISIBLE) return null;
  const perU: Tile = [(ne[0] - nw[0] + se[0] - sw[0]) / 2, (ne[1] - nw[1] + se[1] - sw[1]) / 2];
  const perV: Tile = [(sw[0] - nw[0] + se[0] - ne[0]) / 2, (sw[1] - nw[1] + se[1] - ne[1]) / 2];
  const middle = [0, 1].map((axis) => corners.reduce((sum, corner) => sum + corner[axis]!, 0) / 4) as [number, number];
  const origin: Tile = [middle[0] - (perU[0] + perV[0]) / 2, middle[1] - (perU[1] + perV[1]) / 2];
  const xs = corners.map(([cx]) => cx);
  const ys = corners.map(([, cy]) => cy);
  const left = Math.floor(Math.min(...xs) - MARGIN);
  const top = Math.floor(Math.min(...ys) - MARGIN);
  return {
    left,
    top,
    columns: Math.floor(Math.max(...xs) + MARGIN) - left + 1,
    rows: Math.floor(Math.max(...ys) + MARGIN) - top + 1,
    affine: [origin[0] - left, origin[1] - top, ...perU, ...perV],
  };
}

/** The canvas transform [a, b, c, d, e, f] that puts the joined source tiles, so many pixels each, on the tile. */
export function canvasTransform({ affine }: ShiftedTile, pixels: number) {
  const [ox, oy, xu, yu, xv, yv] = affine;
  const det = xu * yv - xv * yu;
  const [a, b, c, d] = [yv / det, -yu / det, -xv / det, xu / det];
  return [a, b, c, d, -(a * ox + c * oy) * pixels, -(b * ox + d * oy) * pixels] as const;
}

type Tile = readonly [x: number, y: number];

/** Where the GCJ-02 map draws what lies at this place of the WGS84 tile grid. */
function inSource(z: number, x: number, y: number): Tile {
  return lonLatToTile(z, toOffset('GCJ02', tileToLonLat(z, x, y)));
}

/** Degrees to tiles of Web Mercator, with fractions. */
export function lonLatToTile(z: number, [lon, lat]: LonLat): Tile {
  const sin = Math.sin((lat * Math.PI) / 180);
  return [((lon + 180) / 360) * 2 ** z, (0.5 - Math.atanh(sin) / (2 * Math.PI)) * 2 ** z];
}

export function tileToLonLat(z: number, x: number, y: number): LonLat {
  const lat = Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / 2 ** z)));
  return [(x / 2 ** z) * 360 - 180, (lat * 180) / Math.PI];
}
