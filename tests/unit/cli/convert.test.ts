import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { main } from '../../../src/cli/main';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'shuantu-convert-'));
});
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

async function convert(...args: string[]): Promise<{ code: number; out: string; err: string }> {
  const said = { out: '', err: '' };
  const to = (name: 'out' | 'err') => (text: string | Uint8Array) => {
    said[name] += String(text);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(to('out') as never);
  vi.spyOn(process.stderr, 'write').mockImplementation(to('err') as never);
  const code = await main(['convert', ...args, '--lang', 'en']);
  vi.restoreAllMocks();
  return { code, ...said };
}

const LEDGER = `number,status,lon,lat,flow
A-1,working,121.47,31.23,18
A-2,broken,121.471,31.231,
A-3,working,none,31.232,9
A-4,planned,121.472,31.232,12
`;

describe('shuantu convert', () => {
  it('writes the format that the ending asks for and reports rows left out with row, column and reason', async () => {
    const out = join(folder, 'ledger.geojson');
    const { code, err, out: text } = await convert(file('ledger.csv', LEDGER), out, '--entity', 'hydrant', '--json');
    expect(code).toBe(0);
    const { features } = JSON.parse(readFileSync(out, 'utf8'));
    expect(features.map(({ id }: { id: string }) => id)).toEqual(['A-1', 'A-2', 'A-4']);
    expect(features[0]).toMatchObject({ properties: { number: 'A-1', status: 'working', flowLps: 18 } });
    const report = JSON.parse(text);
    expect(report).toMatchObject({ format: 'GeoJSON', layers: [{ entity: 'hydrant', read: 4, written: 3 }] });
    expect(err).toMatch(/row +column +reason\n4 +lon +/);
  });

  it('saves what was left out, filters rows and takes another column', async () => {
    const [out, rejected] = [join(folder, 'some.csv'), join(folder, 'rejected.csv')];
    const input = file('ledger2.csv', LEDGER.replace('flow', 'f'));
    const { code } = await convert(
      input,
      out,
      '--entity',
      'hydrant',
      '--where',
      'status=working',
      '--map',
      'flowLps=f',
      '--rejected',
      rejected,
    );
    expect(code).toBe(0);
    const lines = readFileSync(out, 'utf8').trimEnd().split('\r\n');
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/^A-1,A-1,working,.*,18,.*,121.47,31.23$/);
    expect(readFileSync(rejected, 'utf8').split('\r\n')[1]).toMatch(/^4,lon,record,/);
  });

  it('writes another coordinate system and reads it again by what the file says', async () => {
    const [metres, back] = [join(folder, 'metres.geojson'), join(folder, 'back.csv')];
    await convert(file('ledger3.csv', LEDGER), metres, '--entity', 'hydrant', '--to-crs', 'EPSG:4549');
    const [x, y] = JSON.parse(readFileSync(metres, 'utf8')).features[0].geometry.coordinates;
    expect([Math.round(x / 1e4), Math.round(y / 1e4)]).toEqual([64, 346]);
    expect((await convert(metres, back, '--entity', 'hydrant')).code).toBe(0);
    const [lon, lat] = readFileSync(back, 'utf8').split('\r\n')[1]!.split(',').slice(-2).map(Number);
    expect(Math.hypot((lon! - 121.47) * 95_000, (lat! - 31.23) * 111_000)).toBeLessThan(0.001);
  });

  it('takes every layer where the format holds several, else the first, and says what is left out', async () => {
    const stations = file(
      'stations.geojson',
      JSON.stringify({
        type: 'FeatureCollection',
        name: 'fireStation',
        features: [
          {
            type: 'Feature',
            id: 's',
            properties: { name: 'S' },
            geometry: { type: 'Point', coordinates: [121.47, 31.23] },
          },
        ],
      }),
    );
    const [plan, both, one] = ['plan.gpkg', 'both.xlsx', 'one.csv'].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    await main(['import', file('ledger4.csv', LEDGER), '--plan', plan, '--as', 'hydrant', '--lang', 'en']);
    await main(['import', stations, '--plan', plan, '--as', 'fireStation', '--lang', 'en']);
    const { code, out } = await convert(plan, both, '--json');
    expect(code).toBe(0);
    expect(
      JSON.parse(out).layers.map(({ entity, written }: { entity: string; written: number }) => [entity, written]),
    ).toEqual([
      ['hydrant', 3],
      ['fireStation', 1],
    ]);
    const first = await convert(both, one);
    expect(first.err).toMatch(/fireStation \(1\).*--entity/);
    expect(readFileSync(one, 'utf8').split('\r\n')[1]).toMatch(/^A-1,/);
    expect((await convert(both, one, '--entity', 'fireStation')).code).toBe(0);
    expect(readFileSync(one, 'utf8').split('\r\n')[1]).toMatch(/^s,S,/);
    expect((await convert(both, one, '--layer', 'nothing')).err).toMatch(/hydrant, fireStation/);
  });

  it.each([
    [['a.csv', 'a.docx'], 2, /a\.docx.*\.geojson/],
    [['a.csv', 'a.csv', '--entity', 'fountain'], 2, /fountain.*hydrant/],
    [['a.csv', 'a.csv', '--to-crs', 'EPSG:1'], 2, /EPSG:1/],
    [['a.csv', 'a.csv', '--headers', 'latin'], 2, /latin/],
    [['missing.csv', 'a.geojson'], 1, /missing\.csv/],
  ])('refuses %j with exit code %i and one sentence', async (args, expected, sentence) => {
    const paths = args.map((arg, k) => (k < 2 ? join(folder, arg) : arg));
    const { code, err, out } = await convert(...paths);
    expect(code).toBe(expected);
    expect(err).toMatch(sentence);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(out).toBe('');
  });

  it('leaves an existing file as it was when the input is bad, and no half-written one beside it', async () => {
    const out = file('kept.geojson', 'before');
    expect((await convert(file('bad.csv', 'lon,lat\nx,y\n'), out, '--entity', 'hydrant')).code).toBe(1);
    expect(readFileSync(out, 'utf8')).toBe('before');
    const nowhere = join(folder, 'nowhere', 'out.csv');
    const { code, err } = await convert(file('good.csv', LEDGER), nowhere, '--entity', 'hydrant');
    expect(code).toBe(1);
    expect(err).toContain(nowhere);
    expect(existsSync(nowhere)).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});
