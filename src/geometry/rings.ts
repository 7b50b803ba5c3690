import type { XY } from '../base/coordinates';

/** Signed area of a ring, closed or not: positive when it runs counter-clockwise. Square units of the coordinates. */
export function ringArea(ring: readonly XY[]): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let twice = 0;
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[(i + 1) % ring.length]!;
    twice += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return twice / 2;
}

/** Area centroid of a ring; the mean of its points when it has no area. */
export function ringCentroid(ring: readonly XY[]): XY {
  const [x0, y0] = ring[0] ?? [0, 0];
  let twice = 0;
  let sumX = 0;
  let sumY = 0;
  for (let i = 0; i < ring.length; i++) {
    const [ax, ay] = ring[i]!;
    const [bx, by] = ring[(i + 1) % ring.length]!;
    const cross = (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
    twice += cross;
    sumX += (ax + bx - 2 * x0) * cross;
    sumY += (ay + by - 2 * y0) * cross;
  }
  if (Math.abs(twice) < Number.MIN_VALUE) return meanOf(ring);
  return [x0 + sumX / (3 * twice), y0 + sumY / (3 * twice)];
}

/** Whether a point lies in a ring (crossing number; a point on the ring may count either way). */
export function ringContains(ring: readonly XY[], x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!;
    const [xj, yj] = ring[j]!;
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** Whether a point lies in a polygon given as outer ring and holes. */
export function polygonContains(rings: readonly (readonly XY[])[], x: number, y: number): boolean {
  return rings.length > 0 && ringContains(rings[0]!, x, y) && !rings.slice(1).some((hole) => ringContains(hole, x, y));
}

export interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** The box around points; infinite and turned inside out without any. */
export function boxOf(points: readonly XY[]): Box {
  let minX = Number.POSITIVE_INFINITY;
  let minY = Number.POSITIVE_INFINITY;
  let maxX = Number.NEGATIVE_INFINITY;
  let maxY = Number.NEGATIVE_INFINITY;
  for (const [x, y] of points) {
    minX = Math.min(minX, x);
    minY = Math.min(minY, y);
    maxX = Math.max(maxX, x);
    maxY = Math.max(maxY, y);
  }
  return { minX, minY, maxX, maxY };
}

function meanOf(ring: readonly XY[]): XY {
  const n = Math.max(1, ring.length);
  return [ring.reduce((sum, [x]) => sum + x, 0) / n, ring.reduce((sum, [, y]) => sum + y, 0) / n];
}
