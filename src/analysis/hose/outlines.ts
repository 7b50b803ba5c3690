import type { LocalProjection } from '../../geometry/projection';
import type { Building } from '../../model/entities/building';

/** Outlines of buildings in local metres, ring after ring in flat arrays: projected once, read for fronts and sizes. */
export interface Outlines {
  /** Where each ring's points begin; one more entry than rings. A ring ends with its first point. */
  readonly start: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The building that a ring belongs to. */
  readonly building: Int32Array;
  /** 1 for an outer wall, 0 for a courtyard. */
  readonly isOuter: Uint8Array;
}

export function outlinesOf(buildings: readonly Building[], projection: LocalProjection): Outlines {
  const rings = buildings.flatMap(({ geometry }, building) =>
    geometry.coordinates.flatMap((polygon) => polygon.map((ring, r) => ({ building, ring, isOuter: r === 0 ? 1 : 0 }))),
  );
  const start = new Int32Array(rings.length + 1);
  for (const [r, { ring }] of rings.entries()) start[r + 1] = start[r]! + ring.length;
  const x = new Float64Array(start[rings.length]!);
  const y = new Float64Array(start[rings.length]!);
  let at = 0;
  for (const { ring } of rings)
    for (const position of ring) {
      const [px, py] = projection.forward(position);
      x[at] = px;
      y[at++] = py;
    }
  return {
    start,
    x,
    y,
    building: Int32Array.from(rings, ({ building }) => building),
    isOuter: Uint8Array.from(rings, ({ isOuter }) => isOuter),
  };
}

/** Ground that each building stands on, courtyards left out, m². */
export function footprintsM2({ start, x, y, building, isOuter }: Outlines, buildings: number): Float64Array {
  const areas = new Float64Array(buildings);
  for (let r = 0; r < building.length; r++) {
    const first = start[r]!;
    let twice = 0;
    for (let v = first; v + 1 < start[r + 1]!; v++)
      twice += (x[v]! - x[first]!) * (y[v + 1]! - y[first]!) - (x[v + 1]! - x[first]!) * (y[v]! - y[first]!);
    areas[building[r]!]! += isOuter[r] ? Math.abs(twice) / 2 : -Math.abs(twice) / 2;
  }
  return areas;
}
