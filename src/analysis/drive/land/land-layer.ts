import type { XY } from '../../../base/coordinates';
import type { LocalProjection } from '../../../geometry/projection';
import { ringArea, ringContains } from '../../../geometry/rings';
import type { LandCells } from './cells';
import type { BorderRun } from './straighten';

interface Ring {
  readonly group: number;
  readonly runs: readonly BorderRun[];
}

/** The land as GeoJSON bytes: a MultiPolygon for each group, its number as `group`, and the borders between groups once. */
export function landLayer(
  { cornerX, cornerY }: Pick<LandCells, 'cornerX' | 'cornerY'>,
  rings: readonly Ring[],
  projection: LocalProjection,
): Uint8Array<ArrayBuffer> {
  const text = new Map<number, string>();
  const position = (corner: number): string => {
    const known = text.get(corner);
    if (known !== undefined) return known;
    const [lon, lat] = projection.inverse([cornerX[corner]!, cornerY[corner]!]);
    const made = `[${lon.toFixed(7)},${lat.toFixed(7)}]`;
    text.set(corner, made);
    return made;
  };
  const line = (corners: readonly number[]): string => `[${corners.map(position).join(',')}]`;
  const closed = (corners: readonly number[]): string => line([...corners, corners[0]!]);
  const groups = [...new Set(rings.map(({ group }) => group))].sort((a, b) => a - b);
  const features = groups.map((group) => {
    const ofGroup = rings
      .filter((ring) => ring.group === group)
      .map(cornersOf)
      .filter((corners) => corners.length > 2);
    const polygons = polygonsOf(ofGroup, (corner) => [cornerX[corner]!, cornerY[corner]!]);
    const coordinates = polygons.map((parts) => `[${parts.map(closed).join(',')}]`).join(',');
    return `{"type":"Feature","properties":{"group":${group}},"geometry":{"type":"MultiPolygon","coordinates":[${coordinates}]}}`;
  });
  const borders = rings.flatMap(({ group, runs }) => runs.filter(({ across }) => across > group));
  if (borders.length > 0) {
    const coordinates = borders.map(({ corners }) => line(corners)).join(',');
    features.push(
      `{"type":"Feature","properties":{"border":1},"geometry":{"type":"MultiLineString","coordinates":[${coordinates}]}}`,
    );
  }
  return new TextEncoder().encode(`{"type":"FeatureCollection","features":[${features.join(',')}]}`);
}

function cornersOf({ runs }: Ring): number[] {
  return runs.flatMap(({ corners }) => corners.slice(0, -1));
}

/** Outlines (anticlockwise) with the holes (clockwise) that lie in them. */
function polygonsOf(rings: readonly (readonly number[])[], at: (corner: number) => XY): (readonly number[])[][] {
  const all = rings.map((corners) => {
    const points = corners.map(at);
    return { corners, points, area: ringArea(points) };
  });
  const outlines = all.filter(({ area }) => area > 0).sort((a, b) => a.area - b.area);
  const polygons = new Map(outlines.map((outline) => [outline, [outline.corners]]));
  for (const hole of all.filter(({ area }) => area < 0)) {
    const inside = insidePoint(hole.points);
    const owner = outlines.find(({ points }) => ringContains(points, inside[0], inside[1]));
    if (owner) polygons.get(owner)!.push(hole.corners);
  }
  return [...polygons.values()];
}

/** A point just within a clockwise ring: a little to the right of its longest side. */
function insidePoint(points: readonly XY[]): XY {
  let [best, length]: [XY, number] = [points[0]!, 0];
  for (const [k, [ax, ay]] of points.entries()) {
    const [bx, by] = points[(k + 1) % points.length]!;
    const side = Math.hypot(bx - ax, by - ay);
    if (side <= length) continue;
    const off = Math.min(0.5, side / 100) / side;
    best = [(ax + bx) / 2 + (by - ay) * off, (ay + by) / 2 - (bx - ax) * off];
    length = side;
  }
  return best;
}
