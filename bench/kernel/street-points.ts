import type { XY } from '../../src/base/coordinates';
import { createRandom } from '../../src/base/random';

/** A town's worth of hydrants: along a grid of streets, some in clusters, none in the parks; and a jagged district around. */
export function streetPoints(count: number, seed = count): { x: Float64Array; y: Float64Array; district: XY[] } {
  const random = createRandom(seed);
  const side = Math.sqrt(count) * 125;
  const parks = Array.from({ length: Math.max(3, Math.round(count / 400)) }, () => ({
    x: random.between(0, side),
    y: random.between(0, side),
    r: random.between(150, 550),
  }));
  const inPark = parkTest(parks);
  const clusters = Array.from({ length: Math.max(1, Math.round(count / 100)) }, () => [
    random.between(0, side),
    random.between(0, side),
  ]);
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  for (let i = 0; i < count; ) {
    let [px, py] = [0, 0];
    if (random.next() < 0.15) {
      const [cx, cy] = random.pick(clusters);
      px = cx! + 60 * random.normal();
      py = cy! + 60 * random.normal();
    } else {
      const across = Math.floor(random.between(0, side) / 200) * 200 + 3 * random.normal();
      const along = Math.round(random.between(0, side) / 100) * 100 + 15 * random.normal();
      [px, py] = random.next() < 0.5 ? [across, along] : [along, across];
    }
    if (inPark(px, py)) continue;
    x[i] = Math.round(px * 1000) / 1000;
    y[i] = Math.round(py * 1000) / 1000;
    i++;
  }
  const district = Array.from({ length: 60 }, (_, k): XY => {
    const angle = (2 * Math.PI * k) / 60;
    const reach = side * random.between(0.3, 0.46);
    return [side / 2 + reach * Math.cos(angle), side / 2 + reach * Math.sin(angle)];
  });
  return { x, y, district };
}

function parkTest(parks: readonly { x: number; y: number; r: number }[]): (x: number, y: number) => boolean {
  const cell = 1000;
  const cells = new Map<string, { x: number; y: number; r: number }[]>();
  for (const park of parks)
    for (let dx = -1; dx <= 1; dx++)
      for (let dy = -1; dy <= 1; dy++) {
        const key = `${Math.floor(park.x / cell) + dx},${Math.floor(park.y / cell) + dy}`;
        cells.set(key, [...(cells.get(key) ?? []), park]);
      }
  return (x, y) =>
    (cells.get(`${Math.floor(x / cell)},${Math.floor(y / cell)}`) ?? []).some(
      (park) => (park.x - x) ** 2 + (park.y - y) ** 2 < park.r ** 2,
    );
}
