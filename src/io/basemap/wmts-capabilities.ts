import { issueOf } from '../../base/issue';
import { fail, ok, type Result } from '../../base/result';
import { readAddress, type TileAddress } from './tile-address';
import { type MercatorSet, matrixSetsOf } from './wmts-matrix';
import { childOf, childrenOf, textOf, type XmlElement, xmlTree } from './xml-tree';

export interface WmtsLayer {
  readonly id: string;
  readonly address: TileAddress;
  readonly gcj02: boolean;
}

export interface WmtsCatalogue {
  readonly layers: readonly WmtsLayer[];
  /** Layers that are given in other projections only, or not as pictures. */
  readonly leftOut: number;
}

/**
 * Reads a WMTS 1.0.0 capabilities document (OGC 07-057r7): the layers given in Web Mercator, each as an address that
 * needs no further look at it.
 */
export function readCapabilities(text: string, url: string): Result<WmtsCatalogue> {
  const host = new URL(url).hostname;
  const root = rootOf(text);
  const contents = childOf(root, 'Contents');
  if (root?.name !== 'Capabilities' || !contents) return fail(issueOf('basemap.notCapabilities', { host }));
  const sets = matrixSetsOf(contents);
  const all = childrenOf(contents, 'Layer');
  const provider = textOf(childOf(root, 'ServiceProvider'), 'ProviderName');
  const layers = all.flatMap((layer) => layerOf(layer, sets, kvpAddress(root), provider, url));
  if (layers.length === 0) return fail(issueOf('basemap.noMercator', { host, count: all.length }));
  return ok({ layers, leftOut: all.length - layers.length });
}

function rootOf(text: string): XmlElement | undefined {
  try {
    return xmlTree(text);
  } catch {
    return undefined;
  }
}

function layerOf(
  layer: XmlElement,
  sets: ReadonlyMap<string, MercatorSet>,
  kvp: string,
  provider: string,
  base: string,
): WmtsLayer[] {
  const id = textOf(layer, 'Identifier');
  const link = childrenOf(layer, 'TileMatrixSetLink').find((one) => sets.has(textOf(one, 'TileMatrixSet')));
  const set = link && sets.get(textOf(link, 'TileMatrixSet'));
  const template = set && templateOf(layer, id, textOf(link, 'TileMatrixSet'), kvp);
  const read = template ? readAddress(new URL(template, base).href) : undefined;
  if (!set || !read?.ok || read.value.kind !== 'tiles') return [];
  const { address, gcj02 } = read.value;
  return [
    {
      id,
      gcj02,
      address: {
        ...address,
        ...set,
        ...zoomsWithin(link!, set),
        text: address.template,
        title: textOf(layer, 'Title') || id,
        credit: provider ? `© ${provider}` : address.credit,
      },
    },
  ];
}

/** The REST template with all but row, column and matrix filled in; without one the KVP request is put together. */
function templateOf(layer: XmlElement, id: string, set: string, kvp: string): string | undefined {
  const tiles = childrenOf(layer, 'ResourceURL').filter(({ attributes }) => attributes.resourceType === 'tile');
  const picture = pictureOf(tiles.map(({ attributes }) => attributes.format ?? ''));
  const rest = tiles.find(({ attributes }) => attributes.format === picture)?.attributes.template;
  const values = new Map([['tilematrixset', set], ['style', styleOf(layer)], ['layer', id], ...dimensionsOf(layer)]);
  if (rest)
    return rest.replace(/\{(\w+)\}/g, (whole, name: string) => {
      const value = values.get(name.toLowerCase());
      return value === undefined ? whole : encodeURIComponent(value);
    });
  const format = pictureOf(childrenOf(layer, 'Format').map(({ text }) => text.trim()));
  if (!kvp || !format) return undefined;
  const query = new URLSearchParams({
    SERVICE: 'WMTS',
    REQUEST: 'GetTile',
    VERSION: '1.0.0',
    LAYER: id,
    STYLE: styleOf(layer),
    TILEMATRIXSET: set,
    FORMAT: format,
    ...Object.fromEntries(dimensionsOf(layer)),
  });
  return `${kvp}${kvp.includes('?') ? '&' : '?'}${query}&TILEMATRIX={z}&TILEROW={y}&TILECOL={x}`.replace('?&', '?');
}

function pictureOf(formats: readonly string[]): string | undefined {
  return ['image/png', 'image/webp', 'image/jpeg', 'image/jpg', 'tiles', 'image/png8', 'image/gif'].find((format) =>
    formats.includes(format),
  );
}

function styleOf(layer: XmlElement): string {
  const styles = childrenOf(layer, 'Style');
  const chosen = styles.find(({ attributes }) => attributes.isDefault === 'true') ?? styles[0];
  return textOf(chosen, 'Identifier') || 'default';
}

function dimensionsOf(layer: XmlElement): (readonly [string, string])[] {
  return childrenOf(layer, 'Dimension').map((one) => [textOf(one, 'Identifier').toLowerCase(), textOf(one, 'Default')]);
}

function kvpAddress(root: XmlElement): string {
  const operation = childrenOf(childOf(root, 'OperationsMetadata'), 'Operation').find(
    ({ attributes }) => attributes.name === 'GetTile',
  );
  const http = childOf(childOf(operation, 'DCP'), 'HTTP');
  const kvp = childrenOf(http, 'Get').find((get) => {
    const encoding = textOf(childOf(childOf(get, 'Constraint'), 'AllowedValues'), 'Value');
    return encoding === '' || encoding.toUpperCase() === 'KVP';
  });
  return kvp?.attributes.href ?? '';
}

/** A layer may fill only some zooms of its set. */
function zoomsWithin(link: XmlElement, { matrices, minZoom, maxZoom }: MercatorSet) {
  const limits = childrenOf(childOf(link, 'TileMatrixSetLimits'), 'TileMatrixLimits');
  const zooms = limits.map((limit) => matrices.indexOf(textOf(limit, 'TileMatrix'))).filter((zoom) => zoom >= 0);
  if (zooms.length === 0) return { minZoom, maxZoom };
  return { minZoom: Math.min(...zooms), maxZoom: Math.max(...zooms) };
}
