/**
 * Where the line a + t·(b − a) meets a circle: writes both t, ascending, into `out`; false when it does not or only
 * touches. Arcs and edges are cut with this one function, operands in the same order, so both sides agree to the last bit.
 */
export function lineMeetsCircle(
  ax: number,
  ay: number,
  bx: number,
  by: number,
  cx: number,
  cy: number,
  r: number,
  out: Float64Array,
): boolean {
  const dx = bx - ax;
  const dy = by - ay;
  const fx = ax - cx;
  const fy = ay - cy;
  const a = dx * dx + dy * dy;
  const b = fx * dx + fy * dy;
  // r² minus the squared distance of the line: no cancellation far from the circle's centre.
  const cross = fx * dy - fy * dx;
  const discriminant = a * r * r - cross * cross;
  if (discriminant <= 0 || a === 0) return false;
  const root = Math.sqrt(discriminant);
  out[0] = (-b - root) / a;
  out[1] = (-b + root) / a;
  return true;
}
