import { gzipSync as nodeGzip } from 'node:zlib';
import {
  BlobWriter,
  TextReader,
  Uint8ArrayReader,
  Uint8ArrayWriter,
  ZipWriter,
} from '@zip.js/zip.js/lib/zip-core-external.js';
import { gzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { encoded } from '../../../support/files/legacy-text';
import { read, refusal, utf8 } from '../../../support/files/read';

const CSV = utf8('no,lon,lat\nA,118.1,31.2\n');
const KML = utf8(
  '<kml><Document><Placemark><name>栓</name><Point><coordinates>118,31</coordinates></Point></Placemark></Document></kml>',
);

describe('an archive', () => {
  it('gives what the files in it give, pictures and papers passed over', async () => {
    const zip = zipSync({ 'a.csv': CSV, 'doc.kml': KML, 'files/x.png': utf8('x'), '__MACOSX/._a.csv': utf8('x') });
    expect((await read('x', zip)).map(({ format }) => format)).toEqual(['CSV', 'KML']);
  });

  it('lists the files that could not be read', async () => {
    const [table] = await read('x.zip', zipSync({ 'a.csv': CSV, 'b.json': utf8('{"x":1}') }));
    expect(table!.issues).toMatchObject([{ code: 'read.notGeojson', severity: 'warning', params: { file: 'b.json' } }]);
  });

  it('may hold a workbook or be packed twice', async () => {
    const zip = zipSync({ 'inner.zip': zipSync({ 'a.csv': CSV }) });
    expect((await read('x.zip', gzipSync(zip)))[0]!.format).toBe('CSV');
  });

  it('with names in the code page of Windows', async () => {
    const zip = zipSync({ abcd: utf8('{"x":1}'), 'b.csv': CSV });
    // Local and central header name the first file with four bytes each.
    const name = encoded('街道', 'gb18030');
    for (let at = zip.indexOf(97); at >= 0; at = zip.indexOf(97, at + 1))
      if (zip[at + 1] === 98 && zip[at + 2] === 99 && zip[at + 3] === 100) zip.set(name, at);
    const [table] = await read('x.zip', zip);
    expect(table!.issues[0]!.params.file).toBe('街道');
  });

  it('cut short, changed or with nothing to read is said', async () => {
    const zip = zipSync({ 'a.csv': CSV }, { level: 0 });
    expect(await refusal('x.zip', zip.slice(0, zip.length - 10))).toBe('read.zip');
    const changed = zip.slice();
    changed[zip.indexOf(0x41)]! ^= 1;
    expect(await refusal('x.zip', changed)).toBe('read.zip');
    expect(await refusal('x.zip', zipSync({ 'a.png': utf8('x') }))).toBe('read.zipNothing');
  });

  it('locked by a password is said', async () => {
    const writer = new ZipWriter(new BlobWriter(), { password: 'secret', zipCrypto: true, useWebWorkers: false });
    await writer.add('a.csv', new TextReader('no,lon,lat\nA,118.1,31.2\n'));
    const blob = await writer.close();
    expect(await refusal('x.zip', new Uint8Array(await blob.arrayBuffer()))).toBe('read.password');
  });

  it('that unpacks without end is not opened, even when it lies about its size', { timeout: 20_000 }, async () => {
    const noughts = new Uint8Array(260_000_000);
    const writer = new ZipWriter(new Uint8ArrayWriter(), { useWebWorkers: false, level: 1 });
    await writer.add('a.csv', new Uint8ArrayReader(noughts));
    const bomb = await writer.close();
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(await refusal('x.zip', bomb)).toBe('read.zipBomb');
    const view = new DataView(bomb.buffer, bomb.byteOffset);
    view.setUint32(view.getUint32(bomb.length - 6, true) + 24, 1000, true);
    expect(['read.zipBomb', 'read.zip']).toContain(await refusal('x.zip', bomb));
    expect(await refusal('x.gz', nodeGzip(noughts, { level: 1 }))).toBe('read.zipBomb');
  });
});
