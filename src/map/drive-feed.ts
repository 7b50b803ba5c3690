import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { metricOf } from '../store/metric';
import type { AppState } from '../store/state';

const EMPTY = { type: 'FeatureCollection' as const, features: [] };

/** Hands the roads of the drive answer to the map as blob addresses: the page never parses them. */
export class DriveFeed {
  private bytes: Uint8Array<ArrayBuffer> | null = null;
  private url: string | null = null;

  constructor(private readonly map: MapLibreMap) {}

  show(state: AppState): void {
    const shown = state.view.job === 'response' && metricOf(state) === 'roads';
    const bytes = shown ? (state.results.drive?.roads ?? null) : null;
    if (bytes === this.bytes) return;
    this.bytes = bytes;
    const old = this.url;
    this.url = bytes ? URL.createObjectURL(new Blob([bytes], { type: 'application/geo+json' })) : null;
    this.restore();
    // The map's worker may still be reading the old one.
    if (old) setTimeout(() => URL.revokeObjectURL(old), 10_000);
  }

  /** The style was made anew: its sources are empty again. */
  restore(): void {
    (this.map.getSource('firstDue') as GeoJSONSource | undefined)?.setData(this.url ?? EMPTY);
  }

  destroy(): void {
    if (this.url) URL.revokeObjectURL(this.url);
  }
}
