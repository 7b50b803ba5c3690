import { addRecordAt } from '../../commands/plan-commands';
import { listen } from './listen';
import type { Mode } from './mode';

/** Every click adds a record of the chosen type; Escape ends it. */
export const add: Mode = ({ map, app }) => {
  map.getCanvas().style.cursor = 'crosshair';
  return listen(map, {
    click: ({ lngLat }) => void addRecordAt(app, app.store.getState().tool.addType, [lngLat.lng, lngLat.lat]),
  });
};
