import type { ArcCosts } from './costs';
import type { Labels, Seed } from './first-due';
import type { RoadGraph } from './road-graph';

/** A stretch of an edge that one source reaches first: linear cost from `fromCost` at `fromAt` to `toCost` at `toAt`. */
export interface Stretch {
  /** Shares of the edge's length, 0…1, ascending. */
  readonly fromAt: number;
  readonly toAt: number;
  readonly fromCost: number;
  readonly toCost: number;
  readonly source: number;
}

/** A way onto an edge: from `at` with the line (`sign` 1) or against it (−1), `base` at the start, `slope` per whole edge. */
interface Ray {
  readonly at: number;
  readonly sign: 1 | -1;
  readonly base: number;
  readonly slope: number;
  readonly source: number;
}

/**
 * Who is first at each place of an edge and at what cost: the lower envelope of what comes in over both its ends and of
 * what starts on it. Stretches that nobody reaches are left out; of equal costs the lower source wins.
 */
export function envelopeOf(
  graph: RoadGraph,
  costs: ArcCosts,
  { cost, source }: Labels,
  edge: number,
  seedsHere: readonly Seed[] = [],
): Stretch[] {
  const [u, v] = [graph.from[edge]!, graph.to[edge]!];
  const [ahead, back] = [costs[2 * edge]!, costs[2 * edge + 1]!];
  const rays: Ray[] = [];
  if (source[u]! >= 0 && Number.isFinite(ahead))
    rays.push({ at: 0, sign: 1, base: cost[u]!, slope: ahead, source: source[u]! });
  if (source[v]! >= 0 && Number.isFinite(back))
    rays.push({ at: 1, sign: -1, base: cost[v]!, slope: back, source: source[v]! });
  for (const seed of seedsHere) {
    if (Number.isFinite(ahead)) rays.push({ ...seed, sign: 1, base: seed.offset, slope: ahead });
    if (Number.isFinite(back)) rays.push({ ...seed, sign: -1, base: seed.offset, slope: back });
  }
  return rays.length === 0 ? [] : lowest(rays);
}

function lowest(rays: readonly Ray[]): Stretch[] {
  const marks = [0, 1, ...rays.map(({ at }) => at)];
  for (const [i, a] of rays.entries())
    for (const b of rays.slice(i + 1)) {
      const at = crossingOf(a, b);
      if (at > 0 && at < 1) marks.push(at);
    }
  marks.sort((a, b) => a - b);
  const stretches: Stretch[] = [];
  for (let k = 0; k + 1 < marks.length; k++) {
    const [low, high] = [marks[k]!, marks[k + 1]!];
    if (low === high) continue;
    const ray = bestAt(rays, (low + high) / 2);
    if (ray)
      stretches.push({
        fromAt: low,
        toAt: high,
        fromCost: valueAt(ray, low),
        toCost: valueAt(ray, high),
        source: ray.source,
      });
  }
  return stretches;
}

function bestAt(rays: readonly Ray[], at: number): Ray | null {
  let best: Ray | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const ray of rays) {
    if (ray.sign * (at - ray.at) < 0) continue;
    const value = valueAt(ray, at);
    if (value < least || (value === least && best && ray.source < best.source)) {
      best = ray;
      least = value;
    }
  }
  return best;
}

function valueAt({ at: start, sign, base, slope }: Ray, at: number): number {
  return base + sign * (at - start) * slope;
}

/** Where two rays cost the same, seen as whole lines; NaN for parallel ones. */
function crossingOf(a: Ray, b: Ray): number {
  const [sa, sb] = [a.sign * a.slope, b.sign * b.slope];
  return (b.base - sb * b.at - (a.base - sa * a.at)) / (sa - sb);
}

/** The share of the edge's length on a stretch that costs at most `limit`. */
export function shareWithin({ fromAt, toAt, fromCost, toCost }: Stretch, limit: number): number {
  const [low, high] = fromCost < toCost ? [fromCost, toCost] : [toCost, fromCost];
  if (high <= limit) return toAt - fromAt;
  return low >= limit ? 0 : ((limit - low) / (high - low)) * (toAt - fromAt);
}

/** The stretch of an edge within `limit`, as a stretch; null when there is none. */
export function clipped(stretch: Stretch, limit: number): Stretch | null {
  const { fromAt, toAt, fromCost, toCost } = stretch;
  if (Math.max(fromCost, toCost) <= limit) return stretch;
  if (Math.min(fromCost, toCost) >= limit) return null;
  const at = fromAt + ((limit - fromCost) / (toCost - fromCost)) * (toAt - fromAt);
  return fromCost < toCost ? { ...stretch, toAt: at, toCost: limit } : { ...stretch, fromAt: at, fromCost: limit };
}
