import { ROAD_CLASSES, type RoadClass } from '../../../model/entities/road-segment';
import { boundedLeastSquares } from './least-squares';
import { fractile } from './run-times';

/** A run whose time and way are known. */
export interface KnownRun {
  readonly travelS: number;
  /** Metres along its way by road class, in the order of `ROAD_CLASSES`. */
  readonly metres: Float64Array;
}

export type Speeds = Readonly<Record<RoadClass, number>>;

export interface SpeedModel {
  readonly speedKmh: Speeds;
  /** Classes whose speed comes from the runs; the others follow them in proportion. */
  readonly fitted: readonly RoadClass[];
  /** Time that no length explains: getting under way, finding the door. */
  readonly fixedS: number;
}

const SLOWEST_KMH = 5;
const FASTEST_KMH = 110;
const LONGEST_FIXED_S = 180;
/** A class must be on so many runs, and be so much of all their length, to speak for itself. */
const LEAST_RUNS = 20;
const LEAST_SHARE = 0.01;
/** As strong as so many runs. */
const PULL = 0.02;

/**
 * Speeds by class that explain the runs' times best: time = fixed + Σ metres / speed, least squares within sane bounds,
 * drawn ever so slightly towards the present speeds so that classes that always come together do not run apart.
 */
export function fitSpeeds(runs: readonly KnownRun[], present: Speeds): SpeedModel {
  const fitted = ROAD_CLASSES.filter((_, c) => speaks(runs, c));
  const columns = fitted.map((each) => ROAD_CLASSES.indexOf(each));
  const width = columns.length + 1;
  const rows = new Float64Array(runs.length * width);
  const target = new Float64Array(runs.length);
  const others = ROAD_CLASSES.flatMap((each, c) => (!columns.includes(c) && present[each] > 0 ? [c] : []));
  for (const [r, { travelS, metres }] of runs.entries()) {
    for (const [k, c] of columns.entries()) rows[r * width + k] = metres[c]!;
    rows[r * width + width - 1] = 1;
    target[r] = travelS - others.reduce((sum, c) => sum + (metres[c]! * 3.6) / present[ROAD_CLASSES[c]!], 0);
  }
  const pace = (kmh: number): number => 3.6 / kmh;
  const weights = boundedLeastSquares({
    rows,
    target,
    low: Float64Array.from({ length: width }, (_, k) => (k < columns.length ? pace(FASTEST_KMH) : 0)),
    high: Float64Array.from({ length: width }, (_, k) => (k < columns.length ? pace(SLOWEST_KMH) : LONGEST_FIXED_S)),
    prior: Float64Array.from({ length: width }, (_, k) =>
      k < columns.length ? pace(Math.max(SLOWEST_KMH, present[fitted[k]!])) : 0,
    ),
    pull: PULL,
  });
  const speeds = new Map(fitted.map((each, k) => [each, 3.6 / weights[k]!]));
  const ratio = ratioOf(runs, columns, speeds, present);
  const speedKmh = Object.fromEntries(
    ROAD_CLASSES.map((each) => [each, speeds.get(each) ?? Math.min(FASTEST_KMH, present[each] * ratio)]),
  ) as Record<RoadClass, number>;
  return { speedKmh, fitted, fixedS: weights[width - 1]! };
}

function speaks(runs: readonly KnownRun[], c: number): boolean {
  let [count, own, all] = [0, 0, 0];
  for (const { metres } of runs) {
    if (metres[c]! > 0) count++;
    own += metres[c]!;
    all += metres.reduce((sum, each) => sum + each, 0);
  }
  return count >= LEAST_RUNS && own >= LEAST_SHARE * all;
}

/** How much faster (or slower) the fitted classes are than they were taken to be, over the runs' lengths. */
function ratioOf(
  runs: readonly KnownRun[],
  columns: readonly number[],
  speeds: ReadonlyMap<RoadClass, number>,
  present: Speeds,
) {
  let [before, now] = [0, 0];
  for (const { metres } of runs)
    for (const c of columns) {
      before += metres[c]! / Math.max(SLOWEST_KMH, present[ROAD_CLASSES[c]!]);
      now += metres[c]! / speeds.get(ROAD_CLASSES[c]!)!;
    }
  return now > 0 ? before / now : 1;
}

/** What a model makes of a run, seconds. */
export function travelIn({ speedKmh, fixedS }: Pick<SpeedModel, 'speedKmh' | 'fixedS'>, metres: Float64Array): number {
  return ROAD_CLASSES.reduce(
    (sum, each, c) => (metres[c]! > 0 ? sum + (metres[c]! * 3.6) / speedKmh[each] : sum),
    fixedS,
  );
}

export interface FitQuality {
  /** Share of the times' variance that the model explains. */
  readonly r2: number;
  readonly medianErrorS: number;
  readonly p90ErrorS: number;
}

export function qualityOf(runs: readonly KnownRun[], model: Pick<SpeedModel, 'speedKmh' | 'fixedS'>): FitQuality {
  const mean = runs.reduce((sum, { travelS }) => sum + travelS, 0) / Math.max(1, runs.length);
  const errors = runs.map(({ travelS, metres }) => travelS - travelIn(model, metres));
  const left = errors.reduce((sum, each) => sum + each * each, 0);
  const all = runs.reduce((sum, { travelS }) => sum + (travelS - mean) ** 2, 0);
  const sizes = errors.map(Math.abs);
  return { r2: all > 0 ? 1 - left / all : 0, medianErrorS: fractile(sizes, 0.5), p90ErrorS: fractile(sizes, 0.9) };
}
