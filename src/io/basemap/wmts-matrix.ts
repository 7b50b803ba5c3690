import { childrenOf, textOf, type XmlElement } from './xml-tree';

/** A tile matrix set that is the square grid of Web Mercator, with its own names for the zooms. */
export interface MercatorSet {
  readonly matrices: readonly string[];
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly tileSizePx: number;
}

const MERCATOR = /(3857|900913|3785|102100|102113)\s*$/;
/** Half the equator of the sphere, metres. */
const HALF_WORLD_M = 20_037_508.342789;
/** OGC 07-057r7: a pixel is taken as 0.28 mm. */
const PIXEL_M = 0.00028;

/** The sets in Web Mercator, by name; others (degrees, national grids, odd scales) are left out. */
export function matrixSetsOf(contents: XmlElement): ReadonlyMap<string, MercatorSet> {
  return new Map(
    childrenOf(contents, 'TileMatrixSet').flatMap((set) => {
      const read = MERCATOR.test(textOf(set, 'SupportedCRS')) ? mercatorSet(childrenOf(set, 'TileMatrix')) : null;
      return read ? [[textOf(set, 'Identifier'), read] as const] : [];
    }),
  );
}

function mercatorSet(elements: readonly XmlElement[]): MercatorSet | null {
  const matrices: string[] = [];
  const sizes = new Set<number>();
  for (const element of elements) {
    const zoom = zoomOf(element);
    if (zoom === null) continue;
    matrices[zoom] = textOf(element, 'Identifier');
    sizes.add(Number(textOf(element, 'TileWidth')));
  }
  const zooms = Object.keys(matrices).map(Number);
  if (zooms.length === 0 || sizes.size !== 1) return null;
  const minZoom = Math.min(...zooms);
  let maxZoom = minZoom;
  while (matrices[maxZoom + 1] !== undefined) maxZoom++;
  return { matrices: Array.from(matrices, (name) => name ?? ''), minZoom, maxZoom, tileSizePx: [...sizes][0]! };
}

/** The zoom whose squares these are, or null when they are not squares of the world halved again and again. */
function zoomOf(matrix: XmlElement): number | null {
  const width = Number(textOf(matrix, 'TileWidth'));
  const spanM = Number(textOf(matrix, 'ScaleDenominator')) * PIXEL_M * width;
  const zoom = Math.log2((2 * HALF_WORLD_M) / spanM);
  const corner = textOf(matrix, 'TopLeftCorner').split(/\s+/).map(Number);
  const atCorner = corner.every((value) => Math.abs(Math.abs(value) - HALF_WORLD_M) < 1) && corner[0]! * corner[1]! < 0;
  const square = width === Number(textOf(matrix, 'TileHeight')) && (width === 256 || width === 512);
  const whole = Math.abs(zoom - Math.round(zoom)) < 0.001 && zoom > -0.5 && zoom < 24.5;
  return whole && atCorner && square ? Math.round(zoom) : null;
}
