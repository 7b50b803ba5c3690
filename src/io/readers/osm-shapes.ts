import { isClosed } from './rings';

/** Lines of node numbers joined where their ends meet; what does not close is left out. */
export function joinedRings(lines: readonly (readonly number[])[]): number[][] {
  const rest = lines.filter((line) => line.length > 1).map((line) => [...line]);
  const rings: number[][] = [];
  while (rest.length > 0) {
    const ring = rest.shift()!;
    while (ring[0] !== ring.at(-1)) {
      const next = rest.findIndex((line) => line[0] === ring.at(-1) || line.at(-1) === ring.at(-1));
      if (next < 0) break;
      const [line] = rest.splice(next, 1);
      if (line![0] !== ring.at(-1)) line!.reverse();
      for (const ref of line!.slice(1)) ring.push(ref);
    }
    if (ring[0] === ring.at(-1) && ring.length > 3) rings.push(ring);
  }
  return rings;
}

/** The mean of the corners: where a station or a school stands, near enough. */
export function middleOf(line: readonly GeoJSON.Position[]): GeoJSON.Position {
  const corners = isClosed(line) ? line.slice(1) : line;
  const sum = corners.reduce((total, [lon, lat]) => [total[0]! + lon!, total[1]! + lat!], [0, 0]);
  return [sum[0]! / corners.length, sum[1]! / corners.length];
}
