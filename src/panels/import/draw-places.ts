import type { LonLat } from '../../base/coordinates';
import type { ImportCheck } from '../../io/mapping/check';
import { entityBounds } from '../../model/lookups/bounds';
import type { Plan } from '../../model/plan';
import type { Bounds, ThemeId } from '../../store/state';

/** More roads than this would be a smear at this size, and take long. */
const MOST_ROADS = 3000;
const MARGIN_PX = 14;
const DOT_PX = 1.7;
const LONELY_DOT_PX = 4;
/** A file this many times larger than the district makes its roads a smear. */
const ROADS_UP_TO = 4;
const M_PER_DEG = 111_200;

/** Draws the district's outline, its roads and a sample of the file's records, all framed. */
export function drawPlaces(canvas: HTMLCanvasElement, plan: Plan, check: ImportCheck | null, theme: ThemeId): void {
  const { clientWidth: width, clientHeight: height } = canvas;
  const ratio = window.devicePixelRatio || 1;
  canvas.width = width * ratio;
  canvas.height = height * ratio;
  const context = canvas.getContext('2d');
  const district = plan.records.district.values().next().value;
  const home = district ? entityBounds(district.geometry) : null;
  const frame = joined(home, check?.bounds ?? null);
  if (!context || !frame) return;
  context.scale(ratio, ratio);
  const place = placer(frame, width, height);
  const colour = (name: string): string => getComputedStyle(canvas).getPropertyValue(name);
  if (home && frame[2] - frame[0] <= ROADS_UP_TO * (home[2] - home[0])) {
    const roads = [...plan.records.roadSegment.values()];
    const every = Math.max(1, Math.ceil(roads.length / MOST_ROADS));
    const lines = roads.filter((_road, k) => k % every === 0).map(({ geometry }) => geometry.coordinates);
    stroke(context, lines, place, colour('--hairline'), 1);
  }
  if (district)
    stroke(context, district.geometry.coordinates.flat(), place, colour('--quiet'), theme === 'contrast' ? 2.5 : 1.5);
  context.fillStyle = colour('--accent');
  // Far apart, district and file are dots themselves, and must be seen.
  const apart = home !== null && frame[2] - frame[0] > 50 * (home[2] - home[0]);
  const places = check?.places ?? new Float64Array(0);
  for (let k = 0; k < places.length; k += 2) {
    const [x, y] = place([places[k]!, places[k + 1]!]);
    context.beginPath();
    context.arc(x, y, apart ? LONELY_DOT_PX : DOT_PX, 0, 2 * Math.PI);
    context.fill();
  }
}

/** How far the middle of the file's records lies outside the district's box, metres; 0 without either. */
export function distanceToDistrictM({ records }: Plan, { bounds }: ImportCheck): number {
  const district = records.district.values().next().value;
  if (!district || !bounds) return 0;
  const [west, south, east, north] = entityBounds(district.geometry);
  const [lon, lat] = [(bounds[0] + bounds[2]) / 2, (bounds[1] + bounds[3]) / 2];
  const x = Math.max(west - lon, 0, lon - east) * Math.cos((lat * Math.PI) / 180);
  const y = Math.max(south - lat, 0, lat - north);
  return Math.hypot(x, y) * M_PER_DEG;
}

type Place = (position: LonLat) => readonly [number, number];

/** Longitude and latitude to pixels: the frame in the middle, its proportions kept. */
function placer([west, south, east, north]: Bounds, width: number, height: number): Place {
  const squeeze = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const [spanX, spanY] = [Math.max((east - west) * squeeze, 1e-4), Math.max(north - south, 1e-4)];
  const scale = Math.min((width - 2 * MARGIN_PX) / spanX, (height - 2 * MARGIN_PX) / spanY);
  const [middleLon, middleLat] = [(west + east) / 2, (south + north) / 2];
  return ([lon, lat]) => [width / 2 + (lon - middleLon) * squeeze * scale, height / 2 - (lat - middleLat) * scale];
}

function stroke(
  context: CanvasRenderingContext2D,
  lines: readonly (readonly LonLat[])[],
  place: Place,
  colour: string,
  width: number,
): void {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.beginPath();
  for (const line of lines)
    for (const [k, position] of line.entries()) {
      const [x, y] = place(position);
      if (k === 0) context.moveTo(x, y);
      else context.lineTo(x, y);
    }
  context.stroke();
}

function joined(a: Bounds | null, b: Bounds | null): Bounds | null {
  if (!a || !b) return a ?? b;
  return [Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[2], b[2]), Math.max(a[3], b[3])];
}
