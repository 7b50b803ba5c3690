import type { XY } from '../base/coordinates';

/** Chord steps of a circle drawn as a polygon: 24 to the full turn, all within the circle. */
const STEP_RAD = Math.PI / 12;

/**
 * A convex ring (anticlockwise, with the centre inside) cut by a circle. Where the circle takes over, its arc is drawn by
 * chords, so that nothing lies outside it. Crossings are worked out per edge: two cells that share an edge and a
 * distance get the same points.
 */
export function clipByCircle(ring: readonly XY[], [cx, cy]: XY, radius: number): XY[] {
  if (ring.every(([x, y]) => Math.hypot(x - cx, y - cy) <= radius)) return [...ring];
  const out: XY[] = [];
  let open = true;
  for (let k = 0; k < ring.length; k++) {
    const [p, q] = [ring[k]!, ring[(k + 1) % ring.length]!];
    const part = insideCircle(p, q, cx, cy, radius);
    if (!part) {
      open = true;
      continue;
    }
    const [from, to] = part;
    if (from > 0 || open) {
      const enter = along(p, q, from);
      if (out.length > 0) arc(out, out[out.length - 1]!, enter, cx, cy, radius);
      out.push(enter);
    }
    out.push(along(p, q, to));
    open = to < 1;
  }
  if (out.length === 0) return wholeCircle(cx, cy, radius);
  if (open) arc(out, out[out.length - 1]!, out[0]!, cx, cy, radius);
  return out;
}

/** The part of p→q within the circle, as shares of its length; null when it has none. */
function insideCircle([px, py]: XY, [qx, qy]: XY, cx: number, cy: number, radius: number): [number, number] | null {
  const [dx, dy, fx, fy] = [qx - px, qy - py, px - cx, py - cy];
  const a = dx * dx + dy * dy;
  if (a === 0) return null;
  const b = fx * dx + fy * dy;
  const root = b * b - a * (fx * fx + fy * fy - radius * radius);
  if (root <= 0) return null;
  const half = Math.sqrt(root);
  const [from, to] = [Math.max(0, (-b - half) / a), Math.min(1, (half - b) / a)];
  return from < to ? [from, to] : null;
}

function along([px, py]: XY, [qx, qy]: XY, t: number): XY {
  return t === 0 ? [px, py] : t === 1 ? [qx, qy] : [px + (qx - px) * t, py + (qy - py) * t];
}

/** The points between two on the circle, anticlockwise. */
function arc(out: XY[], from: XY, to: XY, cx: number, cy: number, radius: number): void {
  const start = Math.atan2(from[1] - cy, from[0] - cx);
  let turn = Math.atan2(to[1] - cy, to[0] - cx) - start;
  if (turn < 0) turn += 2 * Math.PI;
  const steps = Math.ceil(turn / STEP_RAD);
  for (let k = 1; k < steps; k++) {
    const angle = start + (turn * k) / steps;
    out.push([cx + radius * Math.cos(angle), cy + radius * Math.sin(angle)]);
  }
}

function wholeCircle(cx: number, cy: number, radius: number): XY[] {
  return Array.from(
    { length: 24 },
    (_, k): XY => [cx + radius * Math.cos(k * STEP_RAD), cy + radius * Math.sin(k * STEP_RAD)],
  );
}

/**
 * What of any ring lies within a convex one (anticlockwise): Sutherland and Hodgman 1974. The direction stays, so that
 * areas of outlines and holes add up; parts apart are joined by edges on the convex ring that cancel out.
 */
export function clipByConvex(ring: readonly XY[], convex: readonly XY[]): XY[] {
  let rest: readonly XY[] = ring;
  for (let k = 0; k < convex.length && rest.length > 0; k++)
    rest = leftOf(rest, convex[k]!, convex[(k + 1) % convex.length]!);
  return [...rest];
}

function leftOf(ring: readonly XY[], [px, py]: XY, [qx, qy]: XY): XY[] {
  const [dx, dy] = [qx - px, qy - py];
  const side = ([x, y]: XY): number => dx * (y - py) - dy * (x - px);
  const out: XY[] = [];
  for (let k = 0; k < ring.length; k++) {
    const [a, b] = [ring[k]!, ring[(k + 1) % ring.length]!];
    const [sa, sb] = [side(a), side(b)];
    if (sa >= 0) out.push(a);
    if (sa >= 0 !== sb >= 0) {
      const t = sa / (sa - sb);
      out.push([a[0] + (b[0] - a[0]) * t, a[1] + (b[1] - a[1]) * t]);
    }
  }
  return out;
}
