import type { MapMouseEvent, MapTouchEvent, PointLike } from 'maplibre-gl';
import { cancelDrag, dragHydrant, dropHydrant, grabHydrant } from '../../commands/drag-commands';
import { moveRecordTo } from '../../commands/plan-commands';
import {
  askPlace,
  clearSelection,
  hoverGap,
  hoverRecord,
  selectGap,
  selectRecords,
} from '../../commands/selection-commands';
import { dragStation, dropStation, grabStation } from '../../commands/station-drag-commands';
import type { EntityType } from '../../model/entities/registry';
import { metricOf } from '../../store/metric';
import type { RecordRef } from '../../store/state';
import { listen } from './listen';
import type { Mode } from './mode';

/** Layers that answer the pointer, the topmost first, and what they hold. */
const HIT_LAYERS: readonly (readonly [string, EntityType])[] = [
  ['fireStation', 'fireStation'],
  ['hydrant', 'hydrant'],
  ['microStation', 'microStation'],
  ['keyUnit', 'keyUnit'],
  ['volunteerBrigade', 'volunteerBrigade'],
  ['waterSource', 'waterSource'],
  ['hazard', 'hazard'],
  ['incident', 'incident'],
  ['candidateSite', 'candidateSite'],
];
/** Ground that answers only where it is asked who arrives when. */
const GROUND_LAYERS: readonly (readonly [string, EntityType])[] = [
  ['road', 'roadSegment'],
  ['building', 'building'],
];
const MOVABLE: ReadonlySet<EntityType> = new Set(['fireStation', 'microStation', 'keyUnit', 'volunteerBrigade']);
const REACH_PX = 5;
/** Pointer travel under this is a click with an unsteady hand. */
const STILL_PX = 3;

