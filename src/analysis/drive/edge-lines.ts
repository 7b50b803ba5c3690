import type { LonLat } from '../../base/coordinates';
import type { RoadNetwork } from './road-network';

/** Seven decimals of a degree are a centimetre. */
const SCALE = 1e7;

/** Edges as lines in degrees, made once and written as GeoJSON coordinates again and again. */
export class EdgeLines {
  private readonly lonLat: Float64Array;
  private readonly whole: (string | undefined)[];

  constructor(private readonly network: Pick<RoadNetwork, 'graph' | 'projection'>) {
    const { shapeX, shapeY, from } = network.graph;
    this.lonLat = new Float64Array(2 * shapeX.length);
    for (let p = 0; p < shapeX.length; p++) {
      const [lon, lat] = network.projection.inverse([shapeX[p]!, shapeY[p]!]);
      this.lonLat[2 * p] = Math.round(lon * SCALE) / SCALE;
      this.lonLat[2 * p + 1] = Math.round(lat * SCALE) / SCALE;
    }
    this.whole = new Array(from.length);
  }

  /** The coordinates of a part of an edge as JSON. */
  text(edge: number, fromAt: number, toAt: number): string {
    if (fromAt > 0 || toAt < 1) return JSON.stringify(this.part(edge, fromAt, toAt));
    const known = this.whole[edge];
    if (known !== undefined) return known;
    const text = JSON.stringify(this.part(edge, 0, 1));
    this.whole[edge] = text;
    return text;
  }

  /** The points of a part of an edge; backwards when `toAt` is less. */
  part(edge: number, fromAt: number, toAt: number): LonLat[] {
    if (toAt < fromAt) return this.part(edge, toAt, fromAt).reverse();
    const { shapeStart, shapeX, shapeY, lengthM } = this.network.graph;
    const [begin, end] = [fromAt * lengthM[edge]!, toAt * lengthM[edge]!];
    const last = shapeStart[edge + 1]! - 1;
    const points: LonLat[] = [];
    let along = 0;
    for (let p = shapeStart[edge]!; p < last; p++) {
      const step = Math.hypot(shapeX[p + 1]! - shapeX[p]!, shapeY[p + 1]! - shapeY[p]!);
      if (points.length === 0 && (along + step > begin || p === last - 1))
        points.push(this.between(p, begin - along, step));
      else if (points.length > 0 && along < end) points.push(this.at(p));
      if (along + step >= end || p === last - 1) {
        points.push(toAt === 1 ? this.at(last) : this.between(p, end - along, step));
        break;
      }
      along += step;
    }
    return points;
  }

  private at(p: number): LonLat {
    return [this.lonLat[2 * p]!, this.lonLat[2 * p + 1]!];
  }

  /** So many metres on from a point towards the next. */
  private between(p: number, metres: number, step: number): LonLat {
    const t = step > 0 ? Math.min(1, Math.max(0, metres / step)) : 0;
    if (t === 0) return this.at(p);
    const [ax, ay] = this.at(p);
    const [bx, by] = this.at(p + 1);
    return [Math.round((ax + (bx - ax) * t) * SCALE) / SCALE, Math.round((ay + (by - ay) * t) * SCALE) / SCALE];
  }
}
