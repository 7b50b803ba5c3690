/** A few streets, a pond, a park and houses in OpenMapTiles' layers, where the demonstration zone lies. */
export const TOWN_BOUNDS = [118.33, 31.26, 118.37, 31.3] as const;

type Properties = Readonly<Record<string, string | number>>;

function feature(geometry: GeoJSON.Geometry, properties: Properties): GeoJSON.Feature {
  return { type: 'Feature', properties, geometry };
}

function square(lon: number, lat: number, size: number, properties: Properties): GeoJSON.Feature {
  const ring = [
    [lon, lat],
    [lon + size, lat],
    [lon + size, lat + size],
    [lon, lat + size],
    [lon, lat],
  ];
  return feature({ type: 'Polygon', coordinates: [ring] }, properties);
}

function street(
  from: readonly [number, number],
  to: readonly [number, number],
  properties: Properties,
): GeoJSON.Feature {
  return feature({ type: 'LineString', coordinates: [[...from], [...to]] }, properties);
}

const collection = (features: GeoJSON.Feature[]): GeoJSON.FeatureCollection => ({
  type: 'FeatureCollection',
  features,
});

const STREETS = [
  street([118.33, 31.28], [118.37, 31.28], { class: 'primary', name: '江堤大道', 'name:en': 'Levee Avenue' }),
  street([118.35, 31.26], [118.35, 31.3], { class: 'secondary', name: '银杏路', 'name:en': 'Ginkgo Road' }),
  street([118.34, 31.265], [118.36, 31.295], { class: 'minor', name: '渡口街' }),
];

export const TOWN: Readonly<Record<string, GeoJSON.FeatureCollection>> = {
  water: collection([square(118.336, 31.266, 0.006, { class: 'lake' })]),
  landcover: collection([square(118.356, 31.284, 0.008, { class: 'wood' })]),
  building: collection(
    Array.from({ length: 40 }, (_, k) =>
      square(118.342 + (k % 8) * 0.0012, 31.2845 + Math.floor(k / 8) * 0.0011, 0.0006, {}),
    ),
  ),
  transportation: collection(STREETS),
  transportation_name: collection(STREETS),
  place: collection([
    feature({ type: 'Point', coordinates: [118.345, 31.29] }, { class: 'town', name: '江堤镇', 'name:en': 'Jiangdi' }),
  ]),
};
