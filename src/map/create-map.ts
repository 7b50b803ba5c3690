import 'maplibre-gl/dist/maplibre-gl.css';
import {
  AttributionControl,
  type GeoJSONSource,
  Map as MapLibreMap,
  NavigationControl,
  ScaleControl,
  setWorkerUrl,
} from 'maplibre-gl';
import { noteCamera } from '../commands/view-commands';
import { entityBounds } from '../model/lookups/bounds';
import { ruleOf } from '../model/standards/profile';
import { profileById } from '../model/standards/profiles';
import type { App } from '../store/app';
import { LAYER_IDS, type LayerId } from '../store/layers';
import { metricOf } from '../store/metric';
import type { AppState, Camera, ToolId } from '../store/state';
import { showsWater } from '../store/water-ask';
import { BasemapTiles, TILE_FAILED } from './basemap/basemap-tiles';
import { DriveFeed } from './drive-feed';
import { Feed } from './feed';
import {
  chosenData,
  collection,
  dragData,
  gapData,
  gapLabelData,
  heldStationData,
  hoseData,
  outsideData,
  partitionData,
  ringData,
  routeData,
} from './layers/overlay-data';
import type { OverlaySource } from './layers/sources';
import workerUrl from './map-worker?worker&url';
import { GapMask } from './mask/gap-mask';
import { add } from './modes/add';
import { boxSelect, lassoSelect } from './modes/area-select';
import { browse } from './modes/browse';
import { measure } from './modes/measure';
import type { Desk, Mode } from './modes/mode';
import { buildStyle, MASK_BEFORE } from './style/build-style';
import { paletteOf } from './style/palette';
import { ringImage, symbolImages } from './style/symbols';

const MODES: Readonly<Record<ToolId, Mode>> = { browse, add, measure, boxSelect, lassoSelect };

/** Style layers that a switch of the legend shows and hides, besides the layer of its own name. */
const SWITCHED: Readonly<Partial<Record<LayerId, readonly string[]>>> = {
  gap: ['gap-badge', 'gap-remote', 'gap-chosen', 'gap-chosen-line', 'gap-hit'],
  subdistrict: ['label-subdistrict'],
  fireStation: ['label-station'],
  keyUnit: ['label-unit'],
  label: ['label-road', 'label-water', 'label-subdistrict', 'label-unit', 'label-station', 'label-hydrant'],
};

const wholeMetres = (metres: number): string => `${Math.round(metres)} m`;

export interface MapHandle {
  readonly map: MapLibreMap;
  destroy(): void;
}

/** Makes the map and keeps it in step with the store; what the pointer does goes out as commands. */
export function createMap(container: HTMLElement, app: App): MapHandle {
  setWorkerUrl(workerUrl);
  const { view } = app.store.getState();
  const tiles = new BasemapTiles(app);
  tiles.use(view.basemap);
  const map = new MapLibreMap({
    container,
    style: buildStyle(view.theme, view.language, view.basemap),
    center: view.camera ? [view.camera.center[0], view.camera.center[1]] : [118.35, 31.28],
    zoom: view.camera?.zoom ?? 11,
    bearing: view.camera?.bearing ?? 0,
    pitch: view.camera?.pitch ?? 0,
    attributionControl: false,
    maxPitch: 60,
    doubleClickZoom: false,
    boxZoom: false,
    fadeDuration: 0,
  });
  // The first stands lowest; on the left the legend would cover it.
  map.addControl(new AttributionControl({ compact: true }), 'bottom-right');
  map.addControl(new ScaleControl({ maxWidth: 120, unit: 'metric' }), 'bottom-right');
  map.addControl(new NavigationControl({ visualizePitch: true }), 'bottom-right');
  const keeper = new Keeper(map, app, tiles);
  (container as HTMLElement & { shuantuMap?: MapLibreMap }).shuantuMap = map;
  return { map, destroy: () => keeper.destroy() };
}

/** Watches the store and changes only what has changed. */
class Keeper {
  private readonly mask = new GapMask();
  private readonly feed: Feed;
  private readonly driveFeed: DriveFeed;
  private readonly stop: () => void;
  private stopMode: () => void = () => undefined;
  private framed: number;
  private heldDisc = -1;
  private readonly filled = new Set<OverlaySource>();

  constructor(
    private readonly map: MapLibreMap,
    private readonly app: App,
    private readonly tiles: BasemapTiles,
  ) {
    const state = app.store.getState();
    this.framed = state.view.camera ? 1 : 0;
    this.feed = new Feed(map, app);
    this.driveFeed = new DriveFeed(map);
    map.on('style.load', () => this.dress());
    map.setMissingStyleImageResolver((id) => {
      const made = ringImage(id, paletteOf(app.store.getState().view.theme));
      if (made && !map.hasImage(id)) map.addImage(id, made.image, { pixelRatio: made.pixelRatio });
    });
    map.on('moveend', () => this.tellCamera());
    map.on('error', ({ error }) => {
      if (!error.message.includes(TILE_FAILED)) console.error(error);
    });
    this.startMode(state.tool.active);
    this.stop = app.store.subscribe((now, before) => this.follow(now, before));
    this.feed.refresh();
  }

