import type { AppState } from './state';

/** What Response shows: as chosen, else along the roads where the plan has any. */
export function metricOf({ settings, plan }: Pick<AppState, 'settings' | 'plan'>): 'roads' | 'radius' | 'water' {
  if (settings.metric !== 'auto') return settings.metric;
  return (plan.plan?.records.roadSegment.size ?? 0) > 0 ? 'roads' : 'radius';
}
