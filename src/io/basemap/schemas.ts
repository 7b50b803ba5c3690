/** How the layers of vector tiles are named; an unknown one is drawn plainly. */
export type SchemaId = 'protomaps' | 'openmaptiles' | 'shortbread' | 'unknown';

/** Layers that only this schema has together. */
const SIGNS: readonly (readonly [SchemaId, readonly string[]])[] = [
  ['openmaptiles', ['transportation', 'landcover']],
  ['openmaptiles', ['transportation', 'building']],
  ['openmaptiles', ['transportation', 'place']],
  ['shortbread', ['streets', 'water_polygons']],
  ['shortbread', ['streets', 'place_labels']],
  ['protomaps', ['earth', 'roads']],
  ['protomaps', ['roads', 'places', 'buildings']],
];

export function schemaOf(layers: readonly string[]): SchemaId {
  return SIGNS.find(([, wanted]) => wanted.every((layer) => layers.includes(layer)))?.[0] ?? 'unknown';
}
