import type { XY } from '../base/coordinates';

/** A rectangle on the ground: centre, half sizes, direction of its long side. */
export interface Footprint {
  readonly x: number;
  readonly y: number;
  readonly halfLength: number;
  readonly halfWidth: number;
  readonly angle: number;
}

/** Counter-clockwise corners. */
export function cornersOf({ x, y, halfLength, halfWidth, angle }: Footprint): XY[] {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const at = (u: number, v: number): XY => [x + u * cos - v * sin, y + u * sin + v * cos];
  return [
    at(-halfLength, -halfWidth),
    at(halfLength, -halfWidth),
    at(halfLength, halfWidth),
    at(-halfLength, halfWidth),
  ];
}

/** Cells of this size hold the rectangles and road pieces that may collide. */
const CELL_M = 120;

/** What stands on the ground so far; says whether there is room for one more. */
export class Ground {
  private readonly cells = new Map<string, Footprint[]>();

  /** Adds the rectangle unless it comes nearer than `apartM` to another. */
  place(footprint: Footprint, apartM: number): boolean {
    const wider = { ...footprint, halfLength: footprint.halfLength + apartM, halfWidth: footprint.halfWidth + apartM };
    const keys = keysOf(wider);
    for (const key of keys) for (const other of this.cells.get(key) ?? []) if (overlap(wider, other)) return false;
    this.add(footprint, keysOf(footprint));
    return true;
  }

  /** Keeps the ground under a road piece free. */
  pave([ax, ay]: XY, [bx, by]: XY, widthM: number): void {
    const road = {
      x: (ax + bx) / 2,
      y: (ay + by) / 2,
      halfLength: Math.hypot(bx - ax, by - ay) / 2,
      halfWidth: widthM / 2,
      angle: Math.atan2(by - ay, bx - ax),
    };
    this.add(road, keysOf(road));
  }

  private add(footprint: Footprint, keys: readonly string[]): void {
    for (const key of keys) {
      const list = this.cells.get(key);
      if (list) list.push(footprint);
      else this.cells.set(key, [footprint]);
    }
  }
}

function keysOf(footprint: Footprint): string[] {
  const corners = cornersOf(footprint);
  const cell = (value: number): number => Math.floor(value / CELL_M);
  const xs = corners.map(([x]) => cell(x));
  const ys = corners.map(([, y]) => cell(y));
  const keys: string[] = [];
  for (let x = Math.min(...xs); x <= Math.max(...xs); x++)
    for (let y = Math.min(...ys); y <= Math.max(...ys); y++) keys.push(`${x},${y}`);
  return keys;
}

/** Two rectangles overlap unless a side of one of them separates them (separating axis). */
function overlap(a: Footprint, b: Footprint): boolean {
  const cornersA = cornersOf(a);
  const cornersB = cornersOf(b);
  for (const angle of [a.angle, a.angle + Math.PI / 2, b.angle, b.angle + Math.PI / 2]) {
    const cos = Math.cos(angle);
    const sin = Math.sin(angle);
    const along = ([x, y]: XY): number => x * cos + y * sin;
    const pa = cornersA.map(along);
    const pb = cornersB.map(along);
    if (Math.max(...pa) <= Math.min(...pb) || Math.max(...pb) <= Math.min(...pa)) return false;
  }
  return true;
}
