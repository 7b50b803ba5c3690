import type { GeoJSONSource, Map as MapLibreMap } from 'maplibre-gl';
import { metricOf } from '../store/metric';
import type { AppState } from '../store/state';
import { showsWater } from '../store/water-ask';

const EMPTY = { type: 'FeatureCollection' as const, features: [] };

/** Hands the roads and the land of the drive answer, and the buildings of the water answer, to the map as blob addresses: the page never parses them. */
export class DriveFeed {
  private readonly shown = new Map<string, { readonly bytes: Uint8Array<ArrayBuffer>; readonly url: string }>();
  private view: Pick<AppState['view'], 'landBy' | 'showApart'> = { landBy: 'time', showApart: false };

  constructor(private readonly map: MapLibreMap) {}

  show(state: AppState): void {
    const active = state.view.job === 'response' && metricOf(state) === 'roads';
    const view = active ? state.results.drive : null;
    this.view = state.view;
    this.give('firstDue', view?.roads ?? null);
    this.give('firstDueLand', view?.land?.layer ?? null);
    this.give('water', showsWater(state) ? (state.results.water?.layer ?? null) : null);
    this.showLandLayers();
  }

  /** The style was made anew: its sources are empty again. */
  restore(): void {
    for (const [source, { url }] of this.shown) this.source(source)?.setData(url);
    this.showLandLayers();
  }

  destroy(): void {
    for (const { url } of this.shown.values()) URL.revokeObjectURL(url);
  }

  private give(source: string, bytes: Uint8Array<ArrayBuffer> | null): void {
    const old = this.shown.get(source);
    if ((old?.bytes ?? null) === bytes) return;
    if (bytes) {
      const url = URL.createObjectURL(new Blob([bytes], { type: 'application/geo+json' }));
      this.shown.set(source, { bytes, url });
      this.source(source)?.setData(url);
    } else {
      this.shown.delete(source);
      this.source(source)?.setData(EMPTY);
    }
    // The map's worker may still be reading the old one.
    if (old) setTimeout(() => URL.revokeObjectURL(old.url), 10_000);
  }

  private showLandLayers(): void {
    const { landBy, showApart } = this.view;
    const shown: Readonly<Record<string, boolean>> = {
      'land-by-time': landBy === 'time',
      'land-by-station': landBy === 'station',
      'land-border': landBy === 'station',
      'first-due-apart': showApart,
    };
    for (const [layer, on] of Object.entries(shown))
      if (this.map.getLayer(layer)) this.map.setLayoutProperty(layer, 'visibility', on ? 'visible' : 'none');
  }

  private source(id: string): GeoJSONSource | undefined {
    return this.map.getSource(id) as GeoJSONSource | undefined;
  }
}
