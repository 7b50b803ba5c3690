import { canvasTransform, type ShiftedTile, shiftedTile } from '../../io/basemap/shifted-tile';
import type { PictureSource } from './picture-source';
import { Recent } from './recent';

/** Enough for a screen of tiles at both its sharpnesses, about 60 MB decoded. */
const KEPT_PICTURES = 240;

/** A GCJ-02 map as one in WGS84: each tile is cut anew from the shifted ones around it. */
export function withShiftUndone(source: PictureSource): PictureSource {
  const kept = new Recent<ImageBitmap | null>(KEPT_PICTURES);
  // Neighbouring tiles are cut from the same sources, so one that is no longer wanted does not stop them.
  const keep = new AbortController().signal;
  return async (z, x, y, ratio, signal) => {
    const fetched = (sx: number, sy: number): Promise<ImageBitmap | null> =>
      kept.get(`${z}/${sx}/${sy}/${ratio}`, () => source(z, sx, sy, ratio, keep));
    const plan = shiftedTile(z, x, y);
    if (!plan) return source(z, x, y, ratio, signal);
    const parts = await Promise.all(
      cellsOf(plan, z).map(async (cell) => ({ ...cell, picture: await fetched(cell.x, cell.y) })),
    );
    signal.throwIfAborted();
    return cut(plan, parts);
  };
}

interface Cell {
  readonly column: number;
  readonly row: number;
  readonly x: number;
  readonly y: number;
}

function cellsOf({ left, top, columns, rows }: ShiftedTile, z: number): Cell[] {
  const world = 2 ** z;
  return Array.from({ length: columns * rows }, (_, k) => {
    const [column, row] = [k % columns, Math.floor(k / columns)];
    return { column, row, x: (left + column + world) % world, y: top + row };
  }).filter(({ y }) => y >= 0 && y < world);
}

/** The sources are joined first and cut in one stroke: drawn one by one, smoothing would leave a seam between them. */
function cut(plan: ShiftedTile, parts: readonly (Cell & { picture: ImageBitmap | null })[]): ImageBitmap | null {
  const pixels = parts.find(({ picture }) => picture)?.picture?.width;
  if (!pixels) return null;
  const joined = new OffscreenCanvas(plan.columns * pixels, plan.rows * pixels);
  const join = joined.getContext('2d')!;
  for (const { picture, column, row } of parts)
    if (picture) join.drawImage(picture, column * pixels, row * pixels, pixels, pixels);
  const tile = new OffscreenCanvas(pixels, pixels);
  const draw = tile.getContext('2d')!;
  draw.imageSmoothingQuality = 'high';
  draw.setTransform(...canvasTransform(plan, pixels));
  draw.drawImage(joined, 0, 0);
  return tile.transferToImageBitmap();
}
