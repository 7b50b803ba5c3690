import Delaunator from 'delaunator';
import type { XY } from '../base/coordinates';

/** So many times the box away stand the points that close the outer cells. */
const FAR = 20;

/**
 * Voronoi cells of points as anticlockwise rings, all of them closed far outside. Neighbours share their corners exactly.
 * Of points at one place only the first has a cell; the others' are empty.
 */
export function voronoiCells(x: Float64Array, y: Float64Array): (i: number) => XY[] {
  const count = x.length;
  if (count === 0) return () => [];
  const coords = new Float64Array(2 * (count + 8));
  let [minX, minY, maxX, maxY] = [Infinity, Infinity, -Infinity, -Infinity];
  for (let i = 0; i < count; i++) {
    coords[2 * i] = x[i]!;
    coords[2 * i + 1] = y[i]!;
    minX = Math.min(minX, x[i]!);
    maxX = Math.max(maxX, x[i]!);
    minY = Math.min(minY, y[i]!);
    maxY = Math.max(maxY, y[i]!);
  }
  const reach = FAR * Math.max(maxX - minX, maxY - minY, 1000);
  for (let k = 0; k < 8; k++) {
    coords[2 * (count + k)] = (minX + maxX) / 2 + reach * Math.cos((k * Math.PI) / 4 + 0.1);
    coords[2 * (count + k) + 1] = (minY + maxY) / 2 + reach * Math.sin((k * Math.PI) / 4 + 0.1);
  }
  const { triangles, halfedges } = new Delaunator(coords);
  const centres = circumcentres(coords, triangles);
  const incoming = new Int32Array(count + 8).fill(-1);
  for (let e = 0; e < triangles.length; e++) incoming[triangles[e % 3 === 2 ? e - 2 : e + 1]!] = e;
  return (i) => {
    const ring: XY[] = [];
    const first = incoming[i]!;
    for (let e = first; e >= 0; ) {
      const t = Math.floor(e / 3);
      ring.push([centres[2 * t]!, centres[2 * t + 1]!]);
      e = halfedges[e % 3 === 2 ? e - 2 : e + 1]!;
      if (e === first) break;
    }
    return isAnticlockwise(ring) ? ring : ring.reverse();
  };
}

function circumcentres(coords: Float64Array, triangles: Uint32Array): Float64Array {
  const centres = new Float64Array((2 * triangles.length) / 3);
  for (let t = 0; t < triangles.length / 3; t++) {
    const [a, b, c] = [2 * triangles[3 * t]!, 2 * triangles[3 * t + 1]!, 2 * triangles[3 * t + 2]!];
    const [ax, ay] = [coords[a]!, coords[a + 1]!];
    const [dx, dy, ex, ey] = [coords[b]! - ax, coords[b + 1]! - ay, coords[c]! - ax, coords[c + 1]! - ay];
    const [bl, cl] = [dx * dx + dy * dy, ex * ex + ey * ey];
    const d = 0.5 / (dx * ey - dy * ex);
    centres[2 * t] = ax + (ey * bl - dy * cl) * d;
    centres[2 * t + 1] = ay + (dx * cl - ex * bl) * d;
  }
  return centres;
}

function isAnticlockwise(ring: readonly XY[]): boolean {
  let sum = 0;
  for (let k = 0; k < ring.length; k++) {
    const [[ax, ay], [bx, by]] = [ring[k]!, ring[(k + 1) % ring.length]!];
    sum += ax * by - bx * ay;
  }
  return sum > 0;
}
