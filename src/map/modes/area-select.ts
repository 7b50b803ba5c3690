import type { MapMouseEvent } from 'maplibre-gl';
import type { LonLat } from '../../base/coordinates';
import { selectRecords } from '../../commands/selection-commands';
import { setTool } from '../../commands/view-commands';
import { ringContains } from '../../geometry/rings';
import type { EntityType } from '../../model/entities/registry';
import type { LayerId } from '../../store/layers';
import type { AppState, RecordRef } from '../../store/state';
import { listen } from './listen';
import type { Desk, Mode } from './mode';

type Pixel = readonly [number, number];

const SELECTABLE: readonly (readonly [EntityType, LayerId])[] = [
  ['hydrant', 'hydrantWorking'],
  ['fireStation', 'fireStation'],
  ['microStation', 'microStation'],
  ['volunteerBrigade', 'volunteerBrigade'],
  ['keyUnit', 'keyUnit'],
  ['waterSource', 'waterSource'],
  ['hazard', 'hazard'],
];

/** A rectangle from one corner to the other. */
export const boxSelect: Mode = (desk) =>
  drawArea(desk, ([first, ...rest]) => {
    const last = rest[rest.length - 1] ?? first!;
    return [first!, [last[0], first![1]], last, [first![0], last[1]]];
  });

/** A line drawn by hand; its ends are joined. */
export const lassoSelect: Mode = (desk) => drawArea(desk, (path) => path);

/** Selects the point records under a shape drawn with the pointer, also those that a cluster stands for. */
function drawArea(desk: Desk, shape: (path: readonly Pixel[]) => readonly Pixel[]): () => void {
  const { map, app } = desk;
  let path: Pixel[] = [];
  const ring = (): LonLat[] =>
    shape(path).map(([x, y]) => {
      const { lng, lat } = map.unproject([x, y]);
      return [lng, lat];
    });
  const onDown = (event: MapMouseEvent): void => {
    event.preventDefault();
    path = [[event.point.x, event.point.y]];
  };
  const onMove = (event: MapMouseEvent): void => {
    if (path.length === 0) return;
    // Without a button down it was released beside the map.
    if (event.originalEvent.buttons === 0) {
      onUp(event);
      return;
    }
    const { point } = event;
    path.push([point.x, point.y]);
    const outline = ring();
    desk.draw('sketch', [
      {
        type: 'Feature',
        properties: {},
        geometry: { type: 'Polygon', coordinates: [[...outline, outline[0]!].map((p) => [...p])] },
      },
    ]);
  };
  const onUp = (event: MapMouseEvent): void => {
    const outline = path.length > 2 ? ring() : [];
    path = [];
    desk.draw('sketch', []);
    if (outline.length < 3) return;
    selectRecords(app, recordsWithin(app.store.getState(), outline), event.originalEvent.shiftKey ? 'add' : 'replace');
    setTool(app, 'browse');
  };
  map.getCanvas().style.cursor = 'crosshair';
  const stop = listen(map, { mousedown: onDown, mousemove: onMove, mouseup: onUp });
  return () => {
    stop();
    desk.draw('sketch', []);
  };
}

/** Point records of the layers that are shown, within a ring in degrees. */
export function recordsWithin({ plan, view }: AppState, ring: readonly LonLat[]): RecordRef[] {
  if (!plan.plan) return [];
  const { records } = plan.plan;
  return SELECTABLE.filter(([, layer]) => view.layers[layer]).flatMap(([type]) =>
    [...records[type].values()].flatMap(({ id, geometry }): RecordRef[] =>
      geometry.type === 'Point' && ringContains(ring, ...geometry.coordinates) ? [{ type, id }] : [],
    ),
  );
}
