import type { RawFeature, RawTable } from '../readers/reader';
import { letteredAxis, parseAngle, parsePair } from './angle';
import type { PositionColumns } from './import-plan';
import { folded, nameForms } from './names';
import { cellsOf } from './samples';
import { LAT_NAMES, LON_NAMES, PAIR_NAMES } from './synonyms';

const LON_PART = /经度|longitude|^lon|^lng|东坐标|横坐标|easting/;
const LAT_PART = /纬度|latitude|^lat|北坐标|纵坐标|northing/;

/** The columns that hold the position of a table: by name, as a pair in one column, or by what the numbers are. */
export function findPosition(table: RawTable): PositionColumns | undefined {
  return byName(table) ?? byPair(table) ?? byPart(table) ?? byNumbers(table);
}

/** Which number of a position the file writes first, where names or letters tell; undefined when they do not. */
export function orderOf(features: readonly RawFeature[], { lon, lat }: PositionColumns): 'lon' | 'lat' | undefined {
  if (lon !== lat) return undefined;
  const cells = cellsOf(features, lon, 50).map(String);
  const lettered = cells.map(letteredAxis).find((axis) => axis !== null);
  if (lettered) return lettered;
  const name = folded(lon);
  const [x, y] = [name.search(/lon|lng|经/), name.search(/lat|纬/)];
  if (x >= 0 && y >= 0) return x < y ? 'lon' : 'lat';
  return undefined;
}

function byName({ columns }: RawTable): PositionColumns | undefined {
  const find = (names: readonly string[]): string | undefined =>
    names
      .map((name) => columns.find((column) => nameForms(column).includes(folded(name))))
      .find((column) => column !== undefined);
  const [lon, lat] = [find(LON_NAMES), find(LAT_NAMES)];
  return lon !== undefined && lat !== undefined ? { lon, lat } : undefined;
}

function byPair({ columns, features }: RawTable): PositionColumns | undefined {
  const named = PAIR_NAMES.flatMap((name) => columns.filter((column) => folded(column) === folded(name)));
  const pair = [...named, ...columns].find((column) => holdsPairs(features, column, named.includes(column)));
  return pair === undefined ? undefined : { lon: pair, lat: pair };
}

/** Half of the cells will do where the name speaks for it; without, nearly all, and with decimals as places have them. */
function holdsPairs(features: readonly RawFeature[], column: string, named: boolean): boolean {
  const cells = cellsOf(features, column);
  const pairs = cells.filter((cell) => {
    const pair = typeof cell === 'string' ? parsePair(cell) : null;
    return pair !== null && (named || (/\.\d{3}|[°度]/.test(String(cell)) && pair.every((v) => Math.abs(v) <= 180)));
  });
  return pairs.length > 0 && pairs.length >= (named ? 0.5 : 0.9) * cells.length;
}

function byPart({ columns }: RawTable): PositionColumns | undefined {
  const lon = columns.find((column) => LON_PART.test(folded(column)));
  const lat = columns.find((column) => LAT_PART.test(folded(column)));
  return lon !== undefined && lat !== undefined ? { lon, lat } : undefined;
}

/** The only two columns of numbers with four decimals or more that can be degrees. */
function byNumbers({ columns, features }: RawTable): PositionColumns | undefined {
  const fine = columns.filter((column) => {
    const cells = cellsOf(features, column, 50);
    const places = cells.filter(
      (cell) => /\.\d{4,}$|[°度]/.test(String(cell)) && Math.abs(parseAngle(cell) ?? 999) <= 180,
    );
    return places.length >= 0.6 * cells.length && places.length > 1;
  });
  if (fine.length !== 2) return undefined;
  const [first, second] = fine as [string, string];
  const middle = (column: string): number => {
    const values = cellsOf(features, column, 50).map((cell) => Math.abs(parseAngle(cell) ?? 0));
    return values.sort((a, b) => a - b)[values.length >> 1]!;
  };
  return middle(first) < middle(second) ? { lon: second, lat: first } : { lon: first, lat: second };
}
