import type { MapMouseEvent } from 'maplibre-gl';
import type { LonLat } from '../../base/coordinates';
import { createProjection } from '../../geometry/projection';
import { ringArea } from '../../geometry/rings';
import { listen } from './listen';
import type { Desk, Mode } from './mode';

/** Clicks add points; the length so far stands at the last, the area of three and more at the middle. A double click begins anew. */
export const measure: Mode = (desk) => {
  const { map } = desk;
  let points: LonLat[] = [];
  let done = false;
  const show = (pointer?: LonLat): void =>
    desk.draw('measure', measured(pointer && !done ? [...points, pointer] : points, desk));
  const onClick = ({ lngLat }: MapMouseEvent): void => {
    if (done) points = [];
    done = false;
    points.push([lngLat.lng, lngLat.lat]);
    show();
  };
  const onMove = ({ lngLat }: MapMouseEvent): void => {
    if (points.length > 0) show([lngLat.lng, lngLat.lat]);
  };
  const onDouble = (event: MapMouseEvent): void => {
    event.preventDefault();
    done = true;
    points.pop();
    show();
  };
  map.getCanvas().style.cursor = 'crosshair';
  const stop = listen(map, { click: onClick, mousemove: onMove, dblclick: onDouble });
  return () => {
    stop();
    desk.draw('measure', []);
  };
};

/** What is drawn for a path: the line, its points, its length, and its area from three points on. */
export function measured(
  points: readonly LonLat[],
  { metres, area }: Pick<Desk, 'metres' | 'area'>,
): GeoJSON.Feature[] {
  if (points.length === 0) return [];
  const projection = createProjection(points[0]!);
  const local = points.map((point) => projection.forward(point));
  let length = 0;
  for (let k = 1; k < local.length; k++)
    length += Math.hypot(local[k]![0] - local[k - 1]![0], local[k]![1] - local[k - 1]![1]);
  const text = [metres(length), ...(points.length > 2 ? [area(Math.abs(ringArea(local)))] : [])].join(' · ');
  const at = (k: number): number[] => [...points[k]!];
  return [
    {
      type: 'Feature',
      properties: {},
      geometry: { type: 'LineString', coordinates: points.map((point) => [...point]) },
    },
    ...points.map(
      (_, k): GeoJSON.Feature => ({
        type: 'Feature',
        properties: k === points.length - 1 && k > 0 ? { text } : {},
        geometry: { type: 'Point', coordinates: at(k) },
      }),
    ),
  ];
}