  destroy(): void {
    this.stop();
    this.stopMode();
    this.feed.destroy();
    this.driveFeed.destroy();
    this.map.remove();
  }

  /** A style has loaded, the first or a new theme: images, mask, data and switches go in again. */
  private dress(): void {
    const state = this.app.store.getState();
    const palette = paletteOf(state.view.theme);
    for (const { name, image, pixelRatio } of symbolImages(palette))
      if (!this.map.hasImage(name)) this.map.addImage(name, image, { pixelRatio });
    this.mask.setColour(palette.gap);
    if (!this.map.getLayer(this.mask.id)) this.map.addLayer(this.mask, MASK_BEFORE);
    this.feed.restore();
    this.driveFeed.restore();
    this.showLayers(state);
    this.showDistrict(state);
    this.showDiscs(state);
    for (const show of [this.showGaps, this.showDrag, this.showChosen, this.showResponse]) show.call(this, state);
    this.frameOnce(state);
  }

  private follow(now: AppState, before: AppState): void {
    const changed = (pick: (state: AppState) => unknown): boolean => pick(now) !== pick(before);
    if (changed((s) => s.view.theme) || changed((s) => s.view.language) || changed((s) => s.view.basemap))
      this.restyle(now);
    if (changed((s) => s.plan.revision) || changed((s) => s.plan.generation)) {
      this.showDistrict(now);
      this.showLayers(now);
      this.feed.refresh();
      this.frameOnce(now);
    }
    if (changed((s) => s.view.layers) || changed((s) => s.view.job) || changed(showsWater)) {
      this.showLayers(now);
      this.feed.refresh();
    }
    if (changed((s) => s.results.discs)) this.showDiscs(now);
    if (changed((s) => s.results.drag)) this.showDrag(now);
    if (
      changed((s) => s.results.coverage) ||
      changed((s) => s.results.drag?.gaps) ||
      changed((s) => s.selection.gapId) ||
      changed((s) => s.selection.hoveredGapId)
    )
      this.showGaps(now);
    if (changed((s) => s.selection.records) || changed((s) => s.selection.hovered) || changed((s) => s.plan.revision))
      this.showChosen(now);
    if (
      changed((s) => s.results.response) ||
      changed((s) => s.results.drive) ||
      changed((s) => s.results.water) ||
      changed((s) => s.results.heldStation) ||
      changed((s) => s.view.job) ||
      changed((s) => s.view.showApart) ||
      changed(metricOf)
    )
      this.showResponse(now);
    if (changed((s) => s.tool.active)) this.startMode(now.tool.active);
    if (changed((s) => s.view.flight) && now.view.flight) this.fly(now.view.flight.bounds, true);
    if (changed((s) => s.view.camera) && now.view.camera) this.look(now.view.camera);
  }

  private restyle({ view }: AppState): void {
    this.tiles.use(view.basemap);
    this.map.setStyle(buildStyle(view.theme, view.language, view.basemap), { diff: false });
  }

  /** What is empty already is not emptied again: every new set of data makes the map draw. */
  private data(source: OverlaySource, features: GeoJSON.FeatureCollection): void {
    const filled = features.features.length > 0;
    if (!filled && !this.filled.has(source)) return;
    if (filled) this.filled.add(source);
    else this.filled.delete(source);
    (this.map.getSource(source) as GeoJSONSource | undefined)?.setData(features);
  }

  private showDistrict({ plan }: AppState): void {
    const district = plan.plan?.records.district.values().next().value;
    this.mask.setDistrict(district?.geometry ?? { type: 'MultiPolygon', coordinates: [] });
    this.data('outside', outsideData(district?.geometry));
  }

  private showDiscs({ results }: AppState): void {
    if (results.discs) this.mask.setDiscs(results.discs.triples);
    this.heldDisc = -1;
  }

  private showGaps(state: AppState): void {
    this.data('gaps', gapData(state));
    this.data('gapLabels', gapLabelData(state, wholeMetres));
  }

  private showDrag(state: AppState): void {
    const { drag, discs } = state.results;
    const spacing =
      ruleOf(profileById(state.settings.coverage.profileId), 'hydrant.spacing')?.max ?? Number.POSITIVE_INFINITY;
    this.data('drag', dragData(state, spacing, wholeMetres));
    if (!discs) return;
    if (!drag) {
      if (this.heldDisc >= 0) this.mask.setDiscs(discs.triples);
      this.heldDisc = -1;
      return;
    }
    if (this.heldDisc < 0) this.heldDisc = discs.ids.indexOf(drag.id);
    if (this.heldDisc >= 0) this.mask.moveDisc(this.heldDisc, ...drag.position, discs.triples[3 * this.heldDisc + 2]!);
  }

