/** A least-squares task: rows of features, what they should add up to, and where each weight may lie. */
export interface BoundedTask {
  /** Row-major, `target.length` × `low.length`. */
  readonly rows: Float64Array;
  readonly target: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  /** Where weights are drawn to when the rows say little; as strong as `pull` rows of mean size. */
  readonly prior: Float64Array;
  readonly pull: number;
}

const ROUNDS = 20_000;
const STILL = 1e-12;

/** Weights within their bounds that leave the least sum of squares: coordinate descent on the normal equations. */
export function boundedLeastSquares({ rows, target, low, high, prior, pull }: BoundedTask): Float64Array {
  const [n, count] = [target.length, low.length];
  const gram = new Float64Array(count * count);
  const right = new Float64Array(count);
  for (let r = 0; r < n; r++)
    for (let a = 0; a < count; a++) {
      const value = rows[r * count + a]!;
      right[a]! += value * target[r]!;
      for (let b = 0; b < count; b++) gram[a * count + b]! += value * rows[r * count + b]!;
    }
  for (let a = 0; a < count; a++) {
    const strength = (pull * gram[a * count + a]!) / Math.max(1, n);
    gram[a * count + a]! += strength;
    right[a]! += strength * prior[a]!;
  }
  const weights = prior.map((each, a) => Math.min(high[a]!, Math.max(low[a]!, each)));
  for (let round = 0; round < ROUNDS; round++) {
    let moved = 0;
    for (let a = 0; a < count; a++) {
      const own = gram[a * count + a]!;
      if (own === 0) continue;
      let rest = right[a]!;
      for (let b = 0; b < count; b++) if (b !== a) rest -= gram[a * count + b]! * weights[b]!;
      const next = Math.min(high[a]!, Math.max(low[a]!, rest / own));
      moved = Math.max(moved, Math.abs(next - weights[a]!) / Math.max(1e-9, high[a]! - low[a]!));
      weights[a] = next;
    }
    if (moved < STILL) break;
  }
  return weights;
}
