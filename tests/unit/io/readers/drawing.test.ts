import { geojson } from 'flatgeobuf';
import { describe, expect, it } from 'vitest';
import { read, refusal } from '../../../support/files/read';

/** Group codes and values of a drawing, one a line. */
const DXF = [
  [0, 'SECTION', 2, 'ENTITIES'],
  [0, 'POINT', 8, 'HYDRANT', 10, '500000.5', 20, '3400000.25', 30, '0'],
  [0, 'INSERT', 8, 'HYDRANT', 2, '消火栓', 10, '500010', 20, '3400010'],
  [0, 'LINE', 8, 'ROAD', 10, '0', 20, '0', 11, '10', 21, '5'],
  [0, 'LWPOLYLINE', 8, 'PLOT', 90, '3', 70, '1', 10, '0', 20, '0', 10, '4', 20, '0', 10, '4', 20, '4'],
  [0, 'CIRCLE', 8, 'X', 10, '0', 20, '0', 40, '3'],
  [0, 'ENDSEC', 0, 'EOF'],
]
  .flat()
  .join('\r\n');

describe('DXF', () => {
  it('gives points, blocks, lines and closed polylines by layer, and counts what is none', async () => {
    const tables = await read('x', DXF);
    expect(tables.map(({ layer, features }) => [layer, features.length])).toEqual([
      ['HYDRANT Point', 2],
      ['ROAD LineString', 1],
      ['PLOT Polygon', 1],
    ]);
    expect(tables[0]!.features[1]).toMatchObject({
      properties: { layer: 'HYDRANT', name: '消火栓' },
      geometry: { coordinates: [500010, 3400010] },
    });
    expect(tables[0]!.crs).toBeUndefined();
    expect(tables[0]!.issues).toMatchObject([{ code: 'read.drawingPart', params: { type: 'CIRCLE', count: 1 } }]);
  });

  it('in binary or without shapes is said', async () => {
    expect(await refusal('x.dxf', 'AutoCAD Binary DXF\r\n\u001a\u0000')).toBe('read.drawing');
    expect(await refusal('x.dxf', '0\nSECTION\n2\nENTITIES\n0\nENDSEC\n0\nEOF\n')).toBe('read.noFeatures');
  });
});

describe('FlatGeobuf', () => {
  const collection: GeoJSON.FeatureCollection = {
    type: 'FeatureCollection',
    features: [1, 2, 3].map((k) => ({
      type: 'Feature',
      properties: { no: `A-${k}`, 压力: k / 10 },
      geometry: { type: 'Point', coordinates: [118 + k / 10, 31] },
    })),
  };
  const bytes = geojson.serialize(collection, 4490);

  it('gives its features and its coordinate system', async () => {
    const [table] = await read('x', bytes);
    expect(table).toMatchObject({ format: 'FlatGeobuf', crs: 'EPSG:4490', columns: ['no', '压力'] });
    expect(table!.features).toHaveLength(3);
    expect(table!.features[2]).toMatchObject({ properties: { no: 'A-3', 压力: 0.3 } });
  });

  it('cut short gives what is whole and counts what is missing', async () => {
    const [table] = await read('x', bytes.slice(0, bytes.length - 30));
    expect(table!.features).toHaveLength(2);
    expect(table!.issues).toMatchObject([{ code: 'read.cut', params: { row: 3, count: 1 } }]);
  });
});
