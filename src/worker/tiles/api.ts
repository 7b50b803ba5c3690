import type { Issue } from '../../base/issue';
import type { Result } from '../../base/result';
import type { FileBasemap, OnlineBasemap } from '../../io/basemap/basemap';
import type { PmtilesAbout } from '../../io/basemap/pmtiles-file';
import type { WmtsCatalogue } from '../../io/basemap/wmts-capabilities';

export interface TileRequest {
  /** Of the caller, to cancel by. */
  readonly ticket: number;
  readonly z: number;
  readonly x: number;
  readonly y: number;
  readonly ratio: 1 | 2;
}

/** A picture, bytes of a vector tile, nothing there, or why there is none. */
export type TileAnswer =
  | { readonly kind: 'picture'; readonly picture: ImageBitmap }
  | { readonly kind: 'vector'; readonly bytes: ArrayBuffer }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'trouble'; readonly issue: Issue; readonly missing: boolean };

/** What the tile worker does for the page. It is the only part of the product that asks anything of another machine. */
export interface TileDeskApi {
  describeFile(file: File): Promise<Result<PmtilesAbout>>;
  /** Fetches and reads the capabilities document of a WMTS. */
  capabilities(url: string): Promise<Result<WmtsCatalogue>>;
  /** What the following tiles are of; null: no basemap but the plan's own. */
  use(basemap: OnlineBasemap | FileBasemap | null): Promise<void>;
  tile(request: TileRequest): Promise<TileAnswer>;
  cancel(ticket: number): Promise<void>;
}
