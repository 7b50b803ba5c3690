import type { LonLat } from '../../base/coordinates';
import type { ImportCheck } from '../../io/mapping/check';
import { entityBounds } from '../../model/lookups/bounds';
import type { Plan } from '../../model/plan';
import type { Bounds } from '../../store/state';
import { placeFrame, placer } from './place-frame';

/** More roads than this would be a smear at this size, and take long. */
const MOST_ROADS = 3000;
const DOT_PX = 1.7;
const LONELY_DOT_PX = 4;

type Place = (position: LonLat) => readonly [number, number];

/** The box around the plan's district; null without one. */
export function homeOf({ records }: Plan): Bounds | null {
  const district = records.district.values().next().value;
  return district ? entityBounds(district.geometry) : null;
}

/** Draws the district's outline, its roads and a sample of the file's records, all framed. */
export function drawPlaces(canvas: HTMLCanvasElement, plan: Plan, check: ImportCheck | null, outlinePx: number): void {
  const context = sized(canvas);
  const frame = placeFrame(homeOf(plan), check?.bounds ?? null);
  if (!context || !frame) return;
  const place = placer(frame.bounds, canvas.clientWidth, canvas.clientHeight);
  const colour = (name: string): string => getComputedStyle(canvas).getPropertyValue(name);
  if (frame.showRoads) stroke(context, roadsOf(plan), place, colour('--hairline'), 1);
  for (const { geometry } of plan.records.district.values())
    stroke(context, geometry.coordinates.flat(), place, colour('--quiet'), outlinePx);
  dots(context, check?.places ?? new Float64Array(0), place, colour('--accent'), frame.apart ? LONELY_DOT_PX : DOT_PX);
}

/** The canvas at the sharpness of the screen. */
function sized(canvas: HTMLCanvasElement): CanvasRenderingContext2D | null {
  const ratio = window.devicePixelRatio || 1;
  canvas.width = canvas.clientWidth * ratio;
  canvas.height = canvas.clientHeight * ratio;
  const context = canvas.getContext('2d');
  context?.scale(ratio, ratio);
  return context;
}

function roadsOf({ records }: Plan): (readonly LonLat[])[] {
  const every = Math.max(1, Math.ceil(records.roadSegment.size / MOST_ROADS));
  return [...records.roadSegment.values()]
    .filter((_, k) => k % every === 0)
    .map(({ geometry }) => geometry.coordinates);
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

function dots(
  context: CanvasRenderingContext2D,
  places: Float64Array,
  place: Place,
  colour: string,
  radius: number,
): void {
  context.fillStyle = colour;
  for (let k = 0; k < places.length; k += 2) {
    const [x, y] = place([places[k]!, places[k + 1]!]);
    context.beginPath();
    context.arc(x, y, radius, 0, 2 * Math.PI);
    context.fill();
  }
}
