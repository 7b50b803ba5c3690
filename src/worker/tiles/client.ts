import * as Comlink from 'comlink';
import type { TileDeskApi } from './api';
import TileWorker from './entry?worker';

let desk: TileDeskApi | null = null;

/** The tile worker; started when the first basemap is added, so that nobody else pays for it. */
export function tileDesk(): TileDeskApi {
  desk ??= Comlink.wrap<TileDeskApi>(new TileWorker({ name: 'shuantu-tiles' }));
  return desk;
}
