import { issueOf } from '../../base/issue';
import { fail, ok, type Result } from '../../base/result';
import { creditOfHost, offsetOfHost, serversOfHost } from './map-hosts';

/** Where the tiles of an online map are; everything a request needs, so that it can be kept as it is. */
export interface TileAddress {
  /** As the user gave it. */
  readonly text: string;
  /** With {z} {x} {y} {-y} {q} {s} {r} and no other placeholder. */
  readonly template: string;
  /** What {s} stands for, in turn. */
  readonly servers: readonly string[];
  /** WMTS: the name of the matrix of each zoom; null when it is the zoom's number. */
  readonly matrices: readonly string[] | null;
  /** {y} counts from the south, as TMS has it. */
  readonly rowsFromSouth: boolean;
  readonly tileSizePx: number;
  readonly minZoom: number;
  readonly maxZoom: number;
  readonly title: string;
  readonly credit: string;
}

/** What an address turned out to be: tiles, or a WMTS whose list of layers must be read first. */
export type AddressKind =
  | { readonly kind: 'tiles'; readonly address: TileAddress; readonly gcj02: boolean }
  | { readonly kind: 'capabilities'; readonly url: string };

export interface AddressOptions {
  readonly rowsFromSouth?: boolean;
  readonly maxZoom?: number;
}

export const DEFAULT_MAX_ZOOM = 18;

/** Names that providers and manuals use for the same placeholder. */
const ALIASES: Readonly<Record<string, string>> = {
  z: 'z',
  zoom: 'z',
  level: 'z',
  tilematrix: 'z',
  x: 'x',
  col: 'x',
  tilecol: 'x',
  y: 'y',
  row: 'y',
  tilerow: 'y',
  '-y': '-y',
  q: 'q',
  quadkey: 'q',
  s: 's',
  r: 'r',
  ratio: 'r',
  '@2x': 'r',
};

/**
 * Reads an address typed by hand: XYZ, TMS, quadkey or WMTS with its variables, or a WMTS's GetCapabilities.
 * Asks nothing of the network. Issues `basemap.*` say what is wrong with it.
 */
export function readAddress(text: string, options: AddressOptions = {}): Result<AddressKind> {
  const { template, servers, unknown } = withKnownPlaceholders(text.trim());
  const url = urlOf(template);
  if (!url) return fail(issueOf('basemap.scheme'));
  if (url.username || url.password) return fail(issueOf('basemap.password'));
  if (offsetOfHost(url) === 'BD09') return fail(issueOf('basemap.baidu', { host: url.hostname }));
  const has = (name: string): boolean => template.includes(`{${name}}`);
  const complete = (has('z') && has('x') && (has('y') || has('-y'))) || has('q');
  if (!complete && isWmts(url) && unknown.length === 0 && !/\{/.test(template))
    return ok({ kind: 'capabilities', url: capabilitiesUrl(url) });
  if (unknown.length > 0) return fail(issueOf('basemap.unknownPlaceholder', { names: unknown.join(' ') }));
  if (!complete) return fail(issueOf('basemap.placeholders'));
  if (isGeographic(url)) return fail(issueOf('basemap.geographic'));
  return ok({
    kind: 'tiles',
    gcj02: offsetOfHost(url) === 'GCJ02',
    address: {
      text: text.trim(),
      template,
      servers: servers ?? serversOfHost(url.hostname),
      matrices: null,
      rowsFromSouth: options.rowsFromSouth ?? false,
      tileSizePx: /\/512\//.test(template) ? 512 : 256,
      minZoom: 0,
      maxZoom: options.maxZoom ?? DEFAULT_MAX_ZOOM,
      title: url.hostname,
      credit: creditOfHost(url.hostname),
    },
  });
}

/** The host that a request to this address goes to; what is shown before it is added. */
export function hostOf({ template, servers }: Pick<TileAddress, 'template' | 'servers'>): string {
  return urlOf(template.replaceAll('{s}', servers[0] ?? ''))?.hostname ?? '';
}

interface Placeholders {
  readonly template: string;
  readonly servers: readonly string[] | null;
  readonly unknown: readonly string[];
}

function withKnownPlaceholders(text: string): Placeholders {
  const unknown: string[] = [];
  let servers: readonly string[] | null = null;
  const template = text
    .replace(/%7B/gi, '{')
    .replace(/%7D/gi, '}')
    .replace(/\$?\{([^{}]*)\}/g, (whole, name: string) => {
      const known = ALIASES[name.trim().toLowerCase()];
      if (known) return `{${known}}`;
      const list = serversIn(name);
      if (!list) unknown.push(whole);
      servers = list ?? servers;
      return '{s}';
    });
  return { template, servers, unknown };
}

/** `{a-c}`, `{0-7}`, `{switch:a,b,c}`, `{a,b,c}`. */
function serversIn(name: string): readonly string[] | null {
  const list = name.replace(/^switch:/i, '');
  if (list.includes(',')) return list.split(',').map((one) => one.trim());
  const [, from, to] = list.match(/^([a-z0-9])-([a-z0-9])$/i) ?? [];
  if (!from || !to || from > to) return null;
  const first = from.charCodeAt(0);
  return Array.from({ length: to.charCodeAt(0) - first + 1 }, (_, k) => String.fromCharCode(first + k));
}

function urlOf(template: string): URL | null {
  try {
    const url = new URL(template.replace(/\{-?[a-z]\}/g, '0'));
    return /^https?:$/.test(url.protocol) && url.hostname !== '' ? url : null;
  } catch {
    return null;
  }
}

function isWmts(url: URL): boolean {
  return (
    /wmts/i.test(url.pathname) ||
    [...url.searchParams].some(([key, value]) => /^service$/i.test(key) && /^wmts$/i.test(value)) ||
    /request=getcapabilities/i.test(url.search)
  );
}

/** A KVP address without a request asks for the list of layers; an .xml is one. */
function capabilitiesUrl(url: URL): string {
  const asked = new URL(url);
  if (/\.xml$/i.test(url.pathname)) return asked.href;
  const keys = new Set([...url.searchParams.keys()].map((key) => key.toLowerCase()));
  if (!keys.has('service')) asked.searchParams.set('SERVICE', 'WMTS');
  if (!keys.has('request')) asked.searchParams.set('REQUEST', 'GetCapabilities');
  return asked.href;
}

/** A WMTS in degrees (天地图 `_c`, EPSG:4326, EPSG:4490): its tiles are not squares of Web Mercator. */
function isGeographic(url: URL): boolean {
  const set = [...url.searchParams].find(([key]) => key.toLowerCase() === 'tilematrixset')?.[1] ?? '';
  return /^c$|4326|4490|crs84/i.test(set) || /\/(vec|cva|img|cia|ter|cta)_c\//i.test(url.pathname);
}
