import type { ArcCosts } from '../../network/costs';
import { envelopeOf, type Stretch } from '../../network/edge-envelope';
import { seedsByEdge } from '../../network/reach';
import type { EdgeLines } from './edge-lines';
import type { DriveSearch } from './session';

/** Roads that engines may drive and none reaches. */
const UNREACHED = -1;
/** Roads that hang together with nothing else, drawn a second time on demand. */
const APART = -2;

/**
 * The roads coloured by when the first engine comes: GeoJSON bytes, one feature for each band and road class. `step` is
 * the band (0 up to the first limit … `limits.length` beyond the last, −1 unreached), cut where the limits fall; −2 marks
 * roads outside the largest part of the network, whether they may be driven or not.
 * @param limits ascending, in the unit of the costs
 */
export function roadLayer(
  { network, costs, seeds, labels }: DriveSearch,
  lines: EdgeLines,
  limits: readonly number[],
): Uint8Array<ArrayBuffer> {
  const { graph, roads } = network;
  const groups = new Map<string, string[]>();
  const add = (step: number, roadClass: string, line: string): void => {
    const key = `${step} ${roadClass}`;
    const group = groups.get(key);
    if (group) group.push(line);
    else groups.set(key, [line]);
  };
  const seedsOn = seedsByEdge(seeds);
  for (let edge = 0; edge < graph.from.length; edge++) {
    const roadClass = roads[graph.road[edge]!]!.class ?? 'local';
    if (graph.component[graph.from[edge]!]! > 0) add(APART, roadClass, lines.text(edge, 0, 1));
    if (!isDrivable(costs, edge)) continue;
    for (const { step, fromAt, toAt } of bandsOf(envelopeOf(graph, costs, labels, edge, seedsOn.get(edge)), limits))
      add(step, roadClass, lines.text(edge, fromAt, toAt));
  }
  const features = [...groups].map(([key, parts]) => {
    const [step, roadClass] = key.split(' ');
    return `{"type":"Feature","properties":{"step":${step},"class":"${roadClass}"},"geometry":{"type":"MultiLineString","coordinates":[${parts.join(',')}]}}`;
  });
  return new TextEncoder().encode(`{"type":"FeatureCollection","features":[${features.join(',')}]}`);
}

function isDrivable(costs: ArcCosts, edge: number): boolean {
  return Number.isFinite(costs[2 * edge]!) || Number.isFinite(costs[2 * edge + 1]!);
}

interface Piece {
  readonly step: number;
  readonly fromAt: number;
  toAt: number;
}

/** An edge from its first to its last point in pieces of one band each; what nobody reaches is a piece too. */
export function bandsOf(stretches: readonly Stretch[], limits: readonly number[]): Piece[] {
  const pieces: Piece[] = [];
  const add = (step: number, fromAt: number, toAt: number): void => {
    if (toAt <= fromAt) return;
    const last = pieces[pieces.length - 1];
    if (last?.step === step) last.toAt = toAt;
    else pieces.push({ step, fromAt, toAt });
  };
  let done = 0;
  for (const stretch of stretches) {
    add(UNREACHED, done, stretch.fromAt);
    for (const [fromAt, toAt] of cut(stretch, limits))
      add(stepOf(costAt(stretch, (fromAt + toAt) / 2), limits), fromAt, toAt);
    done = stretch.toAt;
  }
  add(UNREACHED, done, 1);
  return pieces;
}

function cut(stretch: Stretch, limits: readonly number[]): [number, number][] {
  const { fromAt, toAt, fromCost, toCost } = stretch;
  const marks = limits
    .filter((limit) => (limit - fromCost) * (limit - toCost) < 0)
    .map((limit) => fromAt + ((limit - fromCost) / (toCost - fromCost)) * (toAt - fromAt))
    .sort((a, b) => a - b);
  return [fromAt, ...marks].map((from, k) => [from, marks[k] ?? toAt]);
}

function costAt({ fromAt, toAt, fromCost, toCost }: Stretch, at: number): number {
  return fromCost + ((at - fromAt) / (toAt - fromAt)) * (toCost - fromCost);
}

function stepOf(cost: number, limits: readonly number[]): number {
  const step = limits.findIndex((limit) => cost <= limit);
  return step < 0 ? limits.length : step;
}
