import type { XY } from '../base/coordinates';
import type { GapShape } from './gap-rings';
import type { PointIndex } from './point-index';
import { PolygonRows } from './polygon-rows';

interface Cell {
  readonly x: number;
  readonly y: number;
  readonly half: number;
  /** No point of the cell is farther from every hydrant than this. */
  readonly bound: number;
}

/**
 * The point of a gap that is farthest from any hydrant, within `toleranceM` of the true maximum; null without hydrants.
 *
 * Branch and bound over squares: the distance to the nearest hydrant changes by at most one metre a metre, so a square
 * whose centre is d away holds nothing beyond d + half its diagonal. Corners of the gap are tried first, because in a
 * gap along the district's edge the maximum is on that edge.
 */
export function mostRemotePoint(
  gap: GapShape,
  hydrants: PointIndex,
  toleranceM = 0.5,
): { position: XY; distanceM: number } | null {
  if (hydrants.size === 0) return null;
  const distance = (x: number, y: number): number => hydrants.nearest(x, y)!.distanceM;
  let best = { position: gap.rings[0]![0]!, distanceM: 0 };
  const offer = (x: number, y: number, distanceM: number): void => {
    if (distanceM > best.distanceM) best = { position: [x, y], distanceM };
  };
  for (const ring of gap.rings) for (const [x, y] of ring) offer(x, y, distance(x, y));
  const land = new PolygonRows(gap.rings, gap.box);
  const queue = startCells(gap, distance);
  while (queue.length > 0) {
    const cell = takeFarthest(queue);
    if (cell.bound <= best.distanceM + toleranceM) break;
    const half = cell.half / 2;
    for (const [dx, dy] of QUARTERS) {
      const x = cell.x + dx * half;
      const y = cell.y + dy * half;
      const d = distance(x, y);
      const bound = d + half * Math.SQRT2;
      if (bound <= best.distanceM + toleranceM) continue;
      if (d > best.distanceM && land.contains(x, y)) offer(x, y, d);
      if (half > toleranceM / 8 && mayMeet(land, x, y, half)) queue.push({ x, y, half, bound });
    }
  }
  return best;
}

const QUARTERS: readonly XY[] = [
  [-1, -1],
  [1, -1],
  [-1, 1],
  [1, 1],
];

function startCells(gap: GapShape, distance: (x: number, y: number) => number): Cell[] {
  const { minX, minY, maxX, maxY } = gap.box;
  const half = Math.max(Math.min(maxX - minX, maxY - minY) / 2, Math.max(maxX - minX, maxY - minY) / 32, 1e-3);
  const cells: Cell[] = [];
  for (let x = minX + half; x - half < maxX; x += 2 * half)
    for (let y = minY + half; y - half < maxY; y += 2 * half)
      cells.push({ x, y, half, bound: distance(x, y) + half * Math.SQRT2 });
  return cells;
}

/** Squares are few (tens), so a scan is as good as a heap. */
function takeFarthest(queue: Cell[]): Cell {
  let at = 0;
  for (let k = 1; k < queue.length; k++) if (queue[k]!.bound > queue[at]!.bound) at = k;
  const cell = queue[at]!;
  queue[at] = queue[queue.length - 1]!;
  queue.pop();
  return cell;
}

/** Whether the square and the gap may have a point in common: its centre lies inside or an edge of the gap comes near. */
function mayMeet(land: PolygonRows, x: number, y: number, half: number): boolean {
  return land.contains(x, y) || land.isNear(x, y, half * Math.SQRT2);
}
