import { describe, expect, it } from 'vitest';
import { utf16 } from '../../../support/files/legacy-text';
import { read, refusal, utf8 } from '../../../support/files/read';

const feature = { type: 'Feature', id: 7, properties: { a: 1 }, geometry: { type: 'Point', coordinates: [1, 2] } };
const other = {
  type: 'Feature',
  properties: { b: '栓' },
  geometry: {
    type: 'LineString',
    coordinates: [
      [0, 0],
      [1, 1],
    ],
  },
};

describe('GeoJSON', () => {
  it('is read as a collection, a feature or a bare geometry, and features that are none are named', async () => {
    const [table] = await read(
      'x',
      JSON.stringify({ type: 'FeatureCollection', features: [feature, 'nonsense', other] }),
    );
    expect(table!.features).toEqual([
      { row: 1, properties: { a: 1, id: 7 }, geometry: feature.geometry },
      { row: 3, properties: { b: '栓' }, geometry: other.geometry },
    ]);
    expect(table!.issues).toMatchObject([{ code: 'read.feature', params: { row: 2 } }]);
    expect((await read('x', JSON.stringify(feature)))[0]!.features).toHaveLength(1);
    expect((await read('x', '{"type":"Point","coordinates":[1,2]}'))[0]!.features[0]!.geometry).not.toBeNull();
  });

  it.each([
    ['a line each', (text: string) => text],
    ['record separators (RFC 8142)', (text: string) => `\u001e${text}`],
  ])('is read with %s', async (_, line) => {
    const [table] = await read('x', `${line(JSON.stringify(feature))}\n${line(JSON.stringify(other))}\n`);
    expect(table!.features).toHaveLength(2);
  });

  it('gives the whole lines of a file of lines cut short, and names the cut one', async () => {
    const [table] = await read('x', `${JSON.stringify(feature)}\n${JSON.stringify(other).slice(0, 50)}`);
    expect(table!.features).toHaveLength(1);
    expect(table!.issues).toMatchObject([{ code: 'read.feature', params: { row: 2 } }]);
  });

  it.each([
    ['urn:ogc:def:crs:EPSG::4547', 'EPSG:4547'],
    ['urn:ogc:def:crs:OGC:1.3:CRS84', 'WGS84'],
  ])('heeds an old crs member: %s', async (name, crs) => {
    const root = { type: 'FeatureCollection', crs: { type: 'name', properties: { name } }, features: [feature] };
    expect((await read('x', JSON.stringify(root)))[0]!.crs).toBe(crs);
  });

  it('may come in UTF-16', async () => {
    const [table] = await read('x', utf16(JSON.stringify(other), 'le', true));
    expect(table!.features[0]!.properties.b).toBe('栓');
  });

  it('is refused when it is cut off', async () => {
    const text = JSON.stringify({ type: 'FeatureCollection', features: [feature, other] });
    expect(await refusal('x.geojson', utf8(text).subarray(0, 60))).toBe('read.json');
  });
});

describe('TopoJSON', () => {
  const topology = {
    type: 'Topology',
    transform: { scale: [0.5, 0.5], translate: [100, 30] },
    objects: {
      hydrants: {
        type: 'GeometryCollection',
        geometries: [{ type: 'Point', coordinates: [2, 4], properties: { no: 'A' } }],
      },
      roads: { type: 'LineString', arcs: [0], properties: { name: '人民路' } },
      none: { type: 'GeometryCollection', geometries: [] },
    },
    arcs: [
      [
        [0, 0],
        [2, 2],
      ],
    ],
  };

  it('gives a table for every object that holds something', async () => {
    const tables = await read('x.json', JSON.stringify(topology));
    expect(tables.map(({ layer, features }) => [layer, features[0]!.geometry])).toEqual([
      ['hydrants', { type: 'Point', coordinates: [101, 32] }],
      [
        'roads',
        {
          type: 'LineString',
          coordinates: [
            [100, 30],
            [101, 31],
          ],
        },
      ],
    ]);
  });

  it('with arcs that are not there is damaged', async () => {
    const broken = { ...topology, arcs: [] };
    expect(await refusal('x.json', JSON.stringify(broken))).toBe('read.topology');
  });
});
