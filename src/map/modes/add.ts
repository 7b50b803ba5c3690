import type { MapMouseEvent } from 'maplibre-gl';
import { addRecordAt } from '../../commands/plan-commands';
import type { Mode } from './mode';

/** Every click adds a record of the chosen type; Escape ends it. */
export const add: Mode = ({ map, app }) => {
  const onClick = ({ lngLat }: MapMouseEvent): void => {
    void addRecordAt(app, app.store.getState().tool.addType, [lngLat.lng, lngLat.lat]);
  };
  map.getCanvas().style.cursor = 'crosshair';
  map.on('click', onClick);
  return () => {
    map.off('click', onClick);
    map.getCanvas().style.cursor = '';
  };
};