/** Hover, click, drag: the tool for everyday. */
export const browse: Mode = ({ map, app }) => {
  let held: { ref: RecordRef; x: number; y: number; moved: boolean } | null = null;

  const around = ({ x, y }: { x: number; y: number }): [PointLike, PointLike] => [
    [x - REACH_PX, y - REACH_PX],
    [x + REACH_PX, y + REACH_PX],
  ];
  const hitIn = (among: typeof HIT_LAYERS, where: PointLike | [PointLike, PointLike]): RecordRef | null => {
    const layers = among.map(([layer]) => layer).filter((layer) => map.getLayer(layer));
    const found = map.queryRenderedFeatures(where, { layers });
    for (const [layer, type] of among) {
      const hit = found.find((feature) => feature.layer.id === layer);
      if (hit) return { type, id: String(hit.properties.id) };
    }
    return null;
  };
  const recordAt = (point: { x: number; y: number }): RecordRef | null => hitIn(HIT_LAYERS, around(point));
  const asksPlaces = (): boolean => {
    const state = app.store.getState();
    return state.view.job === 'response' && metricOf(state) !== 'radius';
  };
  /** In Response every click asks who comes there; a building or a road under it is chosen too. */
  const clickGround = ({ point: { x, y }, lngLat }: MapMouseEvent): void => {
    const ground = hitIn(GROUND_LAYERS.slice(1), [x, y]) ?? hitIn(GROUND_LAYERS.slice(0, 1), around({ x, y }));
    selectRecords(app, ground ? [ground] : []);
    askPlace(app, [lngLat.lng, lngLat.lat]);
  };
  const gapAt = (point: { x: number; y: number }): string | null => {
    const layers = ['gap-badge', 'gap-hit'].filter((layer) => map.getLayer(layer));
    const [hit] = map.queryRenderedFeatures([point.x, point.y], { layers });
    return hit ? String(hit.properties.id) : null;
  };
  const clusterAt = async (point: { x: number; y: number }): Promise<boolean> => {
    const [cluster] = map.queryRenderedFeatures(around(point), { layers: ['hydrant-cluster'] });
    if (!cluster) return false;
    const source = map.getSource('hydrant') as import('maplibre-gl').GeoJSONSource;
    const zoom = await source.getClusterExpansionZoom(Number(cluster.properties.cluster_id));
    const { coordinates } = cluster.geometry as GeoJSON.Point;
    map.easeTo({ center: coordinates as [number, number], zoom: zoom + 0.3, duration: 450 });
    return true;
  };

  const onMove = (event: MapMouseEvent): void => {
    if (held) {
      // Without a button down it was released beside the map.
      if (event.originalEvent.buttons === 0) onUp(event);
      else onDrag(event);
      return;
    }
    const ref = recordAt(event.point);
    hoverRecord(app, ref);
    hoverGap(app, ref ? null : gapAt(event.point));
    const hand = ref && (ref.type === 'hydrant' || MOVABLE.has(ref.type)) ? 'grab' : ref ? 'pointer' : '';
    map.getCanvas().style.cursor = hand;
  };
  const onDown = (event: MapMouseEvent | MapTouchEvent): void => {
    // Two fingers turn and zoom the map.
    if ('points' in event && event.points.length > 1) {
      letGo();
      return;
    }
    const ref = recordAt(event.point);
    if (!ref || (ref.type !== 'hydrant' && !MOVABLE.has(ref.type))) return;
    if ('originalEvent' in event && 'shiftKey' in event.originalEvent && event.originalEvent.shiftKey) return;
    event.preventDefault();
    held = { ref, x: event.point.x, y: event.point.y, moved: false };
    map.getCanvas().style.cursor = 'grabbing';
  };
  const onDrag = (event: MapMouseEvent | MapTouchEvent): void => {
    if (!held) return;
    if (!held.moved && Math.hypot(event.point.x - held.x, event.point.y - held.y) < STILL_PX) return;
    const { type, id } = held.ref;
    if (!held.moved && type === 'hydrant') grabHydrant(app, id);
    if (!held.moved && type === 'fireStation') grabStation(app, id);
    held.moved = true;
    if (type === 'hydrant') dragHydrant(app, [event.lngLat.lng, event.lngLat.lat]);
    if (type === 'fireStation') dragStation(app, [event.lngLat.lng, event.lngLat.lat]);
  };
  const onUp = (event: MapMouseEvent | MapTouchEvent): void => {
    const last = held;
    held = null;
    map.getCanvas().style.cursor = '';
    if (!last?.moved) return;
    if (last.ref.type === 'hydrant') void dropHydrant(app);
    else if (last.ref.type === 'fireStation') void dropStation(app);
    else void moveRecordTo(app, last.ref, [event.lngLat.lng, event.lngLat.lat]);
    selectRecords(app, [last.ref]);
  };
  const letGo = (): void => {
    if (held?.moved && held.ref.type === 'hydrant') cancelDrag(app);
    held = null;
  };
  const onClick = async (event: MapMouseEvent): Promise<void> => {
    const ref = recordAt(event.point);
    if (ref) {
      const place = app.store.getState().plan.plan?.records[ref.type].get(ref.id)?.geometry;
      if (asksPlaces() && place?.type === 'Point' && ref.type !== 'fireStation' && ref.type !== 'hydrant')
        askPlace(app, place.coordinates);
      return selectRecords(app, [ref], event.originalEvent.shiftKey ? 'toggle' : 'replace');
    }
    if (asksPlaces()) return clickGround(event);
    if (await clusterAt(event.point)) return;
    const gap = app.store.getState().view.job === 'coverage' ? gapAt(event.point) : null;
    if (gap) selectGap(app, gap);
    else clearSelection(app);
  };
  const onLeave = (): void => {
    hoverRecord(app, null);
    hoverGap(app, null);
  };

  return listen(map, {
    mousemove: onMove,
    mousedown: onDown,
    touchstart: onDown,
    touchmove: onDrag,
    touchcancel: letGo,
    mouseup: onUp,
    touchend: onUp,
    click: onClick,
    mouseout: onLeave,
  });
};
