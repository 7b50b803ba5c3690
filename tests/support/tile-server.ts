import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { lonLatToTile } from '../../src/io/basemap/shifted-tile';
import { toOffset } from '../../src/io/crs/chinese-offset';
import { greyPng } from './png';

export interface TileServer {
  readonly url: string;
  /** Paths asked for, in order. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** The place that the served GCJ-02 map marks with a black disc. */
export const MARK = [116.3912, 39.9063] as const;
const DISC_PX = 6;

/**
 * An online map on this machine. `/gcj/z/x/y` draws one disc where a GCJ-02 map has it, `/closed/…` gives pictures without
 * permission for other pages, `/wmts` a WMTS, and every other path is missing.
 */
export async function serveTiles(): Promise<TileServer> {
  const asked: string[] = [];
  const server = createServer(({ url = '' }, response) => {
    asked.push(url);
    const tile = url.match(/^\/(gcj|closed)\/(\d+)\/(\d+)\/(\d+)/);
    if (tile?.[1] !== 'closed') response.setHeader('Access-Control-Allow-Origin', '*');
    if (url.startsWith('/wmts?')) response.setHeader('Content-Type', 'text/xml').end(capabilities());
    else if (tile)
      response
        .setHeader('Content-Type', 'image/png')
        .end(tileWithDisc(...([2, 3, 4].map((k) => Number(tile[k])) as [number, number, number])));
    else response.writeHead(404).end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    url,
    asked,
    close: () => {
      server.closeAllConnections();
      return new Promise((done) => server.close(() => done()));
    },
  };

  function capabilities(): string {
    const matrices = Array.from(
      { length: 19 },
      (
        _,
        z,
      ) => `<TileMatrix><ows:Identifier>${z}</ows:Identifier><ScaleDenominator>${559082264.0287178 / 2 ** z}</ScaleDenominator>
        <TopLeftCorner>-20037508.3428 20037508.3428</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight></TileMatrix>`,
    );
    return `<Capabilities xmlns:ows="http://www.opengis.net/ows/1.1"><Contents>
      <Layer><ows:Title>市政影像</ows:Title><ows:Identifier>img</ows:Identifier><Style><ows:Identifier>default</ows:Identifier></Style>
      <TileMatrixSetLink><TileMatrixSet>w</TileMatrixSet></TileMatrixSetLink>
      <ResourceURL format="image/png" resourceType="tile" template="${url}/gcj/{TileMatrix}/{TileCol}/{TileRow}"/></Layer>
      <TileMatrixSet><ows:Identifier>w</ows:Identifier><ows:SupportedCRS>EPSG:3857</ows:SupportedCRS>${matrices.join('')}</TileMatrixSet>
      </Contents></Capabilities>`;
  }
}

function tileWithDisc(z: number, x: number, y: number): Uint8Array {
  const [tx, ty] = lonLatToTile(z, toOffset('GCJ02', MARK));
  const [cx, cy] = [(tx - x) * 256, (ty - y) * 256];
  return greyPng(256, (px, py) => {
    const inside = DISC_PX + 0.5 - Math.hypot(px + 0.5 - cx, py + 0.5 - cy);
    return Math.round(255 * (1 - Math.min(1, Math.max(0, inside))));
  });
}
