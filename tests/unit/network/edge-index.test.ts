import { describe, expect, it } from 'vitest';
import { EdgeIndex } from '../../../src/network/edge-index';
import { graphOf } from '../../support/roads';

const graph = graphOf([
  [
    [0, 0],
    [60, 0],
    [60, 40],
  ],
  [
    [0, 100],
    [100, 100],
  ],
]);

describe('EdgeIndex', () => {
  it('says which road is nearest, how far along it and how far away', () => {
    expect(new EdgeIndex(graph).nearest(63, 20)).toEqual({ edge: 0, alongM: 80, snapM: 3 });
  });

  it('finds nothing beyond the limit and passes over edges that may not be used', () => {
    const index = new EdgeIndex(graph);
    expect(index.nearest(63, 20, 2)).toBeNull();
    expect(index.nearest(63, 20, undefined, (edge) => edge !== 0)).toEqual({ edge: 1, alongM: 63, snapM: 80 });
  });

  it('finds nothing on a network without roads', () => {
    expect(new EdgeIndex(graphOf([])).nearest(0, 0)).toBeNull();
  });
});
