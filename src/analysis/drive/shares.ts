import type { FireStation } from '../../model/entities/fire-station';
import type { ReachShare } from '../response/answer';
import type { FirstDueShare, TargetShares } from './answer';
import type { TargetArrivals, TargetKind } from './targets';

/** Targets of each kind within a limit (in the costs' unit). @param costOf when the first or the second station comes */
export function sharesOf(
  arrivals: readonly TargetArrivals[],
  costOf: (of: TargetArrivals) => Float64Array,
  limit: number,
): TargetShares {
  return Object.fromEntries(
    arrivals.map((of): [TargetKind, ReachShare] => {
      const total = of.places.x.length;
      let within = 0;
      for (const cost of costOf(of)) if (cost <= limit && cost !== Number.POSITIVE_INFINITY) within++;
      return [of.kind, { total, within, share: total > 0 ? within / total : 0 }];
    }),
  );
}

/** What each station reaches before all others. @param lengths metres of road by station, @param unit of the costs */
export function firstDueOf(
  stations: readonly FireStation[],
  arrivals: readonly TargetArrivals[],
  lengths: Float64Array,
  unit: number,
): FirstDueShare[] {
  const latest = new Float64Array(stations.length).fill(Number.NEGATIVE_INFINITY);
  const people = new Float64Array(stations.length);
  const counts = arrivals.map(({ kind, first: { source, cost }, places }) => {
    const count = new Int32Array(stations.length);
    for (let i = 0; i < source.length; i++) {
      const s = source[i]!;
      if (s < 0) continue;
      count[s]!++;
      if (cost[i]! > latest[s]!) latest[s] = cost[i]!;
      if (kind === 'buildings') people[s]! += peopleOf(places.records[i]);
    }
    return { kind, count };
  });
  return stations.map(({ id, name = id }, s) => ({
    stationId: id,
    name,
    roadLengthM: lengths[s]!,
    ...Object.fromEntries(counts.map(({ kind, count }) => [kind, count[s]])),
    ...(people.some((each) => each > 0) ? { people: people[s]! } : {}),
    latest: Number.isFinite(latest[s]!) ? latest[s]! / unit : null,
  }));
}

function peopleOf(record: unknown): number {
  return (record as { readonly people?: number }).people ?? 0;
}
