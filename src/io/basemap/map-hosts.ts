import type { OffsetSystem } from '../crs/chinese-offset';

interface KnownHost {
  /** Domains; a host belongs to one when it is it or ends in it. */
  readonly domains: readonly string[];
  readonly offset?: OffsetSystem;
  /** What `{s}` stands for at this provider. */
  readonly servers?: readonly string[];
  readonly credit: string;
}

const KNOWN: readonly KnownHost[] = [
  {
    domains: ['amap.com', 'autonavi.com', 'gaode.com'],
    offset: 'GCJ02',
    servers: ['1', '2', '3', '4'],
    credit: '© 高德地图',
  },
  {
    domains: ['map.gtimg.com', 'map.qq.com', 'map.gtimg.cn'],
    offset: 'GCJ02',
    servers: ['0', '1', '2', '3'],
    credit: '© 腾讯地图',
  },
  { domains: ['google.cn'], offset: 'GCJ02', servers: ['0', '1', '2', '3'], credit: '© Google' },
  { domains: ['geoq.cn', 'geoq.net'], offset: 'GCJ02', credit: '© GeoQ' },
  { domains: ['baidu.com', 'bdimg.com', 'bdstatic.com'], offset: 'BD09', credit: '© 百度' },
  {
    domains: ['tianditu.gov.cn', 'tianditu.com'],
    servers: ['0', '1', '2', '3', '4', '5', '6', '7'],
    credit: '© 天地图',
  },
  { domains: ['google.com'], servers: ['0', '1', '2', '3'], credit: '© Google' },
  { domains: ['openstreetmap.org', 'openstreetmap.fr', 'openstreetmap.de'], credit: '© OpenStreetMap contributors' },
  { domains: ['arcgisonline.com'], credit: '© Esri' },
];

const DEFAULT_SERVERS = ['a', 'b', 'c'];

/** The coordinate system of a provider's Chinese maps, by the host's name; null for all others, which are WGS84. */
export function offsetOfHost({ hostname, searchParams }: URL): OffsetSystem | null {
  const known = knownHost(hostname);
  // google.com serves the shifted map of China when asked for it as from China.
  if (known?.credit === '© Google' && searchParams.get('gl')?.toLowerCase() === 'cn') return 'GCJ02';
  return known?.offset ?? null;
}

/** What `{s}` in an address stands for when the address does not say it. */
export function serversOfHost(hostname: string): readonly string[] {
  return knownHost(hostname)?.servers ?? DEFAULT_SERVERS;
}

/** Whom to name at the map's foot: the provider where it is known, else the host. */
export function creditOfHost(hostname: string): string {
  return knownHost(hostname)?.credit ?? `© ${hostname}`;
}

function knownHost(hostname: string): KnownHost | undefined {
  const host = hostname.toLowerCase();
  return KNOWN.find(({ domains }) => domains.some((domain) => host === domain || host.endsWith(`.${domain}`)));
}
