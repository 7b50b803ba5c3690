import { issueOf } from '../../base/issue';
import type { FileBasemap, OnlineBasemap } from '../../io/basemap/basemap';
import { archiveOf } from '../../io/basemap/pmtiles-file';
import { tileUrl } from '../../io/basemap/tile-url';
import { fetchPicture } from './fetch';
import { TileTrouble } from './trouble';

/** The tiles of a map as it has them, shifted or not; null where it has none. Throws `TileTrouble`. */
export type PictureSource = (
  z: number,
  x: number,
  y: number,
  ratio: 1 | 2,
  signal: AbortSignal,
) => Promise<ImageBitmap | null>;

export function onlineSource({ address }: OnlineBasemap): PictureSource {
  return async (z, x, y, ratio, signal) => {
    const url = tileUrl(address, z, x, y, ratio);
    const picture = await fetchPicture(url, signal);
    return picture && decoded(picture, new TileTrouble(issueOf('basemap.notPicture', { host: new URL(url).hostname })));
  };
}

export function fileSource({ file, about }: FileBasemap): PictureSource {
  const archive = archiveOf(file);
  return async (z, x, y, _ratio, signal) => {
    const tile = await readable(file, () => archive.getZxy(z, x, y, signal));
    const damaged = new TileTrouble(issueOf('basemap.damaged', { file: file.name }), true);
    return tile ? decoded(new Blob([tile.data], { type: about.mime }), damaged) : null;
  };
}

/** The file may be moved, changed or be on a stick that was pulled out. */
export async function readable<T>(file: File, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    const { name } = error as Error;
    if (name === 'AbortError') throw error;
    if (name === 'NotReadableError' || name === 'NotFoundError')
      throw new TileTrouble(issueOf('basemap.fileGone', { file: file.name }));
    throw new TileTrouble(issueOf('basemap.damaged', { file: file.name }), true);
  }
}

async function decoded(picture: Blob, trouble: TileTrouble): Promise<ImageBitmap> {
  try {
    return await createImageBitmap(picture);
  } catch {
    throw trouble;
  }
}
