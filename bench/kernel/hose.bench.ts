import { buildingFrontages } from '../../src/analysis/hose/frontage';
import { HoseReach } from '../../src/analysis/hose/hose-reach';
import { hydrantPlaces } from '../../src/analysis/hose/hydrant-places';
import { outlinesOf } from '../../src/analysis/hose/outlines';
import { HoseSession } from '../../src/analysis/hose/session';
import { DEFAULT_HOSE_SETTINGS } from '../../src/analysis/hose/settings';
import { type HoseNetwork, hoseCosts } from '../../src/analysis/hose/ways';
import type { LonLat } from '../../src/base/coordinates';
import { createRandom } from '../../src/base/random';
import { createProjection } from '../../src/geometry/projection';
import { applyChange } from '../../src/model/change/apply';
import { changeOf, type PutRecord } from '../../src/model/change/change';
import type { Building } from '../../src/model/entities/building';
import type { Hydrant } from '../../src/model/entities/hydrant';
import { emptyPlan, type Plan } from '../../src/model/plan';
import { CN } from '../../src/model/standards/cn';
import { buildGraph } from '../../src/network/build-graph';
import { EdgeIndex } from '../../src/network/edge-index';
import { edgePoint } from '../../src/network/edge-point';
import { fastest, line, percentile } from '../support/measure';
import { roadTown } from './road-town';

const BUILDINGS = 10_000;
const HYDRANTS = 1_150;
const MOVES = 500;

/** About 285 km of streets, as a town of a hundred thousand has. */
const town = roadTown(35);
const projection = createProjection([120, 30]);
const graph = buildGraph(town.lines);
const network: HoseNetwork = { roads: town.roads, graph, index: new EdgeIndex(graph), projection };
const random = createRandom(5);
const plan = townPlan();
const buildings = [...plan.records.building.values()];
const hydrants = [...plan.records.hydrant.values()];
const km = (graph.lengthM.reduce((sum, length) => sum + length, 0) / 1000).toFixed(0);
line('', `${BUILDINGS.toLocaleString('en')} buildings, ${HYDRANTS.toLocaleString('en')} hydrants, ${km} km of streets`);

const settings = DEFAULT_HOSE_SETTINGS;
const fronts = fastest(5, () =>
  buildingFrontages(outlinesOf(buildings, projection), BUILDINGS, network, settings.frontageMaxM),
);
line('frontages: nearest street to every outer wall', `${fronts.ms.toFixed(0)} ms`, 'once per plan');
const places = hydrantPlaces(hydrants, network, settings);
const costs = hoseCosts(network);
const lays = fastest(9, () => new HoseReach(graph, costs, fronts.value, places.frontages, 300));
let pairs = 0;
for (let b = 0; b < BUILDINGS; b++) pairs += lays.value.of(b).hydrants.length;
line(
  'every lay of at most 300 m',
  `${lays.ms.toFixed(0)} ms, ${pairs.toLocaleString('en')} lays`,
  'asked: under 200 ms',
);
const whole = fastest(5, () => created());
line('session: frontages, lays, needs, verdicts', `${whole.ms.toFixed(0)} ms`);
const told = fastest(3, () => whole.value.answer());
line('full answer: sources, pumps, far sources, cheapest fixes', `${told.ms.toFixed(0)} ms`);

const moves: number[] = [];
for (let k = 0; k < MOVES; k++) {
  const [x, y] = streetPoint(3);
  const { id } = hydrants[k % HYDRANTS]!;
  const started = performance.now();
  whole.value.hold(id, x, y);
  moves.push(performance.now() - started);
}
const [median, high] = [percentile(moves, 0.5), percentile(moves, 0.95)];
line('one hydrant moved, all totals', `${median.toFixed(2)} ms, p95 ${high.toFixed(2)} ms`, 'asked: under 33 ms');

function created(): HoseSession {
  const session = HoseSession.create(plan, network, settings, CN);
  if (!session.ok) throw new Error(session.issue.code);
  return session.value;
}

/** A point beside a street, so many metres off its middle. */
function streetPoint(offM: number): readonly [number, number] {
  const edge = random.integer(0, graph.from.length - 1);
  const along = random.between(0, graph.lengthM[edge]!);
  const [ax, ay] = edgePoint(graph, edge, along);
  const [bx, by] = edgePoint(graph, edge, along > 1 ? along - 1 : along + 1);
  const length = Math.hypot(bx - ax, by - ay) || 1;
  const side = random.next() < 0.5 ? offM : -offM;
  return [ax + (side * (by - ay)) / length, ay - (side * (bx - ax)) / length];
}

function townPlan(): Plan {
  const put: PutRecord[] = [];
  for (let k = 0; k < BUILDINGS; k++) put.push({ type: 'building', entity: house(k) });
  for (let k = 0; k < HYDRANTS; k++) {
    const entity: Hydrant = {
      id: `h${k}`,
      status: random.next() < 0.9 ? 'working' : 'damaged',
      flowLps: random.between(10, 40),
      geometry: { type: 'Point', coordinates: projection.inverse(streetPoint(6)) },
    };
    put.push({ type: 'hydrant', entity });
  }
  const made = emptyPlan({ id: 'bench', name: '', asOf: '2026-01-01' });
  applyChange(made, changeOf({ key: 'import' }, { put }));
  return made;
}

function house(k: number): Building {
  const [x, y] = streetPoint(random.between(10, 40));
  const [w, d] = [random.between(4, 15), random.between(4, 15)];
  const corners = [
    [x - w, y - d],
    [x + w, y - d],
    [x + w, y + d],
    [x - w, y + d],
    [x - w, y - d],
  ] as const;
  const ring = corners.map((corner): LonLat => projection.inverse(corner));
  return {
    id: `b${k}`,
    use: random.pick(['residential', 'commercial', 'office']),
    floors: random.integer(1, 18),
    geometry: { type: 'MultiPolygon', coordinates: [[ring]] },
  };
}
