import { describe, expect, it } from 'vitest';
import { type AddressOptions, readAddress } from '../../../../src/io/basemap/tile-address';
import { tileUrl } from '../../../../src/io/basemap/tile-url';

function read(text: string, options?: AddressOptions) {
  const result = readAddress(text, options);
  if (!result.ok) return result.issue.code;
  return result.value.kind === 'tiles' ? result.value.address : result.value.url;
}

function url(text: string, z: number, x: number, y: number, options?: AddressOptions): string {
  const address = read(text, options);
  if (typeof address === 'string') throw new Error(address);
  return tileUrl(address, z, x, y);
}

describe('an address by hand', () => {
  it.each([
    ['', 'basemap.scheme'],
    ['tiles/{z}/{x}/{y}', 'basemap.scheme'],
    ['ftp://a.org/{z}/{x}/{y}', 'basemap.scheme'],
    ['javascript:alert(1)//{z}/{x}/{y}', 'basemap.scheme'],
    ['data:text/html,{z}{x}{y}', 'basemap.scheme'],
    ['file:///tmp/{z}/{x}/{y}.png', 'basemap.scheme'],
    ['https://', 'basemap.scheme'],
    ['https://user:secret@a.org/{z}/{x}/{y}.png', 'basemap.password'],
    ['https://a.org/tiles', 'basemap.placeholders'],
    ['https://a.org/{z}/{x}.png', 'basemap.placeholders'],
    ['https://a.org/{z}/{x}/{y}/{style}.png', 'basemap.unknownPlaceholder'],
    ['https://maponline1.bdimg.com/tile/?x={x}&y={y}&z={z}', 'basemap.baidu'],
    ['https://t0.tianditu.gov.cn/vec_c/wmts?tilematrix={z}&tilerow={y}&tilecol={x}', 'basemap.geographic'],
    ['https://a.org/wmts?TILEMATRIXSET=EPSG:4326&TILEMATRIX={z}&R={y}&C={x}', 'basemap.geographic'],
  ])('refuses %s', (text, code) => {
    expect(read(text)).toBe(code);
  });

  it('fills in zoom, column and row', () => {
    expect(url('https://a.org/{z}/{x}/{y}.png', 12, 3395, 1664)).toBe('https://a.org/12/3395/1664.png');
    expect(url('  https://a.org/$' + '{Z}/%7Bx%7D/{Row}?k=1  ', 3, 1, 2)).toBe('https://a.org/3/1/2?k=1');
  });

  it('counts rows from the south for {-y} and for TMS', () => {
    expect(url('https://a.org/{z}/{x}/{-y}', 3, 1, 2)).toBe('https://a.org/3/1/5');
    expect(url('https://a.org/{z}/{x}/{y}', 3, 1, 2, { rowsFromSouth: true })).toBe('https://a.org/3/1/5');
  });

  it('writes the quadkey of the example in the Bing Maps documentation', () => {
    expect(url('https://a.org/a{q}.jpeg', 3, 3, 5)).toBe('https://a.org/a213.jpeg');
  });

  it('takes servers in turn, as written or as known of the provider', () => {
    expect(url('https://{s}.a.org/{z}/{x}/{y}', 2, 1, 1)).toBe('https://c.a.org/2/1/1');
    expect(url('https://t{0-7}.a.org/{z}/{x}/{y}', 2, 3, 2)).toBe('https://t5.a.org/2/3/2');
    expect(url('https://{switch:p, q}.a.org/{z}/{x}/{y}', 2, 1, 2)).toBe('https://q.a.org/2/1/2');
    expect(url('https://webrd0{s}.is.autonavi.com/?x={x}&y={y}&z={z}', 2, 0, 0)).toContain('webrd01.');
  });

  it('asks for the sharp picture where the address offers one', () => {
    const address = read('https://a.org/{z}/{x}/{y}{r}.png');
    if (typeof address === 'string') throw new Error(address);
    expect(tileUrl(address, 1, 0, 0, 2)).toBe('https://a.org/1/0/0@2x.png');
    expect(tileUrl(address, 1, 0, 0, 1)).toBe('https://a.org/1/0/0.png');
    expect(read('https://a.org/512/{z}/{x}/{y}.png')).toMatchObject({ tileSizePx: 512 });
  });

  it('reads WMTS as REST and as KVP', () => {
    expect(url('https://a.org/vec/w/{TileMatrix}/{TileRow}/{TileCol}.png', 9, 4, 7)).toBe(
      'https://a.org/vec/w/9/7/4.png',
    );
    expect(
      url(
        'https://t{s}.tianditu.gov.cn/vec_w/wmts?TILEMATRIXSET=w&TILEMATRIX={TileMatrix}&TILEROW={TileRow}&TILECOL={TileCol}',
        9,
        4,
        7,
      ),
    ).toBe('https://t3.tianditu.gov.cn/vec_w/wmts?TILEMATRIXSET=w&TILEMATRIX=9&TILEROW=7&TILECOL=4');
  });

  it('knows a WMTS whose list of layers must be read first, and completes its request', () => {
    expect(read('https://a.org/1.0.0/WMTSCapabilities.xml')).toBe('https://a.org/1.0.0/WMTSCapabilities.xml');
    expect(read('https://a.org/wmts?tk=1')).toBe('https://a.org/wmts?tk=1&SERVICE=WMTS&REQUEST=GetCapabilities');
    expect(read('https://a.org/x?service=wmts&request=GetCapabilities')).toBe(
      'https://a.org/x?service=wmts&request=GetCapabilities',
    );
  });

  it.each([
    ['https://webrd0{s}.is.autonavi.com/appmaptile?x={x}&y={y}&z={z}', true],
    ['https://rt{s}.map.gtimg.com/tile?z={z}&x={x}&y={-y}', true],
    ['https://mt1.google.cn/vt/lyrs=m&x={x}&y={y}&z={z}', true],
    ['https://mt1.google.com/vt?gl=cn&x={x}&y={y}&z={z}', true],
    ['https://mt1.google.com/vt?lyrs=s&x={x}&y={y}&z={z}', false],
    ['https://tile.openstreetmap.org/{z}/{x}/{y}.png', false],
    ['https://notamap.com/{z}/{x}/{y}.png', false],
    ['https://amap.com.example.org/{z}/{x}/{y}.png', false],
  ])('tells by the host whether %s is in GCJ-02', (text, gcj02) => {
    expect(readAddress(text)).toMatchObject({ ok: true, value: { gcj02 } });
  });

  it('names the provider, or the host when it knows no better', () => {
    expect(read('https://tile.openstreetmap.org/{z}/{x}/{y}.png')).toMatchObject({
      credit: '© OpenStreetMap contributors',
    });
    expect(read('http://10.1.2.3:8080/{z}/{x}/{y}.png')).toMatchObject({ credit: '© 10.1.2.3', title: '10.1.2.3' });
  });
});
