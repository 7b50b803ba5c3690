import type { Incident } from '../../../model/entities/incident';
import { fractile, runTimesOf } from './run-times';

/** Minutes from the call that the shares are told for. */
export const FRACTILE_MINUTES = [4, 5, 8] as const;

/** How fast the brigade was on a set of runs. */
export interface Performance {
  readonly runs: number;
  /** Share of runs within each of `FRACTILE_MINUTES`. */
  readonly within: readonly number[];
  /** Nine of ten runs took no longer, seconds from the call. */
  readonly p90S: number;
}

export interface PerformanceAnswer {
  readonly all: Performance | null;
  /** Incidents without usable times. */
  readonly withoutTimes: number;
  readonly medianTurnoutS: number | null;
  readonly bySubdistrict: readonly (Performance & { readonly id: string; readonly name: string })[];
  /** By the hour of the call, hours without runs left out. */
  readonly byHour: readonly (Performance & { readonly hour: number })[];
  /** By month, `YYYY-MM`, in order. */
  readonly byMonth: readonly (Performance & { readonly month: string })[];
}

/** What the recorded times say. @param locate the subdistrict of an incident: its id and name, or null */
export function performanceOf(
  incidents: readonly Incident[],
  locate: (incident: Incident) => { readonly id: string; readonly name: string } | null,
): PerformanceAnswer {
  const runs = incidents.flatMap((incident) => {
    const times = runTimesOf(incident);
    return times ? [{ ...times, where: locate(incident) }] : [];
  });
  const totals = (list: readonly { readonly totalS: number }[]): Performance =>
    summed(list.map(({ totalS }) => totalS));
  const places = new Map(runs.flatMap(({ where }) => (where ? [[where.id, where] as const] : [])));
  return {
    all: runs.length > 0 ? totals(runs) : null,
    withoutTimes: incidents.length - runs.length,
    medianTurnoutS:
      runs.length > 0
        ? fractile(
            runs.map(({ turnoutS }) => turnoutS),
            0.5,
          )
        : null,
    bySubdistrict: [...places.values()].map((place) => ({
      ...place,
      ...totals(runs.filter(({ where }) => where?.id === place.id)),
    })),
    byHour: grouped(runs, ({ hour }) => hour).map(([hour, list]) => ({ hour, ...totals(list) })),
    byMonth: grouped(runs, ({ month }) => month).map(([month, list]) => ({ month, ...totals(list) })),
  };
}

function summed(seconds: readonly number[]): Performance {
  return {
    runs: seconds.length,
    within: FRACTILE_MINUTES.map((minutes) => seconds.filter((each) => each <= 60 * minutes).length / seconds.length),
    p90S: fractile(seconds, 0.9),
  };
}

function grouped<T, K extends string | number>(list: readonly T[], keyOf: (item: T) => K): [K, T[]][] {
  const groups = new Map<K, T[]>();
  for (const item of list) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
