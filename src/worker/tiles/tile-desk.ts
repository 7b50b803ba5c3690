import * as Comlink from 'comlink';
import { issueOf } from '../../base/issue';
import { fail, type Result } from '../../base/result';
import type { FileBasemap, OnlineBasemap } from '../../io/basemap/basemap';
import { archiveOf, describePmtiles } from '../../io/basemap/pmtiles-file';
import { readCapabilities, type WmtsCatalogue } from '../../io/basemap/wmts-capabilities';
import type { TileAnswer, TileDeskApi, TileRequest } from './api';
import { fetchDocument } from './fetch';
import { fileSource, onlineSource, readable } from './picture-source';
import { withShiftUndone } from './shift';
import { TileTrouble } from './trouble';

type Read = (request: TileRequest, signal: AbortSignal) => Promise<TileAnswer>;

const NOTHING: TileAnswer = { kind: 'nothing' };

/** Fetches, reads and, for GCJ-02 maps, cuts tiles, away from the page's own thread. */
export class TileDesk implements TileDeskApi {
  private read: Read = async () => NOTHING;
  private readonly running = new Map<number, AbortController>();

  readonly describeFile = describePmtiles;

  async capabilities(url: string): Promise<Result<WmtsCatalogue>> {
    try {
      return readCapabilities(await fetchDocument(url), url);
    } catch (error) {
      if (error instanceof TileTrouble) return fail(error.issue);
      return fail(issueOf('basemap.silent', { host: new URL(url).hostname }));
    }
  }

  async use(basemap: OnlineBasemap | FileBasemap | null): Promise<void> {
    for (const running of this.running.values()) running.abort();
    if (!basemap) this.read = async () => NOTHING;
    else
      this.read =
        basemap.kind === 'pmtiles' && basemap.about.content === 'vector' ? vector(basemap) : pictures(basemap);
  }

  async tile(request: TileRequest): Promise<TileAnswer> {
    const controller = new AbortController();
    this.running.set(request.ticket, controller);
    try {
      const answer = await this.read(request, controller.signal);
      if (answer.kind === 'picture') return Comlink.transfer(answer, [answer.picture]);
      return answer.kind === 'vector' ? Comlink.transfer(answer, [answer.bytes]) : answer;
    } catch (error) {
      if (error instanceof TileTrouble) return { kind: 'trouble', issue: error.issue, missing: error.missing };
      if (controller.signal.aborted) return NOTHING;
      throw error;
    } finally {
      this.running.delete(request.ticket);
    }
  }

  async cancel(ticket: number): Promise<void> {
    this.running.get(ticket)?.abort();
  }
}

function pictures(basemap: OnlineBasemap | FileBasemap): Read {
  const plain = basemap.kind === 'online' ? onlineSource(basemap) : fileSource(basemap);
  const source = basemap.gcj02 ? withShiftUndone(plain) : plain;
  return async ({ z, x, y, ratio }, signal) => {
    const picture = await source(z, x, y, ratio, signal);
    return picture ? { kind: 'picture', picture } : NOTHING;
  };
}

function vector({ file }: FileBasemap): Read {
  const archive = archiveOf(file);
  return async ({ z, x, y }, signal) => {
    const tile = await readable(file, () => archive.getZxy(z, x, y, signal));
    return tile ? { kind: 'vector', bytes: tile.data } : NOTHING;
  };
}
