/** A seeded stream of random numbers: the same seed gives the same stream on every machine. */
export interface Random {
  /** Uniform in [0, 1). */
  next(): number;
  /** Uniform in [low, high). */
  between(low: number, high: number): number;
  /** Integer in [low, high], both ends included. */
  integer(low: number, high: number): number;
  /** Standard normal deviate (Box–Muller). */
  normal(): number;
  /** One item, drawn with the given weights or evenly. */
  pick<T>(items: readonly T[], weights?: readonly number[]): T;
  /** A stream of its own for one purpose, so that a change elsewhere does not shift it. */
  fork(name: string): Random;
}

/** @param seed any 32-bit integer. Generator: mulberry32 (Tommy Ettinger, public domain). */
export function createRandom(seed: number): Random {
  let state = seed | 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number): number => low + (high - low) * next();
  return {
    next,
    between,
    integer: (low, high) => low + Math.floor(next() * (high - low + 1)),
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    pick: (items, weights) => {
      if (items.length === 0) throw new Error('pick needs at least one item');
      if (!weights) return items[Math.floor(next() * items.length)]!;
      let rest = next() * weights.reduce((sum, weight) => sum + weight, 0);
      for (let i = 0; i < items.length; i++) {
        rest -= weights[i] ?? 0;
        if (rest < 0) return items[i]!;
      }
      return items[items.length - 1]!;
    },
    fork: (name) => createRandom(seed ^ hashOf(name)),
  };
}

/** FNV-1a over UTF-16 units. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash;
}
