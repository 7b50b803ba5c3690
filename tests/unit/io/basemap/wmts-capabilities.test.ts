import { describe, expect, it } from 'vitest';
import { tileUrl } from '../../../../src/io/basemap/tile-url';
import { readCapabilities } from '../../../../src/io/basemap/wmts-capabilities';

const MERCATOR_0 = 559082264.0287178;

function matrixSet(
  name: string,
  crs: string,
  corner: string,
  ids: readonly string[],
  from = 0,
  scale0 = MERCATOR_0,
): string {
  const matrices = ids.map(
    (
      id,
      k,
    ) => `<TileMatrix><ows:Identifier>${id}</ows:Identifier><ScaleDenominator>${scale0 / 2 ** (from + k)}</ScaleDenominator>
      <TopLeftCorner>${corner}</TopLeftCorner><TileWidth>256</TileWidth><TileHeight>256</TileHeight></TileMatrix>`,
  );
  return `<TileMatrixSet><ows:Identifier>${name}</ows:Identifier><ows:SupportedCRS>${crs}</ows:SupportedCRS>${matrices.join('')}</TileMatrixSet>`;
}

const GOOGLE = matrixSet('GM', 'urn:ogc:def:crs:EPSG::3857', '-20037508.34278925 20037508.34278925', [
  'GM:0',
  'GM:1',
  'GM:2',
  'GM:3',
]);
const TIANDITU = matrixSet(
  'w',
  'urn:ogc:def:crs:EPSG::900913',
  '20037508.3427892 -20037508.3427892',
  ['1', '2', '3'],
  1,
);
const DEGREES = matrixSet('c', 'urn:ogc:def:crs:EPSG::4490', '90 -180', ['1', '2'], 1);

function document(contents: string, get = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<Capabilities xmlns="http://www.opengis.net/wmts/1.0" xmlns:ows="http://www.opengis.net/ows/1.1" xmlns:xlink="http://www.w3.org/1999/xlink" version="1.0.0">
<ows:ServiceProvider><ows:ProviderName>水务局 &amp; 测绘院</ows:ProviderName></ows:ServiceProvider>
<ows:OperationsMetadata><ows:Operation name="GetTile"><ows:DCP><ows:HTTP>${get}</ows:HTTP></ows:DCP></ows:Operation></ows:OperationsMetadata>
<Contents>${contents}</Contents></Capabilities>`;
}

function layer(id: string, inner: string): string {
  return `<Layer><ows:Title>${id} title</ows:Title><ows:Identifier>${id}</ows:Identifier><Style isDefault="true"><ows:Identifier>plain</ows:Identifier></Style>${inner}</Layer>`;
}

const link = (set: string, limits = ''): string =>
  `<TileMatrixSetLink><TileMatrixSet>${set}</TileMatrixSet>${limits}</TileMatrixSetLink>`;

function read(text: string) {
  const result = readCapabilities(text, 'https://maps.example.org/wmts?REQUEST=GetCapabilities');
  if (!result.ok) throw new Error(result.issue.code);
  return result.value;
}

describe('the capabilities of a WMTS', () => {
  it('give REST addresses with style, set and time filled in and the matrices by their own names', () => {
    const resource = `<Dimension><ows:Identifier>Time</ows:Identifier><Default>2026</Default></Dimension>
      <ResourceURL format="image/png" resourceType="tile" template="/t/{Style}/{Time}/{TileMatrixSet}/{TileMatrix}/{TileRow}/{TileCol}.png"/>`;
    const limits = `<TileMatrixSetLimits>${['GM:1', 'GM:2'].map((id) => `<TileMatrixLimits><TileMatrix>${id}</TileMatrix></TileMatrixLimits>`).join('')}</TileMatrixSetLimits>`;
    const { layers, leftOut } = read(
      document(layer('roads', resource + link('c') + link('GM', limits)) + layer('old', link('c')) + GOOGLE + DEGREES),
    );
    expect(leftOut).toBe(1);
    expect(layers[0]!.address).toMatchObject({
      title: 'roads title',
      credit: '© 水务局 & 测绘院',
      minZoom: 1,
      maxZoom: 2,
      tileSizePx: 256,
    });
    expect(tileUrl(layers[0]!.address, 2, 3, 1)).toBe('https://maps.example.org/t/plain/2026/GM/GM:2/1/3.png');
  });

  it('give KVP requests where there is no REST, from the address that the document names', () => {
    const get = '<ows:Get xlink:href="https://kvp.example.org/wmts?tk=abc"/>';
    const { layers } = read(document(layer('vec', `<Format>image/png</Format>${link('w')}`) + TIANDITU, get));
    const { address } = layers[0]!;
    expect([address.minZoom, address.maxZoom]).toEqual([1, 3]);
    const url = new URL(tileUrl(address, 3, 5, 2));
    expect(url.origin + url.pathname).toBe('https://kvp.example.org/wmts');
    expect(Object.fromEntries(url.searchParams)).toEqual({
      tk: 'abc',
      SERVICE: 'WMTS',
      REQUEST: 'GetTile',
      VERSION: '1.0.0',
      LAYER: 'vec',
      STYLE: 'plain',
      TILEMATRIXSET: 'w',
      FORMAT: 'image/png',
      TILEMATRIX: '3',
      TILEROW: '2',
      TILECOL: '5',
    });
  });

  it.each([
    ['not xml', 'basemap.notCapabilities'],
    ['<html><body>login</body></html>', 'basemap.notCapabilities'],
    ['<?xml version="1.0"?><Capabilities><Contents>', 'basemap.notCapabilities'],
    [document(layer('deg', link('c')) + DEGREES), 'basemap.noMercator'],
    [
      document(
        layer('odd', link('odd')) + matrixSet('odd', 'EPSG:3857', '-20037508.34 20037508.34', ['0', '1'], 0, 5e8),
      ),
      'basemap.noMercator',
    ],
    [document(''), 'basemap.noMercator'],
  ])('are refused with a sentence when they give nothing to draw: %.40s', (text, code) => {
    expect(readCapabilities(text, 'https://a.org/')).toMatchObject({ ok: false, issue: { code } });
  });

  it('do not unfold entities declared in them', () => {
    const bomb = `<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;&b;">]><Capabilities><Contents>&c;</Contents></Capabilities>`;
    expect(readCapabilities(bomb, 'https://a.org/')).toMatchObject({ ok: false });
  });
});
