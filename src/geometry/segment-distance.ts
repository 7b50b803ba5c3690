/** How far two segments are apart, and where on the first the nearest place lies (0…1). */
export interface SegmentsApart {
  readonly distanceM: number;
  readonly alongA: number;
}

/** Two segments in the plane: 0 where they cross; else one of the four ends is nearest to the other segment. */
export function segmentsApart(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): SegmentsApart {
  const crossing = crossingAlong(ax, ay, bx, by, cx, cy, dx, dy);
  if (crossing >= 0) return { distanceM: 0, alongA: crossing };
  const c = alongOf(ax, ay, bx, by, cx, cy);
  const d = alongOf(ax, ay, bx, by, dx, dy);
  const fromC = Math.hypot(ax + (bx - ax) * c - cx, ay + (by - ay) * c - cy);
  const fromD = Math.hypot(ax + (bx - ax) * d - dx, ay + (by - ay) * d - dy);
  const fromA = toSegment(cx, cy, dx, dy, ax, ay);
  const fromB = toSegment(cx, cy, dx, dy, bx, by);
  const distanceM = Math.min(fromC, fromD, fromA, fromB);
  const alongA = distanceM === fromC ? c : distanceM === fromD ? d : distanceM === fromA ? 0 : 1;
  return { distanceM, alongA };
}

/** From a point to a segment. */
export function toSegment(ax: number, ay: number, bx: number, by: number, x: number, y: number): number {
  const t = alongOf(ax, ay, bx, by, x, y);
  return Math.hypot(ax + (bx - ax) * t - x, ay + (by - ay) * t - y);
}

function alongOf(ax: number, ay: number, bx: number, by: number, x: number, y: number): number {
  const [ux, uy] = [bx - ax, by - ay];
  const length2 = ux * ux + uy * uy;
  return length2 === 0 ? 0 : Math.min(1, Math.max(0, ((x - ax) * ux + (y - ay) * uy) / length2));
}

/** Place along the first where both cross; −1 where they do not or are parallel. */
function crossingAlong(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  dx: number,
  dy: number,
): number {
  const [rx, ry, sx, sy] = [bx - ax, by - ay, dx - cx, dy - cy];
  const cross = rx * sy - ry * sx;
  if (cross === 0) return -1;
  const t = ((cx - ax) * sy - (cy - ay) * sx) / cross;
  const u = ((cx - ax) * ry - (cy - ay) * rx) / cross;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? t : -1;
}
