import type { FireStation } from '../../model/entities/fire-station';
import { forEachReached } from '../../network/reach';
import { driveCosts, unitOf } from './costs';
import { pieceOfEdge, type RoadNetwork } from './road-network';
import type { DriveSettings } from './settings';
import { placeStations } from './stations';

/**
 * Every stretch of road that a station reaches first within the largest threshold, cut where the thresholds fall:
 * GeoJSON lines with station, threshold and the costs at both ends (minutes or metres).
 */
export function reachFeatures(network: RoadNetwork, stations: readonly FireStation[], settings: DriveSettings) {
  const { graph, roads, projection } = network;
  const costs = driveCosts(network, settings);
  const { seeds } = placeStations(network, costs, stations, settings);
  const labels = network.search.run(costs, seeds);
  const unit = unitOf(settings);
  const features: GeoJSON.Feature<GeoJSON.LineString>[] = [];
  const limits = [...settings.thresholds].sort((a, b) => a - b);
  forEachReached(graph, costs, labels, seeds, (limits.at(-1) ?? 0) * unit, (edge, stretch) => {
    for (const [k, threshold] of limits.entries()) {
      const band = bandOf(stretch, (limits[k - 1] ?? 0) * unit, threshold * unit);
      if (!band) continue;
      features.push({
        type: 'Feature',
        properties: {
          roadId: roads[graph.road[edge]!]!.id,
          stationId: stations[stretch.source]!.id,
          threshold,
          from: band.fromCost / unit,
          to: band.toCost / unit,
        },
        geometry: {
          type: 'LineString',
          coordinates: pieceOfEdge(graph, edge, band.fromAt, band.toAt).map((p) => [...projection.inverse(p)]),
        },
      });
    }
  });
  return { type: 'FeatureCollection', features };
}

interface Band {
  readonly fromAt: number;
  readonly toAt: number;
  readonly fromCost: number;
  readonly toCost: number;
}

/** The part of a stretch whose costs lie between two limits; null when it has none. */
function bandOf({ fromAt, toAt, fromCost, toCost }: Band, low: number, high: number): Band | null {
  const at = (cost: number): number =>
    fromCost === toCost ? fromAt : fromAt + ((cost - fromCost) / (toCost - fromCost)) * (toAt - fromAt);
  const [least, most] = [Math.max(low, Math.min(fromCost, toCost)), Math.min(high, Math.max(fromCost, toCost))];
  if (least > most || (least === most && (low > 0 || fromCost !== toCost))) return null;
  if (fromCost === toCost) return { fromAt, toAt, fromCost, toCost };
  const rising = fromCost < toCost;
  const [a, b] = rising ? [least, most] : [most, least];
  return { fromAt: at(a), toAt: at(b), fromCost: a, toCost: b };
}
