import { WKB_TYPES } from './wkb-write';

const KINDS = Object.keys(WKB_TYPES) as (keyof typeof WKB_TYPES)[];
/** Flags of the older spelling (EWKB) of height, measure and system. */
const EWKB_Z = 0x80000000;
const EWKB_M = 0x40000000;
const EWKB_SRID = 0x20000000;

/**
 * A WKB geometry as GeoJSON; heights are kept, measures are not. Null for an empty point.
 * @throws Error when it is cut off or of a kind that GeoJSON lacks (curves, surfaces).
 */
export function readWkb(view: DataView, start: number): GeoJSON.Geometry | null {
  return new WkbReader(view, start).geometry();
}

class WkbReader {
  private little = true;
  private hasZ = false;
  private hasM = false;

  constructor(
    private readonly view: DataView,
    private at: number,
  ) {}

  geometry(): GeoJSON.Geometry | null {
    switch (this.head()) {
      case 'Point':
        return point(this.position());
      case 'LineString':
        return { type: 'LineString', coordinates: this.line() };
      case 'Polygon':
        return { type: 'Polygon', coordinates: this.list(() => this.line()) };
      case 'MultiPoint':
        return { type: 'MultiPoint', coordinates: this.parts<GeoJSON.Point>() };
      case 'MultiLineString':
        return { type: 'MultiLineString', coordinates: this.parts<GeoJSON.LineString>() };
      case 'MultiPolygon':
        return { type: 'MultiPolygon', coordinates: this.parts<GeoJSON.Polygon>() };
      case 'GeometryCollection':
        return { type: 'GeometryCollection', geometries: this.list(() => this.geometry()).filter((part) => !!part) };
    }
  }

  private head(): keyof typeof WKB_TYPES {
    this.little = this.view.getUint8(this.at) === 1;
    const code = this.view.getUint32(this.at + 1, this.little);
    this.at += 5;
    if (code & EWKB_SRID) this.at += 4;
    const plain = code & 0x1fffffff;
    const dimension = Math.floor(plain / 1000);
    this.hasZ = (code & EWKB_Z) !== 0 || dimension === 1 || dimension === 3;
    this.hasM = (code & EWKB_M) !== 0 || dimension === 2 || dimension === 3;
    const kind = KINDS[(plain % 1000) - 1];
    if (!kind) throw new Error(`A geometry of kind ${code}`);
    return kind;
  }

  private parts<G extends { coordinates: unknown }>(): G['coordinates'][] {
    return this.list(() => this.geometry() as G | null)
      .filter((part) => part !== null)
      .map(({ coordinates }) => coordinates);
  }

  private line(): GeoJSON.Position[] {
    return this.list(() => this.position());
  }

  private position(): GeoJSON.Position {
    const position = [this.number(), this.number()];
    if (this.hasZ) position.push(this.number());
    if (this.hasM) this.at += 8;
    return position;
  }

  private number(): number {
    const value = this.view.getFloat64(this.at, this.little);
    this.at += 8;
    return value;
  }

  /** A count that goes beyond the end fails at the end, not before memory is full: every item takes bytes. */
  private list<T>(read: () => T): T[] {
    const count = this.view.getUint32(this.at, this.little);
    this.at += 4;
    if (count > this.view.byteLength) throw new Error('A geometry that is cut off');
    const items: T[] = [];
    for (let k = 0; k < count; k++) items.push(read());
    return items;
  }
}

/** An empty point is written as two NaN. */
function point(coordinates: GeoJSON.Position): GeoJSON.Point | null {
  return Number.isNaN(coordinates[0]) ? null : { type: 'Point', coordinates };
}
