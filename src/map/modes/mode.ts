import type { Map as MapLibreMap } from 'maplibre-gl';
import type { App } from '../../store/app';

/** What a tool needs: the map, the app, and a way to draw on it. */
export interface Desk {
  readonly map: MapLibreMap;
  readonly app: App;
  draw(source: 'measure' | 'sketch', features: GeoJSON.Feature[]): void;
  metres(value: number): string;
  area(valueM2: number): string;
}

/** A tool takes the pointer when it starts and gives everything back when it stops. */
export type Mode = (desk: Desk) => () => void;
