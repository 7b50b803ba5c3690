import type { LonLat } from '../base/coordinates';
import type { LocalProjection } from '../geometry/projection';

/** Length of a line in metres. */
export function lengthOf(line: readonly LonLat[], projection: LocalProjection): number {
  let length = 0;
  let [px, py] = line.length > 0 ? projection.forward(line[0]!) : [0, 0];
  for (const position of line.slice(1)) {
    const [x, y] = projection.forward(position);
    length += Math.hypot(x - px, y - py);
    [px, py] = [x, y];
  }
  return length;
}
