/**
 * Reads the GeoJSON behind a blob address for MapLibre's worker. MapLibre sends what it has read back to the page, for
 * questions that nobody asks here: features that cannot be enumerated stay behind, and nothing is cloned.
 */
export async function readRecords(url: string): Promise<GeoJSON.FeatureCollection> {
  const { type, features } = (await (await fetch(url)).json()) as GeoJSON.FeatureCollection;
  return Object.defineProperty({ type, features }, 'features', { enumerable: false });
}
