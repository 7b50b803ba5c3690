import type { XY } from '../base/coordinates';
import { createRandom } from '../base/random';

/**
 * The zone's skeleton: a grid of arterials, bent by a smooth map so that it looks grown, with a river in one of its rows.
 * A cell lies between four arterials; streets divide it into blocks.
 */
export type ZoneKind = 'oldTown' | 'newTown' | 'industry' | 'village' | 'fields' | 'river' | 'outside';

export interface Cell {
  readonly column: number;
  readonly row: number;
  readonly kind: ZoneKind;
  /** Blocks across and up. */
  readonly across: number;
  readonly up: number;
  readonly subdistrict: 0 | 1 | 2;
}

/** Metres before bending: arterials run along these. */
export const COLUMN_X = [-4800, -3750, -2800, -1900, -950, 50, 1100, 2250, 3450, 4750];
export const ROW_Y = [-3550, -2500, -1530, -590, -390, 570, 1530, 2520, 3600];
export const RIVER_ROW = 3;
/** Columns of arterials that cross the river. */
export const BRIDGES: readonly number[] = [1, 3, 5, 7];

/** o old town, n new town, i industry, v village, f fields, x outside; the southernmost row first. */
const KINDS = [
  'xvvfnvfix', //
  'vnoonniii',
  'nooonniii',
  'rrrrrrrrr',
  'nnnnnniii',
  'vnnnnniiv',
  'xfnnnniiv',
  'xxvnvnvfv',
];
/** Street offices: 0 老城, 1 新城, 2 高新. */
const OFFICES = [
  '000000222', //
  '000000222',
  '000000222',
  '000001222',
  '111111222',
  '111111222',
  '111111222',
  '111111222',
];

const NAMES: Readonly<Record<string, ZoneKind>> = {
  o: 'oldTown',
  n: 'newTown',
  i: 'industry',
  v: 'village',
  f: 'fields',
  r: 'river',
  x: 'outside',
};

const BLOCKS: Readonly<Record<ZoneKind, readonly [number, number]>> = {
  oldTown: [6, 6],
  newTown: [4, 3],
  industry: [3, 3],
  village: [2, 2],
  fields: [2, 1],
  river: [1, 1],
  outside: [1, 1],
};

export const CELLS: readonly Cell[] = KINDS.flatMap((line, row) =>
  [...line].map((letter, column): Cell => {
    const kind = NAMES[letter]!;
    const [across, up] = BLOCKS[kind];
    return { column, row, kind, across, up, subdistrict: Number(OFFICES[row]![column]) as 0 | 1 | 2 };
  }),
);

export function cellAt(column: number, row: number): Cell | undefined {
  if (column < 0 || row < 0 || column >= COLUMN_X.length - 1 || row >= ROW_Y.length - 1) return undefined;
  const cell = CELLS[row * (COLUMN_X.length - 1) + column]!;
  return cell.kind === 'outside' ? undefined : cell;
}

/** Bends the straight grid: long waves, a few per zone. */
export function bend([x, y]: XY): XY {
  return [
    x + 210 * Math.sin(y / 2300 + 0.6) + 70 * Math.sin(x / 1300 + y / 1900),
    y + 300 * Math.sin(x / 2700 + 1.1) + 60 * Math.sin(y / 1000 - x / 3100),
  ];
}

/** A place within a cell before bending; 0, 0 is its south-west corner, 1, 1 its north-east. */
export function within({ column, row }: Cell, s: number, t: number): XY {
  return [
    COLUMN_X[column]! + s * (COLUMN_X[column + 1]! - COLUMN_X[column]!),
    ROW_Y[row]! + t * (ROW_Y[row + 1]! - ROW_Y[row]!),
  ];
}

/** How far a crossing inside a cell is off the regular lattice, before bending: lanes of the old town and villages wander. */
export function crossingShift(cell: Cell, i: number, j: number, seed: number): XY {
  const reach = { oldTown: 26, village: 90, fields: 120, newTown: 8, industry: 0, river: 0, outside: 0 }[cell.kind];
  const random = createRandom(seed).fork(`crossing ${cell.column} ${cell.row} ${i} ${j}`);
  return [reach * (2 * random.next() - 1), reach * (2 * random.next() - 1)];
}

/** Ends of streets on an arterial: shares of the cell's side. Two that would be nearly the same become one. */
export function ticks(blocks: number, otherBlocks: number | undefined): number[] {
  const own = fractions(blocks);
  const other = otherBlocks === undefined ? [] : fractions(otherBlocks);
  return [...own, ...other.filter((tick) => own.every((mine) => Math.abs(mine - tick) > 0.05))].sort((a, b) => a - b);
}

/** Where a street that would end at `tick` really meets an arterial shared with a cell of other blocks. */
export function meeting(tick: number, owns: boolean, otherBlocks: number | undefined): number {
  if (owns || otherBlocks === undefined) return tick;
  return fractions(otherBlocks).find((other) => Math.abs(other - tick) <= 0.05) ?? tick;
}

function fractions(blocks: number): number[] {
  return Array.from({ length: blocks - 1 }, (_, k) => (k + 1) / blocks);
}

/** What stands in a block when it is no ordinary one. */
export type BlockUse = 'ordinary' | 'park' | 'school' | 'mall' | 'hospital' | 'towers';

export interface Block {
  readonly cell: Cell;
  readonly i: number;
  readonly j: number;
  /** South-west, south-east, north-east, north-west, bent. */
  readonly corners: readonly [XY, XY, XY, XY];
  readonly use: BlockUse;
}

/** Every block of the zone with its corners where the streets cross. */
export function blocksOf(seed: number): Block[] {
  const random = createRandom(seed).fork('blocks');
  return CELLS.filter(({ kind }) => kind !== 'outside' && kind !== 'river').flatMap((cell) => {
    const blocks: Block[] = [];
    for (let j = 0; j < cell.up; j++)
      for (let i = 0; i < cell.across; i++)
        blocks.push({
          cell,
          i,
          j,
          corners: [
            crossing(cell, i, j, seed),
            crossing(cell, i + 1, j, seed),
            crossing(cell, i + 1, j + 1, seed),
            crossing(cell, i, j + 1, seed),
          ],
          use: blockUse(cell, random.next()),
        });
    return blocks;
  });
}

/** The crossing i across and j up in a cell, bent; on the cell's border it is where the street meets the arterial. */
export function crossing(cell: Cell, i: number, j: number, seed: number): XY {
  const onSide = i === 0 || i === cell.across;
  const onEnd = j === 0 || j === cell.up;
  let s = i / cell.across;
  let t = j / cell.up;
  if (onSide && !onEnd) t = meeting(t, i === 0, i === 0 ? undefined : cellAt(cell.column + 1, cell.row)?.up);
  if (onEnd && !onSide) s = meeting(s, j === 0, j === 0 ? undefined : cellAt(cell.column, cell.row + 1)?.across);
  const [x, y] = within(cell, s, t);
  if (onSide || onEnd) return bend([x, y]);
  const [dx, dy] = crossingShift(cell, i, j, seed);
  return bend([x + dx, y + dy]);
}

function blockUse({ kind }: Cell, dice: number): BlockUse {
  if (kind === 'newTown') {
    if (dice < 0.09) return 'park';
    if (dice < 0.17) return 'school';
    if (dice < 0.27) return 'mall';
    if (dice < 0.29) return 'hospital';
    return dice < 0.55 ? 'towers' : 'ordinary';
  }
  if (kind === 'oldTown') return dice < 0.05 ? 'park' : dice < 0.1 ? 'school' : 'ordinary';
  return 'ordinary';
}
