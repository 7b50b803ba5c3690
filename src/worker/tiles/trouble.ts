import { type Issue, issueOf } from '../../base/issue';

/** A tile that did not come, with the sentence that says why. */
export class TileTrouble extends Error {
  constructor(
    readonly issue: Issue,
    /** The server answers and has no such tile: normal at the edge of a map. */
    readonly missing = false,
  ) {
    super(issue.code);
    this.name = 'TileTrouble';
  }
}

/** The sentence for an answer that is not a tile. */
export function statusTrouble(url: string, status: number): TileTrouble {
  const { hostname: host } = new URL(url);
  if (status === 401 || status === 403) return new TileTrouble(issueOf('basemap.refused', { host, status }));
  if (status === 404 || status === 410) return new TileTrouble(issueOf('basemap.missing', { host, status }), true);
  if (status === 429) return new TileTrouble(issueOf('basemap.tooMany', { host }));
  return new TileTrouble(issueOf('basemap.status', { host, status }));
}

/**
 * Why a request failed without an answer. Browsers say only "failed": a request that needs no permission tells a server
 * that is silent from one that does not let pages of others read its pictures (CORS).
 */
export async function silentTrouble(url: string): Promise<TileTrouble> {
  const { hostname: host, protocol } = new URL(url);
  if (protocol === 'http:' && self.location.protocol === 'https:' && !/^(localhost|127\.|\[::1\])/.test(host))
    return new TileTrouble(issueOf('basemap.mixed', { host }));
  if (!navigator.onLine && !isLocal(host)) return new TileTrouble(issueOf('basemap.offline', { host }));
  try {
    await fetch(url, { mode: 'no-cors', credentials: 'omit', signal: AbortSignal.timeout(10_000) });
    return new TileTrouble(issueOf('basemap.cors', { host }));
  } catch {
    return new TileTrouble(issueOf('basemap.silent', { host }));
  }
}

function isLocal(host: string): boolean {
  return /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[::1\])/.test(host);
}
