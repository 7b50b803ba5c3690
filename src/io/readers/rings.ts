type Ring = readonly GeoJSON.Position[];

export function isClosed(line: Ring): boolean {
  const last = line.at(-1);
  return line.length > 3 && line[0]![0] === last![0] && line[0]![1] === last![1];
}

/** Whether a ring goes round a position; on the edge it may be either. */
export function ringContains(ring: Ring, [x, y]: GeoJSON.Position): boolean {
  let odd = false;
  for (let k = 0, before = ring.at(-1)!; k < ring.length; before = ring[k++]!) {
    const [ax, ay] = before as [number, number];
    const [bx, by] = ring[k] as [number, number];
    if (ay > y! !== by > y! && x! < ((bx - ax) * (y! - ay)) / (by - ay) + ax) odd = !odd;
  }
  return odd;
}

/** Positive for counter-clockwise, in the square of the coordinates' unit. */
export function signedRingArea(ring: Ring): number {
  let sum = 0;
  for (let k = 0, before = ring.at(-1); k < ring.length; before = ring[k++])
    sum += before![0]! * ring[k]![1]! - ring[k]![0]! * before![1]!;
  return sum / 2;
}
