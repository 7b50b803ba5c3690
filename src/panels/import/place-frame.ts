import type { LonLat } from '../../base/coordinates';
import type { Bounds } from '../../store/state';

const MARGIN_PX = 14;
const M_PER_DEG = 111_200;
/** A frame this many times as wide as the district makes its roads a smear. */
const ROADS_UP_TO = 4;
/** In one this many times as wide, district and file are dots themselves. */
const APART_FROM = 50;

/** What a small map of district and file shows. */
export interface PlaceFrame {
  readonly bounds: Bounds;
  readonly showRoads: boolean;
  /** So far apart that both must be drawn large to be seen. */
  readonly apart: boolean;
}

/** The frame around the district and the file's records; null without either. */
export function placeFrame(home: Bounds | null, file: Bounds | null): PlaceFrame | null {
  const bounds = home && file ? joined(home, file) : (home ?? file);
  if (!bounds) return null;
  const times = home ? spanOf(bounds) / spanOf(home) : 1;
  return { bounds, showRoads: times <= ROADS_UP_TO, apart: times >= APART_FROM };
}

/** Longitude and latitude to pixels: the frame in the middle, its proportions kept. */
export function placer(
  [west, south, east, north]: Bounds,
  width: number,
  height: number,
): (position: LonLat) => readonly [x: number, y: number] {
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [spanX, spanY] = [Math.max((east - west) * squeeze, 1e-4), Math.max(north - south, 1e-4)];
  const scale = Math.min((width - 2 * MARGIN_PX) / spanX, (height - 2 * MARGIN_PX) / spanY);
  const [middleLon, middleLat] = [(west + east) / 2, (south + north) / 2];
  return ([lon, lat]) => [width / 2 + (lon - middleLon) * squeeze * scale, height / 2 - (lat - middleLat) * scale];
}

/** How far the middle of the file lies outside the district's box, metres; 0 within it. */
export function awayM([west, south, east, north]: Bounds, file: Bounds): number {
  const [lon, lat] = [(file[0] + file[2]) / 2, (file[1] + file[3]) / 2];
  const x = Math.max(west - lon, 0, lon - east) * Math.cos((lat * Math.PI) / 180);
  const y = Math.max(south - lat, 0, lat - north);
  return Math.hypot(x, y) * M_PER_DEG;
}

function spanOf([west, south, east, north]: Bounds): number {
  return Math.max(east - west, north - south);
}

function joined(a: Bounds, b: Bounds): Bounds {
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