  private showChosen(state: AppState): void {
    this.data('chosen', chosenData(state));
  }

  private showResponse(state: AppState): void {
    const { by } = state.settings.response;
    this.data(
      'rings',
      ringData(
        state,
        (threshold, radiusM) => `${threshold} ${by === 'minutes' ? 'min' : 'm'} · ${(radiusM / 1000).toFixed(1)} km`,
      ),
    );
    this.data('partition', partitionData(state));
    this.driveFeed.show(state);
    this.data('stationHeld', heldStationData(state));
    this.data('route', routeData(state));
    this.data('hoses', hoseData(state, wholeMetres));
  }

  private showLayers(state: AppState): void {
    const { view, plan } = state;
    const hiddenLabels = !view.layers.label;
    this.mask.setVisible(view.layers.gap && view.job !== 'response');
    const shown = new Map<string, boolean>();
    for (const id of LAYER_IDS) {
      const visible = view.layers[id] && !(id === 'gap' && view.job === 'response');
      for (const layer of [id, ...(SWITCHED[id] ?? [])]) shown.set(layer, (shown.get(layer) ?? true) && visible);
    }
    // Water does not speak while it is asked who arrives when.
    for (const layer of ['hydrant', 'hydrant-cluster', 'label-hydrant'])
      shown.set(layer, (shown.get(layer) ?? true) && (view.job !== 'response' || showsWater(state)));
    shown.set('unsurveyedRoad', shown.get('unsurveyedRoad') === true && view.job !== 'response');
    // Where no road was ever surveyed the figure says so; dots along every street would say nothing more.
    const roads = [...(plan.plan?.records.roadSegment.values() ?? [])];
    shown.set('unsurveyedRoad', shown.get('unsurveyedRoad') === true && roads.some(({ surveyedOn }) => surveyedOn));
    for (const layer of this.map.getLayersOrder())
      if (layer.startsWith('basemap-label-')) shown.set(layer, view.layers.label);
    for (const [layer, visible] of shown)
      if (layer !== this.mask.id && this.map.getLayer(layer))
        this.map.setLayoutProperty(
          layer,
          'visibility',
          visible && !(hiddenLabels && layer.startsWith('label-')) ? 'visible' : 'none',
        );
  }

  private startMode(tool: ToolId): void {
    this.stopMode();
    const desk: Desk = {
      map: this.map,
      app: this.app,
      draw: (source, features) => this.data(source, collection(features)),
      metres: (value) => (value < 1000 ? `${Math.round(value)} m` : `${(value / 1000).toFixed(2)} km`),
      area: (value) => (value < 100_000 ? `${Math.round(value)} m²` : `${(value / 1e6).toFixed(3)} km²`),
    };
    this.stopMode = MODES[tool](desk);
  }

  private tellCamera(): void {
    const { lng, lat } = this.map.getCenter();
    noteCamera(this.app, {
      center: [lng, lat],
      zoom: this.map.getZoom(),
      bearing: this.map.getBearing(),
      pitch: this.map.getPitch(),
    });
  }

  /** A camera that the map did not tell itself: a link was opened. */
  private look({ center, zoom, bearing, pitch }: Camera): void {
    const { lng, lat } = this.map.getCenter();
    if (this.map.isMoving() || (lng === center[0] && lat === center[1] && this.map.getZoom() === zoom)) return;
    this.map.jumpTo({ center: [center[0], center[1]], zoom, bearing, pitch });
  }

  /** A plan that was just opened is framed, unless the address bar says where to look. */
  private frameOnce({ plan }: AppState): void {
    if (plan.status !== 'ready' || this.framed >= plan.generation) return;
    this.framed = plan.generation;
    const district = plan.plan?.records.district.values().next().value;
    if (district) this.fly(entityBounds(district.geometry), false);
  }

  private fly([west, south, east, north]: readonly [number, number, number, number], animate: boolean): void {
    const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    this.map.fitBounds(
      [
        [west, south],
        [east, north],
      ],
      {
        padding: this.margins(),
        maxZoom: 17,
        bearing: this.map.getBearing(),
        duration: animate && !still ? 500 : 0,
        linear: true,
      },
    );
  }

  /** Room for what floats over the map: the legend on the left, the hint at the top. */
  private margins() {
    const { legendOpen } = this.app.store.getState().view;
    const wide = this.map.getContainer().clientWidth > 700;
    return { top: wide ? 56 : 60, right: wide ? 56 : 20, bottom: 36, left: wide && legendOpen ? 222 : 64 };
  }
}
