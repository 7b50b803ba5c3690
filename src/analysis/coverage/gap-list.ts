import polylabel from 'polylabel';
import type { XY } from '../../base/coordinates';
import type { CoverCount } from '../../geometry/cover-count';
import type { GapShape } from '../../geometry/gap-rings';
import { mostRemotePoint } from '../../geometry/most-remote';
import type { PointIndex } from '../../geometry/point-index';
import type { LocalProjection } from '../../geometry/projection';
import { polygonContains } from '../../geometry/rings';
import { areaOf } from '../district';
import type { Places } from '../places';
import type { Gap } from './answer';
import { gapScore } from './gap-ranking';
import { TARGET_NAMES, type TargetName, type Targets } from './targets';

/** Pieces under this are counted in the sum but are no place to send anybody. */
export const SLIVER_M2 = 1;
/** The most remote point is found to within this. */
const REMOTE_TOLERANCE_M = 0.5;

interface Contents {
  readonly counts: Record<TargetName, number>;
}

/** Gaps with what stands in them, ranked; slivers left out. */
export function listGaps(
  shapes: readonly GapShape[],
  targets: Targets,
  cover: Readonly<Record<TargetName, CoverCount>>,
  hydrants: PointIndex,
  projection: LocalProjection,
  subdistrictAt: (x: number, y: number) => string | undefined,
): Gap[] {
  const large = shapes.filter(({ areaM2 }) => areaM2 >= SLIVER_M2);
  const contents = contentsOf(large, targets, cover);
  const scored = large.map((shape, i) => {
    const { buildings, keyUnits, highRiskUnits, incidents } = contents[i]!.counts;
    const holds = { areaM2: shape.areaM2, buildings, keyUnits, highRiskUnits, incidents };
    return { shape, holds, score: gapScore(holds) };
  });
  scored.sort((a, b) => b.score - a.score || b.shape.areaM2 - a.shape.areaM2 || a.shape.box.minX - b.shape.box.minX);
  const taken = new Set<string>();
  return scored.map(({ shape, holds }, i) => {
    const remote = mostRemotePoint(shape, hydrants, REMOTE_TOLERANCE_M);
    const label = labelPoint(shape);
    const subdistrictId = subdistrictAt(label[0], label[1]);
    return {
      id: gapId(remote?.position ?? label, taken),
      rank: i + 1,
      ...holds,
      centroid: projection.inverse(label),
      mostRemote: remote && { position: projection.inverse(remote.position), distanceM: remote.distanceM },
      ...(subdistrictId === undefined ? {} : { subdistrictId }),
      geometry: areaOf([shape.rings], projection),
    };
  });
}

/** Made from the most remote point to 25 m, so that a gap keeps its name while something else changes. */
function gapId([x, y]: XY, taken: Set<string>): string {
  const base = `g${Math.round(x / 25)}_${Math.round(y / 25)}`;
  let id = base;
  for (let n = 2; taken.has(id); n++) id = `${base}_${n}`;
  taken.add(id);
  return id;
}

/** The point farthest from the gap's edge: a number set there stays within it. */
function labelPoint({ rings, box }: GapShape): XY {
  const size = Math.min(box.maxX - box.minX, box.maxY - box.minY);
  const [x, y] = polylabel(rings as unknown as [number, number][][], Math.max(1, size / 50));
  return [x!, y!];
}

function contentsOf(
  shapes: readonly GapShape[],
  targets: Targets,
  cover: Readonly<Record<TargetName, CoverCount>>,
): Contents[] {
  const contents = shapes.map(() => ({ counts: { buildings: 0, keyUnits: 0, highRiskUnits: 0, incidents: 0 } }));
  const locate = gapLocator(shapes);
  for (const name of TARGET_NAMES) {
    const places = targets[name] as Places<unknown>;
    for (let p = 0; p < places.x.length; p++) {
      if (cover[name].isCovered(p)) continue;
      const gap = locate(places.x[p]!, places.y[p]!);
      if (gap >= 0) contents[gap]!.counts[name]++;
    }
  }
  return contents;
}

/**
 * Tells which gap an uncovered point is in. Chords and arcs differ by the chord error, so a point that no polygon
 * holds goes to the gap whose box is nearest.
 */
function gapLocator(shapes: readonly GapShape[]): (x: number, y: number) => number {
  return (x, y) => {
    let near = -1;
    let nearest = Number.POSITIVE_INFINITY;
    for (let i = 0; i < shapes.length; i++) {
      const { box, rings } = shapes[i]!;
      const away = Math.max(box.minX - x, x - box.maxX, box.minY - y, y - box.maxY, 0);
      if (away === 0 && polygonContains(rings, x, y)) return i;
      if (away < nearest) {
        nearest = away;
        near = i;
      }
    }
    return near;
  };
}
