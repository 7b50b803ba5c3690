import type { XY } from '../base/coordinates';
import { polygonContains, ringArea } from '../geometry/rings';
import type { PutRecord } from '../model/change/change';
import { SUBDISTRICTS } from './place-names';
import { bend, CELLS, type Cell, cellAt, within } from './town-plan';
import type { GeometryWriter } from './writer';

/** Points along a side of a cell, so that the boundary bends with the arterial on it. */
const PIECES = 12;

/** The district and its subdistricts: outlines of their cells, so that they tile it exactly. */
export function boundaries(writer: GeometryWriter): PutRecord[] {
  const cells = CELLS.filter(({ kind }) => kind !== 'outside');
  const district = { id: 'district', name: '滨河经济区', geometry: writer.area(outline(cells)) };
  return [
    { type: 'district', entity: district },
    ...SUBDISTRICTS.map(([name, nameEn], k): PutRecord => {
      const own = cells.filter(({ subdistrict }) => subdistrict === k);
      const people = [86_000, 121_000, 43_000][k]!;
      return {
        type: 'subdistrict',
        entity: { id: `subdistrict-${k + 1}`, name, nameEn, people, geometry: writer.area(outline(own)) },
      };
    }),
  ];
}

/** Whether a place is in the district. */
export function districtTest(): (at: XY) => boolean {
  const rings = outline(CELLS.filter(({ kind }) => kind !== 'outside'));
  return ([x, y]) => polygonContains(rings, x, y);
}

/** The outer ring around a connected set of cells: sides that only one of them has, joined end to end. */
function outline(cells: readonly Cell[]): XY[][] {
  const own = new Set(cells);
  const sides = new Map<string, { to: string; points: XY[] }>();
  const side = (cell: Cell, from: XY, to: XY, neighbour: Cell | undefined): void => {
    if (neighbour && own.has(neighbour)) return;
    const points = Array.from({ length: PIECES }, (_, k) =>
      bend(within(cell, from[0] + ((to[0] - from[0]) * k) / PIECES, from[1] + ((to[1] - from[1]) * k) / PIECES)),
    );
    sides.set(cornerKey(cell, from), { to: cornerKey(cell, to), points });
  };
  for (const cell of cells) {
    side(cell, [0, 0], [1, 0], cellAt(cell.column, cell.row - 1));
    side(cell, [1, 0], [1, 1], cellAt(cell.column + 1, cell.row));
    side(cell, [1, 1], [0, 1], cellAt(cell.column, cell.row + 1));
    side(cell, [0, 1], [0, 0], cellAt(cell.column - 1, cell.row));
  }
  const rings: XY[][] = [];
  while (sides.size > 0) {
    const [start] = sides.keys();
    const ring: XY[] = [];
    for (let at = start; at !== undefined && sides.has(at); ) {
      const { to, points } = sides.get(at)!;
      sides.delete(at);
      ring.push(...points);
      at = to;
    }
    rings.push(ring);
  }
  return rings.sort((a, b) => ringArea(b) - ringArea(a));
}

function cornerKey({ column, row }: Cell, [s, t]: XY): string {
  return `${column + s},${row + t}`;
}
