import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOfBlob, decodeGeometry, encodeGeometry } from '../../../../src/io/geopackage/geometry-blob';

const position = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
);
const line = fc.array(position, { minLength: 1, maxLength: 6 });
const rings = fc.array(line, { minLength: 1, maxLength: 3 });
const simple = fc.oneof(
  position.map((coordinates): GeoJSON.Geometry => ({ type: 'Point', coordinates })),
  line.map((coordinates): GeoJSON.Geometry => ({ type: 'LineString', coordinates })),
  rings.map((coordinates): GeoJSON.Geometry => ({ type: 'Polygon', coordinates })),
  line.map((coordinates): GeoJSON.Geometry => ({ type: 'MultiPoint', coordinates })),
  rings.map((coordinates): GeoJSON.Geometry => ({ type: 'MultiLineString', coordinates })),
  fc.array(rings, { minLength: 1, maxLength: 3 }).map(
    (coordinates): GeoJSON.Geometry => ({
      type: 'MultiPolygon',
      coordinates,
    }),
  ),
);
const geometry = fc.oneof(
  simple,
  fc
    .array(simple, { minLength: 1, maxLength: 3 })
    .map((geometries): GeoJSON.Geometry => ({ type: 'GeometryCollection', geometries })),
);

/** Header without an envelope and the WKB given as hexadecimal. */
function blob(hex: string): Uint8Array {
  return Uint8Array.from([
    0x47,
    0x50,
    0,
    1,
    0xe6,
    0x10,
    0,
    0,
    ...(hex.match(/../g) ?? []).map((b) => Number.parseInt(b, 16)),
  ]);
}

describe('a geometry blob', () => {
  it('gives back every geometry to the last bit', () => {
    fc.assert(
      fc.property(geometry, (given) => {
        expect(decodeGeometry(encodeGeometry(given, 4326))).toEqual(given);
      }),
      { numRuns: 300 },
    );
  });

  it('knows its box', () => {
    const coordinates = [
      [118.3, 31.2],
      [118.1, 31.5],
      [118.2, 31.1],
    ];
    expect(boxOfBlob(encodeGeometry({ type: 'LineString', coordinates }, 4326))).toEqual([118.1, 31.1, 118.3, 31.5]);
    expect(boxOfBlob(encodeGeometry({ type: 'Point', coordinates: [1, 2] }, 4326))).toEqual([1, 2, 1, 2]);
    expect(boxOfBlob(encodeGeometry({ type: 'MultiPolygon', coordinates: [] }, 4326))).toBeNull();
  });

  it('reads heights, measures, big-endian numbers and the older spelling with a system', () => {
    const one = '3ff0000000000000';
    const two = '4000000000000000';
    const three = '4008000000000000';
    // Big-endian Point ZM (3001) and EWKB Point Z with SRID.
    expect(decodeGeometry(blob(`0000000bb9${one}${two}${three}${one}`))).toEqual({
      type: 'Point',
      coordinates: [1, 2, 3],
    });
    expect(decodeGeometry(blob(`00a0000001000010e6${one}${two}${three}`))).toEqual({
      type: 'Point',
      coordinates: [1, 2, 3],
    });
  });

  it('takes a point of no numbers and a blob marked empty for nothing', () => {
    expect(decodeGeometry(blob(`0000000001${'7ff8000000000000'.repeat(2)}`))).toBeNull();
    expect(decodeGeometry(Uint8Array.from([0x47, 0x50, 0, 0x11, 0, 0, 0, 0]))).toBeNull();
  });

  it('throws on curves, cut-off blobs and counts beyond the end, and never hangs', () => {
    expect(() => decodeGeometry(blob('0000000008ffffffff'))).toThrow(/kind 8/);
    expect(() => decodeGeometry(blob('0000000002fffffff0'))).toThrow();
    fc.assert(
      fc.property(geometry, fc.double({ min: 0, max: 0.99, noNaN: true }), (given, share) => {
        const whole = encodeGeometry(given, 4326);
        expect(() => decodeGeometry(whole.slice(0, Math.floor(whole.length * share)))).toThrow();
      }),
    );
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        try {
          decodeGeometry(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(Error);
        }
      }),
    );
  });
});
