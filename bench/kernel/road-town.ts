import { createRandom } from '../../src/base/random';
import type { RoadSegment } from '../../src/model/entities/road-segment';
import type { RoadLines } from '../../src/network/road-lines';

export interface RoadTown {
  readonly lines: RoadLines;
  readonly roads: readonly RoadSegment[];
  /** Nodes per side of the grid. */
  readonly side: number;
}

/** A grid of streets about 120 m apart with bent blocks, every tenth an arterial: `2·side·(side − 1)` roads, one a block. */
export function roadTown(side: number): RoadTown {
  const random = createRandom(11);
  const nodeX = new Float64Array(side * side);
  const nodeY = new Float64Array(side * side);
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      nodeX[row * side + column] = column * 120 + random.between(-20, 20);
      nodeY[row * side + column] = row * 120 + random.between(-20, 20);
    }
  const pairs: [number, number, boolean][] = [];
  for (let row = 0; row < side; row++)
    for (let column = 0; column < side; column++) {
      const node = row * side + column;
      if (column + 1 < side) pairs.push([node, node + 1, row % 10 === 0]);
      if (row + 1 < side) pairs.push([node, node + side, column % 10 === 0]);
    }
  const x = new Float64Array(3 * pairs.length);
  const y = new Float64Array(3 * pairs.length);
  for (const [k, [a, b]] of pairs.entries()) {
    const bend = random.between(-5, 5);
    x.set([nodeX[a]!, (nodeX[a]! + nodeX[b]!) / 2 + bend, nodeX[b]!], 3 * k);
    y.set([nodeY[a]!, (nodeY[a]! + nodeY[b]!) / 2 + bend, nodeY[b]!], 3 * k);
  }
  const geometry = { type: 'LineString', coordinates: [] } as const;
  return {
    side,
    lines: {
      start: Int32Array.from({ length: pairs.length + 1 }, (_, k) => 3 * k),
      x,
      y,
      level: new Int8Array(pairs.length),
    },
    roads: pairs.map(([, , arterial], k) => ({ id: `r${k}`, geometry, class: arterial ? 'primary' : 'local' })),
  };
}
