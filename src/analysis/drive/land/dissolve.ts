import type { LandCells } from './cells';

/** A border between two groups, or between one and nothing, as corners of the cells; anticlockwise around the group. */
export interface LandRing {
  readonly group: number;
  readonly corners: readonly number[];
  /** The group across each side (from corner k to the next); −1 where the land ends. */
  readonly across: readonly number[];
}

/** The borders of cells that belong together. @param groupOf of each cell; below 0 = none */
export function dissolve(cells: LandCells, groupOf: ArrayLike<number>): LandRing[] {
  const { sideFrom, sideTo, sideCell } = cells;
  const border = borderSides(cells, groupOf);
  // Sides that leave each corner, as chains: the last noted first.
  const last = new Int32Array(cells.cornerX.length).fill(-1);
  const before = new Int32Array(border.length).fill(-1);
  for (const [k, s] of border.entries()) {
    before[k] = last[sideFrom[s]!]!;
    last[sideFrom[s]!] = k;
  }
  const used = new Uint8Array(border.length);
  const rings: LandRing[] = [];
  for (let start = 0; start < border.length; start++) {
    if (used[start]) continue;
    const group = groupOf[sideCell[border[start]!]!]!;
    const corners: number[] = [];
    const across: number[] = [];
    for (let k = start; k >= 0; ) {
      const s = border[k]!;
      used[k] = 1;
      corners.push(sideFrom[s]!);
      across.push(acrossOf(cells, s, groupOf));
      k = last[sideTo[s]!]!;
      while (k >= 0 && (used[k] === 1 || groupOf[sideCell[border[k]!]!] !== group)) k = before[k]!;
    }
    if (corners.length > 2) rings.push({ group, corners, across });
  }
  return rings;
}

function borderSides({ sideCell, twin }: LandCells, groupOf: ArrayLike<number>): number[] {
  const border: number[] = [];
  for (let s = 0; s < sideCell.length; s++) {
    const group = groupOf[sideCell[s]!]!;
    if (group < 0) continue;
    const other = twin[s]!;
    if (other < 0 || groupOf[sideCell[other]!] !== group) border.push(s);
  }
  return border;
}

function acrossOf({ sideCell, twin }: LandCells, side: number, groupOf: ArrayLike<number>): number {
  const other = twin[side]!;
  return other < 0 ? -1 : Math.max(-1, groupOf[sideCell[other]!]!);
}
