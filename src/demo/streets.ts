import type { XY } from '../base/coordinates';
import { createRandom } from '../base/random';
import type { RoadClass } from '../model/entities/road-segment';
import { EAST_WEST, NORTH_SOUTH, STREET_SYLLABLES } from './place-names';
import {
  BRIDGES,
  bend,
  CELLS,
  type Cell,
  COLUMN_X,
  cellAt,
  crossing,
  RIVER_ROW,
  ROW_Y,
  ticks,
  type ZoneKind,
} from './town-plan';

/** A road between two crossings, in bent metres. */
export interface Street {
  readonly points: readonly XY[];
  readonly class: RoadClass;
  readonly name: string;
  readonly nameEn: string;
  readonly widthM: number;
  readonly speedKmh: number;
  readonly bridge: boolean;
  readonly zone: ZoneKind;
  readonly oneWay: boolean;
  readonly surveyed: boolean;
}

const WIDTH_M: Readonly<Record<string, number>> = {
  trunk: 44,
  primary: 36,
  secondary: 26,
  tertiary: 16,
  local: 10,
  service: 7,
};
const SPEED_KMH: Readonly<Record<string, number>> = {
  trunk: 70,
  primary: 60,
  secondary: 50,
  tertiary: 40,
  local: 30,
  service: 20,
};
/** Arterials that are more than secondary: the ring, the spine along the river and the avenue across it. */
const TRUNK_COLUMNS = [0, 9];
const TRUNK_ROWS = [0, 8];
const PRIMARY_COLUMNS = [3, 5, 7];
const PRIMARY_ROWS = [2, 4, 5];
/** Villages of the north-east were left out of the last survey of roads and water sources. */
const isUnsurveyed = ({ kind, column, row }: Cell): boolean => kind === 'village' && column >= 7 && row >= 5;

export function streetsOf(seed: number): Street[] {
  return [...arterials(), ...CELLS.flatMap((cell) => (isBuilt(cell) ? innerStreets(cell, seed) : []))];
}

function isBuilt({ kind }: Cell): boolean {
  return kind !== 'outside' && kind !== 'river';
}

function arterials(): Street[] {
  const streets: Street[] = [];
  for (let column = 0; column < COLUMN_X.length; column++)
    for (let row = 0; row < ROW_Y.length - 1; row++) {
      const sides = [cellAt(column - 1, row), cellAt(column, row)];
      if (row === RIVER_ROW ? !BRIDGES.includes(column) : !sides.some(Boolean)) continue;
      const roadClass = TRUNK_COLUMNS.includes(column)
        ? 'trunk'
        : PRIMARY_COLUMNS.includes(column)
          ? 'primary'
          : 'secondary';
      const at = (t: number): XY => [COLUMN_X[column]!, ROW_Y[row]! + t * (ROW_Y[row + 1]! - ROW_Y[row]!)];
      streets.push(
        ...divided(at, stops(sides[1]?.up, sides[0]?.up), roadClass, NORTH_SOUTH[column]!, sides, row === RIVER_ROW),
      );
    }
  for (let row = 0; row < ROW_Y.length; row++)
    for (let column = 0; column < COLUMN_X.length - 1; column++) {
      const sides = [cellAt(column, row - 1), cellAt(column, row)];
      if (!sides.some((side) => side && isBuilt(side))) continue;
      const roadClass = TRUNK_ROWS.includes(row) ? 'trunk' : PRIMARY_ROWS.includes(row) ? 'primary' : 'secondary';
      const at = (t: number): XY => [COLUMN_X[column]! + t * (COLUMN_X[column + 1]! - COLUMN_X[column]!), ROW_Y[row]!];
      streets.push(...divided(at, stops(sides[1]?.across, sides[0]?.across), roadClass, EAST_WEST[row]!, sides, false));
    }
  return streets;
}

/** The cell on the far side owns the crossings; the near one's streets bend to them. */
function stops(own: number | undefined, other: number | undefined): number[] {
  return own === undefined ? ticks(other ?? 1, undefined) : ticks(own, other);
}

function divided(
  at: (t: number) => XY,
  inner: readonly number[],
  roadClass: RoadClass,
  [name, nameEn]: readonly [string, string],
  sides: readonly (Cell | undefined)[],
  bridge: boolean,
): Street[] {
  const all = [0, ...inner, 1];
  const zone = sides.find((side) => side && isBuilt(side))?.kind ?? 'fields';
  return all.slice(1).map((to, k) => ({
    ...look(roadClass),
    points: curve(at, all[k]!, to),
    name,
    nameEn,
    bridge,
    zone,
    oneWay: false,
    surveyed: !sides.some((side) => side && isUnsurveyed(side)),
  }));
}

/** A bent line with a point about every 80 m. */
function curve(at: (t: number) => XY, from: number, to: number): XY[] {
  const [ax, ay] = at(from);
  const [bx, by] = at(to);
  const pieces = Math.max(1, Math.ceil(Math.hypot(bx - ax, by - ay) / 80));
  return Array.from({ length: pieces + 1 }, (_, k) => bend(at(from + ((to - from) * k) / pieces)));
}

function look(roadClass: RoadClass) {
  return { class: roadClass, widthM: WIDTH_M[roadClass]!, speedKmh: SPEED_KMH[roadClass]! };
}

function innerStreets(cell: Cell, seed: number): Street[] {
  const random = createRandom(seed).fork(`streets ${cell.column} ${cell.row}`);
  const streets: Street[] = [];
  const add = (from: XY, to: XY, line: number, names: readonly [string, string], oneWay: boolean): void => {
    streets.push({
      ...look(classOf(cell.kind, line)),
      points: [from, to],
      name: names[0],
      nameEn: names[1],
      bridge: false,
      zone: cell.kind,
      oneWay,
      surveyed: !isUnsurveyed(cell),
    });
  };
  const named = (suffix: readonly [string, string]): readonly [string, string] => {
    const [zh, en] = random.pick(STREET_SYLLABLES);
    return [zh + suffix[0], `${en} ${suffix[1]}`];
  };
  const suffix: readonly [string, string] =
    cell.kind === 'oldTown'
      ? ['巷', 'Lane']
      : cell.kind === 'village' || cell.kind === 'fields'
        ? ['村道', 'Village Road']
        : ['街', 'Street'];
  for (let i = 1; i < cell.across; i++) {
    const names = named(suffix);
    const oneWay = cell.kind === 'oldTown' && i % 3 === 1;
    for (let j = 0; j < cell.up; j++) add(crossing(cell, i, j, seed), crossing(cell, i, j + 1, seed), i, names, oneWay);
  }
  for (let j = 1; j < cell.up; j++) {
    const names = named(suffix);
    for (let i = 0; i < cell.across; i++)
      add(crossing(cell, i, j, seed), crossing(cell, i + 1, j, seed), j, names, false);
  }
  return streets;
}

/** Every second street of the new town and every third of the old are public; the others are yards and lanes. */
function classOf(kind: ZoneKind, line: number): RoadClass {
  if (kind === 'oldTown') return line % 3 === 0 ? 'tertiary' : 'service';
  if (kind === 'newTown') return line === 2 ? 'tertiary' : 'service';
  return kind === 'industry' ? 'tertiary' : 'local';
}
