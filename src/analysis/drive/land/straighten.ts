import type { LandCells } from './cells';
import type { LandRing } from './dissolve';

/** A stretch of border with one group (or nothing: −1) across, from corner to corner. */
export interface BorderRun {
  readonly across: number;
  readonly corners: readonly number[];
}

const END_M = 10;

/**
 * Borders with the cells' small steps taken out: each stretch between the same two groups is simplified by itself (Douglas
 * and Peucker 1973), the same way from both sides, so that neighbours still meet. For the eye; areas come from the cells.
 * @param toleranceM how far a border between two groups may move; where the land ends it stays within 10 m
 */
export function straighten(
  { cornerX, cornerY }: Pick<LandCells, 'cornerX' | 'cornerY'>,
  { corners, across }: LandRing,
  toleranceM: number,
): BorderRun[] {
  const count = corners.length;
  const breaks = Array.from(across.keys()).filter((k) => across[k] !== across[(k + count - 1) % count]);
  // A border with one neighbour all around begins at its lowest corner, whichever side it is seen from.
  const starts = breaks.length > 0 ? breaks : [corners.indexOf(Math.min(...corners))];
  return starts.map((start, k): BorderRun => {
    const end = starts[k + 1] ?? starts[0]! + count;
    const run = Array.from({ length: end - start + 1 }, (_, i) => corners[(start + i) % count]!);
    const beyond = across[start]!;
    return { across: beyond, corners: simplified(run, cornerX, cornerY, beyond < 0 ? END_M : toleranceM) };
  });
}

function simplified(run: readonly number[], x: Float64Array, y: Float64Array, toleranceM: number): number[] {
  const backwards = run[0]! > run[run.length - 1]!;
  const line = backwards ? [...run].reverse() : run;
  const keep = new Uint8Array(line.length);
  keep[0] = keep[line.length - 1] = 1;
  const open: [number, number][] = [[0, line.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [first, last] = span;
    let [far, at] = [toleranceM, -1];
    for (let k = first + 1; k < last; k++) {
      const off = offLine(x, y, line[k]!, line[first]!, line[last]!);
      if (off > far) [far, at] = [off, k];
    }
    if (at < 0) continue;
    keep[at] = 1;
    open.push([first, at], [at, last]);
  }
  const kept = line.filter((_, k) => keep[k]);
  return backwards ? kept.reverse() : kept;
}

/** Distance of a corner from the stretch between two others, metres. */
function offLine(x: Float64Array, y: Float64Array, p: number, a: number, b: number): number {
  const [dx, dy] = [x[b]! - x[a]!, y[b]! - y[a]!];
  const [px, py] = [x[p]! - x[a]!, y[p]! - y[a]!];
  const length2 = dx * dx + dy * dy;
  const t = length2 === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / length2));
  return Math.hypot(px - dx * t, py - dy * t);
}
