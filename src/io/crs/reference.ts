import type { LonLat } from '../../base/coordinates';
import { PointIndex } from '../../geometry/point-index';
import { createProjection, type LocalProjection } from '../../geometry/projection';

/** Between points along a road: the nearest of them is never more than half of it too far. */
const STEP_M = 10;
const MOST_SAMPLES = 400;

/** When a median distance proves a system: below `nearM`, and below `share` of the next best system's. */
export interface Proof {
  readonly nearM: number;
  readonly share: number;
}

/** Hydrants stand at the kerb, so any that lie along roads prove it. */
const BY_LINES: Proof = { nearM: 60, share: 0.65 };
/** Only what is marked in buildings lies at their middles; what stands between them is as near to one under any shift. */
const BY_POINTS: Proof = { nearM: 15, share: 0.4 };

/** What the plan already has on the ground, to hold positions against: road lines, or points such as the middles of buildings. */
export class Reference {
  private readonly index: PointIndex;

  private constructor(
    readonly proof: Proof,
    private readonly projection: LocalProjection,
    x: Float64Array,
    y: Float64Array,
  ) {
    this.index = new PointIndex(x, y);
  }

  /** @returns null when there is too little to tell by */
  static of(lines: readonly (readonly LonLat[])[]): Reference | null {
    const first = lines.find((line) => line.length > 0)?.[0];
    if (!first || lines.length < 5) return null;
    const projection = createProjection([first[0], first[1]]);
    const x: number[] = [];
    const y: number[] = [];
    for (const line of lines) addAlong(line, projection, x, y);
    const proof = lines.some((line) => line.length > 1) ? BY_LINES : BY_POINTS;
    return new Reference(proof, projection, Float64Array.from(x), Float64Array.from(y));
  }

  /** Median distance of positions to the nearest road, metres, over a sample spread through the list. */
  medianDistanceM(positions: readonly LonLat[]): number {
    const every = Math.max(1, Math.ceil(positions.length / MOST_SAMPLES));
    const distances = positions
      .filter((_, k) => k % every === 0)
      .map((position) => {
        const [x, y] = this.projection.forward(position);
        return this.index.nearest(x, y)!.distanceM;
      })
      .sort((a, b) => a - b);
    return distances[distances.length >> 1] ?? Number.POSITIVE_INFINITY;
  }
}

function addAlong(line: readonly LonLat[], projection: LocalProjection, x: number[], y: number[]): void {
  let before: readonly [number, number] | null = null;
  for (const position of line) {
    const here = projection.forward(position);
    const steps = before ? Math.ceil(Math.hypot(here[0] - before[0], here[1] - before[1]) / STEP_M) : 1;
    for (let k = 1; k <= steps; k++) {
      const from = before ?? here;
      x.push(from[0] + ((here[0] - from[0]) * k) / steps);
      y.push(from[1] + ((here[1] - from[1]) * k) / steps);
    }
    before = here;
  }
}
