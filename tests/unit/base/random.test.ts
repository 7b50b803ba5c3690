import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/base/random';

describe('createRandom', () => {
  it('gives the same stream for the same seed and another for another', () => {
    const draw = (seed: number): number[] => Array.from({ length: 5 }, createRandom(seed).next);
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  it('forks streams that do not depend on what was drawn before', () => {
    const early = createRandom(7);
    const late = createRandom(7);
    late.next();
    expect(late.fork('roads').next()).toBe(early.fork('roads').next());
    expect(early.fork('roads').next()).not.toBe(early.fork('houses').next());
  });

  it('draws integers with both ends and normals with mean 0 and deviation 1', () => {
    const random = createRandom(1);
    const dice = new Set(Array.from({ length: 200 }, () => random.integer(1, 6)));
    expect([...dice].sort()).toEqual([1, 2, 3, 4, 5, 6]);
    const normals = Array.from({ length: 20_000 }, () => random.normal());
    const mean = normals.reduce((sum, value) => sum + value, 0) / normals.length;
    const variance = normals.reduce((sum, value) => sum + (value - mean) ** 2, 0) / normals.length;
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.05);
  });

  it('never picks an item of weight 0', () => {
    const random = createRandom(3);
    const picks = Array.from({ length: 300 }, () => random.pick(['a', 'b', 'c'], [1, 0, 2]));
    expect(new Set(picks)).toEqual(new Set(['a', 'c']));
  });
});
