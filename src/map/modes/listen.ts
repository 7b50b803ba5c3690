import type { MapEventType, Map as MapLibreMap } from 'maplibre-gl';

type Handlers = { readonly [E in keyof MapEventType]?: (event: MapEventType[E]) => void };

/** Listens to several events of the map; returns the function that stops listening and gives the cursor back. */
export function listen(map: MapLibreMap, handlers: Handlers): () => void {
  const pairs = Object.entries(handlers) as [keyof MapEventType, (event: unknown) => void][];
  for (const [event, handler] of pairs) map.on(event, handler);
  return () => {
    for (const [event, handler] of pairs) map.off(event, handler);
    map.getCanvas().style.cursor = '';
  };
}
