import type { PmtilesAbout } from './pmtiles-file';
import type { TileAddress } from './tile-address';

/** An online map added by its address. */
export interface OnlineBasemap {
  readonly kind: 'online';
  readonly address: TileAddress;
  /** It is drawn in GCJ-02: the shift is undone in display. */
  readonly gcj02: boolean;
}

/** A PMTiles file on this machine; the browser holds it only as long as the page is open. */
export interface FileBasemap {
  readonly kind: 'pmtiles';
  readonly file: File;
  readonly about: PmtilesAbout;
  readonly gcj02: boolean;
}
