import type { TileAddress } from './tile-address';

/** The request of one tile, counted as XYZ does: columns from the west, rows from the north. */
export function tileUrl(address: TileAddress, z: number, x: number, y: number, ratio: 1 | 2 = 1): string {
  const { template, servers, matrices, rowsFromSouth } = address;
  const fromSouth = 2 ** z - 1 - y;
  const values: Readonly<Record<string, string>> = {
    z: matrices?.[z] ?? String(z),
    x: String(x),
    y: String(rowsFromSouth ? fromSouth : y),
    '-y': String(fromSouth),
    q: quadkey(z, x, y),
    s: servers[(x + y) % servers.length] ?? '',
    r: ratio === 2 ? '@2x' : '',
  };
  return template.replace(/\{(-?[a-z])\}/g, (_, name: string) => values[name] ?? '');
}

/** One digit a zoom, from the largest square inward: 0 north-west, 1 north-east, 2 south-west, 3 south-east. */
function quadkey(z: number, x: number, y: number): string {
  return Array.from({ length: z }, (_, k) => {
    const bit = 2 ** (z - 1 - k);
    return (Math.floor(x / bit) % 2) + 2 * (Math.floor(y / bit) % 2);
  }).join('');
}
