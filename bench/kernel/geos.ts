import type { XY } from '../../src/base/coordinates';

const GEOMETRY_COLLECTION = 7;

type Geos = Awaited<ReturnType<typeof import('geos-wasm').default>>;

/** GEOS compiled to WebAssembly: the union of regular polygons in the circles, cut to the district. */
export class GeosPeer {
  private constructor(private readonly geos: Geos) {}

  static async start(): Promise<GeosPeer> {
    const { default: initGeos } = await import('geos-wasm');
    return new GeosPeer(await initGeos());
  }

  /** Area of (union of the circles as polygons) ∩ district: buffer each, unary union, intersection. */
  coveredArea(x: Float64Array, y: Float64Array, radius: number, sides: number, district: readonly XY[]): number {
    const { geos } = this;
    const discs = this.collection(Array.from(x, (cx, i) => this.disc(cx, y[i]!, radius, sides)));
    const land = this.polygon(district);
    const union = geos.GEOSUnaryUnion(discs);
    const inside = geos.GEOSIntersection(union, land);
    const area = this.areaOf(inside);
    for (const geometry of [discs, land, union, inside]) geos.GEOSGeom_destroy(geometry);
    return area;
  }

  private disc(x: number, y: number, radius: number, sides: number): number {
    const point = this.geos.GEOSGeom_createPointFromXY(x, y);
    const disc = this.geos.GEOSBuffer(point, radius, sides / 4);
    this.geos.GEOSGeom_destroy(point);
    return disc;
  }

  private collection(members: readonly number[]): number {
    const { Module, GEOSGeom_createCollection } = this.geos;
    const list = Module._malloc(4 * members.length);
    for (const [i, member] of members.entries()) Module.HEAP32[list / 4 + i] = member;
    const collection = GEOSGeom_createCollection(GEOMETRY_COLLECTION, list, members.length);
    Module._free(list);
    return collection;
  }

  private areaOf(geometry: number): number {
    const { Module, GEOSArea } = this.geos;
    const target = Module._malloc(8);
    GEOSArea(geometry, target);
    const area = Module.getValue(target, 'double');
    Module._free(target);
    return area;
  }

  private polygon(ring: readonly XY[]): number {
    const { Module, GEOSWKTReader_create, GEOSWKTReader_read, GEOSWKTReader_destroy } = this.geos;
    const wkt = `POLYGON ((${[...ring, ring[0]!].map(([px, py]) => `${px} ${py}`).join(', ')}))`;
    const reader = GEOSWKTReader_create();
    const text = Module._malloc(wkt.length + 1);
    Module.stringToUTF8(wkt, text, wkt.length + 1);
    const geometry = GEOSWKTReader_read(reader, text);
    GEOSWKTReader_destroy(reader);
    Module._free(text);
    return geometry;
  }
}
