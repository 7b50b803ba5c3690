import { type ArcCosts, lengthCosts, timeCosts } from '../../network/costs';
import type { RoadNetwork } from './road-network';
import { type DriveSettings, engineSpeed } from './settings';

/** What engines need for each arc: seconds, or metres when the settings measure by metres. */
export function driveCosts({ graph, roads }: RoadNetwork, settings: DriveSettings): ArcCosts {
  const options = { oneWay: settings.oneWay, closed: new Set(settings.closedRoadIds ?? []) };
  return settings.by === 'minutes'
    ? timeCosts(graph, roads, options, (road) => engineSpeed(road, settings))
    : lengthCosts(graph, roads, options, (road) => engineSpeed(road, settings) > 0);
}

/** What a metre off the road costs: the speed of the road that it leads to, or the metre itself; nothing when not added. */
export function snapCostOf({ graph, roads }: RoadNetwork, settings: DriveSettings): (edge: number) => number {
  if (!settings.addSnap) return () => 0;
  if (settings.by === 'metres') return () => 1;
  return (edge) => 3.6 / engineSpeed(roads[graph.road[edge]!]!, settings);
}

/** Seconds per minute, or metres per metre: thresholds in the unit of the costs. */
export function unitOf({ by }: Pick<DriveSettings, 'by'>): number {
  return by === 'minutes' ? 60 : 1;
}
