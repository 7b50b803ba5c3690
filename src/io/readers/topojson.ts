import { issueOf } from '../../base/issue';
import { featureTable } from './geojson';
import { type RawTable, type Reader, type SourceFile, UnreadableFile } from './reader';
import { headText, textOf } from './text';

/** TopoJSON: every object is a layer. */
export const topojsonReader: Reader = {
  format: 'TopoJSON',
  sniff: (head) => (/^\{[\s\S]{0,2000}"type"\s*:\s*"Topology"/.test(headText(head)) ? 1 : 0),
  read: readTopology,
};

async function readTopology(file: SourceFile): Promise<RawTable[]> {
  const { feature } = await import('topojson-client');
  const layers = layersOf(file, (topology) =>
    Object.entries(topology.objects).map(([layer, object]) => {
      const found = feature(topology, object) as unknown as GeoJSON.FeatureCollection | GeoJSON.Feature;
      return { layer, items: found.type === 'FeatureCollection' ? found.features : [found] };
    }),
  );
  const filled = layers.filter(({ items }) => items.length > 0);
  if (filled.length === 0) throw new UnreadableFile(issueOf('read.noFeatures', { file: file.name }));
  return filled.map(({ layer, items }) => ({ ...featureTable('TopoJSON', items, file, 'WGS84'), layer }));
}

type Topology = Parameters<typeof import('topojson-client').feature>[0];

function layersOf<T>(file: SourceFile, job: (topology: Topology) => T): T {
  try {
    return job(JSON.parse(textOf(file)) as Topology);
  } catch (error) {
    // An arc that is not there is not told apart from other damage.
    throw error instanceof UnreadableFile ? error : new UnreadableFile(issueOf('read.topology', { file: file.name }));
  }
}
