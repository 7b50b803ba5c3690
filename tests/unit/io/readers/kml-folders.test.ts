import { describe, expect, it } from 'vitest';
import { readFile } from '../../../../src/io/readers/registry';

const mark = (name: string): string =>
  `<Placemark><name>${name}</name><Point><coordinates>118,31</coordinates></Point></Placemark>`;
const read = (body: string) =>
  readFile({
    name: 'x.kml',
    bytes: new TextEncoder().encode(`<kml xmlns="http://www.opengis.net/kml/2.2"><Document>${body}</Document></kml>`),
  });
const folder = (name: string, ...marks: string[]): string => `<Folder><name>${name}</name>${marks.join('')}</Folder>`;

describe('folders of a KML', () => {
  it('are layers, below folders that hold everything', async () => {
    const tables = await read(folder('All', folder('Hydrants', mark('a'), mark('b')), folder('Stations', mark('c'))));
    expect(tables.map(({ layer, features }) => [layer, features.map(({ properties }) => properties.name)])).toEqual([
      ['Hydrants', ['a', 'b']],
      ['Stations', ['c']],
    ]);
  });

  it('give their name to a single layer, and none where there is none', async () => {
    expect((await read(folder('Hydrants', mark('a')))).map(({ layer }) => layer)).toEqual(['Hydrants']);
    expect((await read(mark('a'))).map(({ layer }) => layer)).toEqual([undefined]);
  });

  it('stay one table when there are too many to be kinds of things', async () => {
    const streets = Array.from({ length: 40 }, (_, k) => folder(`Street ${k}`, mark(String(k))));
    expect(await read(streets.join(''))).toHaveLength(1);
  });
});
