import { describe, expect, it } from 'vitest';
import { read, readFile, refusal } from '../../../support/files/read';

const POINT = '{"type":"Feature","properties":{},"geometry":{"type":"Point","coordinates":[1,2]}}';

describe('reading a file', () => {
  it.each([
    ['empty.csv', '', 'read.empty'],
    ['blank.csv', ' \n\n', 'read.empty'],
    ['header.csv', 'lon,lat\n', 'read.noRows'],
    ['broken.json', '{"type":"FeatureCollection",', 'read.json'],
    ['other.json', '{"name":"package"}', 'read.notGeojson'],
    ['none.geojson', '{"type":"FeatureCollection","features":[]}', 'read.noFeatures'],
    ['picture.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 73, 72, 68, 82), 'read.format'],
    ['roads.prj', 'GEOGCS["WGS 84"]', 'read.shpPart'],
    ['packed.gz', Uint8Array.of(0x1f, 0x8b, 8, 0, 1, 2, 3, 4), 'read.packed'],
  ])('says what is wrong with %s', async (name, content, code) => {
    expect(await refusal(name, content)).toBe(code);
  });

  it('goes by the content, whatever the name says', async () => {
    expect((await read('list.xlsx', 'a,b\n1,x\n'))[0]!.format).toBe('CSV');
    expect((await read('list.csv', POINT))[0]!.format).toBe('GeoJSON');
  });

  it('refuses more than can be read before it reads', async () => {
    const huge = new Uint8Array(250_000_001).fill(97);
    expect(await refusal('huge.csv', huge)).toBe('read.tooLarge');
  });

  it('tells its progress, growing to the end', async () => {
    const rows = Array.from({ length: 200_000 }, (_, k) => `H${k},118.${k},31.${k}`);
    const shares: number[] = [];
    await readFile(
      { name: 'x.csv', bytes: new TextEncoder().encode(`no,lon,lat\n${rows.join('\n')}`) },
      { onProgress: (share) => shares.push(share) },
    );
    expect(shares.length).toBeGreaterThan(1);
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  });

  it('stops when it is cancelled', async () => {
    const rows = Array.from({ length: 200_000 }, (_, k) => `H${k},118.${k},31.${k}`);
    const stop = new AbortController();
    const reading = readFile(
      { name: 'x.csv', bytes: new TextEncoder().encode(`no,lon,lat\n${rows.join('\n')}`) },
      { signal: stop.signal, onProgress: (share) => share > 0 && stop.abort() },
    );
    await expect(reading).rejects.toMatchObject({ name: 'AbortError' });
  });
});
