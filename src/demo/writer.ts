import type { LonLat, XY } from '../base/coordinates';
import { createProjection, type LocalProjection } from '../geometry/projection';
import type { AreaGeometry, LineGeometry, PointGeometry } from '../model/entities/spec';

/** The zone lies in an invented bend of a plain; nothing there is meant. */
const ORIGIN: LonLat = [118.35, 31.28];

/** Turns local metres into the plan's degrees, rounded to a centimetre so that files and plan are the same to the bit. */
export class GeometryWriter {
  private readonly projection: LocalProjection = createProjection(ORIGIN);

  position(point: XY): LonLat {
    const [lon, lat] = this.projection.inverse(point);
    return [rounded(lon), rounded(lat)];
  }

  point(at: XY): PointGeometry {
    return { type: 'Point', coordinates: this.position(at) };
  }

  line(points: readonly XY[]): LineGeometry {
    return { type: 'LineString', coordinates: points.map((point) => this.position(point)) };
  }

  area(...polygons: readonly (readonly (readonly XY[])[])[]): AreaGeometry {
    return {
      type: 'MultiPolygon',
      coordinates: polygons.map((rings) =>
        rings.map((ring) => [...ring, ring[0]!].map((point) => this.position(point))),
      ),
    };
  }
}

function rounded(degrees: number): number {
  return Math.round(degrees * 1e7) / 1e7;
}
