import { issueOf } from '../../base/issue';
import { silentTrouble, statusTrouble, TileTrouble } from './trouble';

const PATIENCE_MS = 20_000;
/** No capabilities document is larger; the largest known have some 10 MB. */
const MOST_DOCUMENT_BYTES = 32 * 1024 * 1024;

/** The picture behind an address, or null when the server says that there is none (204, empty). Throws `TileTrouble`. */
export async function fetchPicture(url: string, signal: AbortSignal): Promise<Blob | null> {
  const response = await answer(url, signal);
  const picture = await response.blob();
  return picture.size === 0 ? null : picture;
}

/** The text behind an address, at most 32 MB. Throws `TileTrouble`. */
export async function fetchDocument(url: string): Promise<string> {
  const response = await answer(url, new AbortController().signal);
  const reader = response.body!.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let size = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength;
    if (size > MOST_DOCUMENT_BYTES) {
      await reader.cancel();
      throw new TileTrouble(issueOf('basemap.tooLarge', { host: new URL(url).hostname }));
    }
    parts.push(next.value);
  }
  return new Blob(parts).text();
}

async function answer(url: string, signal: AbortSignal): Promise<Response> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  try {
    // No cookies go along: a basemap never learns who asks.
    const response = await fetch(url, { credentials: 'omit', signal: AbortSignal.any([signal, patience]) });
    if (!response.ok) throw statusTrouble(url, response.status);
    return response;
  } catch (error) {
    if (error instanceof TileTrouble || signal.aborted) throw error;
    if (patience.aborted) throw new TileTrouble(issueOf('basemap.slow', { host: new URL(url).hostname }));
    throw await silentTrouble(url);
  }
}
