import { buildGraph } from '../../src/network/build-graph';
import { timeCosts } from '../../src/network/costs';
import { EdgeIndex } from '../../src/network/edge-index';
import { FirstDueSearch, type Seed } from '../../src/network/first-due';
import { sumReach } from '../../src/network/reach';
import { fastest, line, once } from '../support/measure';
import { roadTown } from './road-town';

const STATIONS = 10;
const LIMIT_S = 480;

/** 354² nodes and 250,000 roads are 500,000 directed edges; 501² and 501,000 roads are 500,000 edges driven both ways. */
for (const side of [354, 501]) measure(side);

function measure(side: number): void {
  const town = roadTown(side);
  const built = once(() => buildGraph(town.lines));
  const graph = built.value;
  const edges = graph.from.length.toLocaleString('en');
  line(`graph of ${edges} roads from lines`, `${built.ms.toFixed(0)} ms`, side === 501 ? 'asked: under 2,000 ms' : '');
  const index = new EdgeIndex(graph);
  const costs = timeCosts(graph, town.roads, { oneWay: 'waive' }, (road) => (road.class === 'primary' ? 50 : 22));
  const seeds = Array.from({ length: STATIONS }, (_, source): Seed => {
    const place = index.nearest(((source * 37) % STATIONS) * side * 12 + 500, source * side * 12 + 500)!;
    return { edge: place.edge, at: place.alongM / graph.lengthM[place.edge]!, offset: 60, source };
  });
  const search = new FirstDueSearch(graph);
  for (const [limit, words, asked] of [
    [LIMIT_S, 'within 8 min', 'asked: under 15 ms'],
    [Number.POSITIVE_INFINITY, 'of the whole network', 'asked: under 50 ms'],
  ] as const) {
    const { ms, value } = fastest(15, () => {
      const labels = search.run(costs, seeds, limit);
      return sumReach(graph, costs, labels, seeds, [limit], STATIONS);
    });
    const km = (value.lengthM[0]! / 1000).toFixed(0);
    line(`  first due ${words}, ${STATIONS} stations, partial edges`, `${ms.toFixed(1)} ms, ${km} km`, asked);
  }
}
