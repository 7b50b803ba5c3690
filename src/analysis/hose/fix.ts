import type { LonLat } from '../../base/coordinates';
import { judgeWater, type Need, type Supply } from './judge';
import type { WaterMeasure } from './measures';

/**
 * What makes a building pass, the cheapest kind first: measure the flow of hydrants in reach, find out whether a hydrant
 * works that nobody looked at, repair the nearest damaged ones, set new ones at the frontage.
 */
export type Fix =
  | { readonly kind: 'measureFlow' | 'inspect' | 'repair'; readonly hydrantIds: readonly string[] }
  | { readonly kind: 'newHydrant'; readonly count: number; readonly position: LonLat };

/** A hydrant that does not count now and would after some work. `flowLps` NaN = nobody knows. */
export interface Idle extends Supply {
  readonly hydrantId: string;
  readonly work: 'inspect' | 'repair';
}

export interface Failing {
  readonly measure: WaterMeasure;
  readonly need: Need;
  readonly assumeFlow: boolean;
  /** Hydrants that count, nearest first. */
  readonly supplies: readonly (Supply & { readonly hydrantId: string })[];
  /** Hydrants that do not, nearest first. */
  readonly idle: readonly Idle[];
  readonly frontage: { readonly position: LonLat; readonly setBackM: number };
}

/** More than so many repairs for one building are no fix but a project. */
const MOST_REPAIRS = 3;
const MOST_NEW = 20;

/** Null when nothing of the list does, such as a frontage too far from its building. */
export function cheapestFix(failing: Failing): Fix | null {
  return measureFlow(failing) ?? revive(failing, 'inspect') ?? revive(failing, 'repair') ?? addNew(failing);
}

function measureFlow({ measure, need, supplies }: Failing): Fix | null {
  const unmeasured = supplies.filter(({ layM, flowLps }) => layM <= measure.withinM && Number.isNaN(flowLps));
  if (unmeasured.length === 0 || judgeWater(measure, need, supplies, true).verdict !== 'passes') return null;
  return { kind: 'measureFlow', hydrantIds: unmeasured.map(({ hydrantId }) => hydrantId) };
}

/** The fewest idle hydrants, nearest first, that make the building pass; of unknown flow they are taken at the code's least. */
function revive(failing: Failing, work: Idle['work']): Fix | null {
  const idle = failing.idle.filter((each) => each.work === work);
  for (let count = 1; count <= Math.min(MOST_REPAIRS, idle.length); count++) {
    const revived = idle.slice(0, count).map((each) => known(each, failing.measure.assumedFlowLps));
    if (passesWith(failing, revived)) return { kind: work, hydrantIds: revived.map(({ hydrantId }) => hydrantId) };
  }
  return null;
}

function known(idle: Idle, assumedLps: number): Idle {
  return Number.isNaN(idle.flowLps) ? { ...idle, flowLps: assumedLps } : idle;
}

function addNew(failing: Failing): Fix | null {
  const { position, setBackM } = failing.frontage;
  const added: Supply[] = [];
  for (let count = 1; count <= MOST_NEW; count++) {
    added.push({ layM: setBackM, flowLps: failing.measure.newFlowLps });
    if (passesWith(failing, added)) return { kind: 'newHydrant', count, position };
  }
  return null;
}

function passesWith({ measure, need, supplies, assumeFlow }: Failing, added: readonly Supply[]): boolean {
  const all = [...supplies, ...added].sort((a, b) => a.layM - b.layM);
  return judgeWater(measure, need, all, assumeFlow).verdict === 'passes';
}
