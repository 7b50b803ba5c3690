import type { LonLat } from '../../base/coordinates';
import type { AreaGeometry } from '../../model/entities/spec';

type Polygon = AreaGeometry['coordinates'][number];

/** Polygons with every outer ring turned one way and every hole the other: formats differ in which they ask for. */
export function wound(polygons: readonly Polygon[], outer: 'clockwise' | 'counterclockwise'): Polygon[] {
  return polygons.map((rings) =>
    rings.map((ring, k) => {
      const clockwise = signedArea(ring) < 0;
      return clockwise === ((outer === 'clockwise') === (k === 0)) ? ring : [...ring].reverse();
    }),
  );
}

/** Positive for counter-clockwise; taken from the ring's first corner, so that large coordinates cost no digits. */
function signedArea(ring: readonly LonLat[]): number {
  const [x0, y0] = ring[0] ?? [0, 0];
  let sum = 0;
  for (let k = 1; k < ring.length; k++) {
    const [ax, ay] = ring[k - 1]!;
    const [bx, by] = ring[k]!;
    sum += (ax - x0) * (by - y0) - (bx - x0) * (ay - y0);
  }
  return sum / 2;
}
