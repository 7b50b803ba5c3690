import type { ArcCosts } from '../../network/costs';
import type { Seed } from '../../network/first-due';
import { type Arrivals, arrivalsAt, firstArrivals, secondArrivals } from './arrivals';
import { snapCostOf } from './costs';
import { type Frontages, frontagesOf, movedFrontages } from './frontage';
import { Last } from './memo';
import type { RoadNetwork } from './road-network';
import type { DriveSettings } from './settings';
import { DRIVE_TARGETS, type DriveTargets, type TargetArrivals, type TargetKind } from './targets';

interface TargetQuestion {
  readonly network: RoadNetwork;
  readonly targets: DriveTargets;
  readonly costs: ArcCosts;
  readonly seeds: readonly Seed[];
  readonly settings: DriveSettings;
}

interface TargetPlaces {
  readonly kind: TargetKind;
  readonly frontages: Frontages;
}

interface Fronts {
  readonly targets: DriveTargets;
  readonly frontageM: number;
  readonly usable: Uint8Array;
  readonly list: readonly TargetPlaces[];
}

/** What one station alone reaches, kept while neither it nor the streets change. */
interface Alone {
  readonly source: number;
  readonly costs: readonly Float64Array[];
}

/** When stations come to targets; where targets front and what each station alone reaches are kept from question to question. */
export class TargetCache {
  private readonly usable = new Last<Uint8Array>();
  private readonly fronts = new Last<Fronts>();
  private alone: { of: readonly unknown[]; bySeed: Map<string, Alone> } = { of: [], bySeed: new Map() };

  arrivals(question: TargetQuestion): TargetArrivals[] {
    const places = this.placesOf(question);
    const ofEach = this.aloneOf(question, places);
    return places.map(({ kind, frontages }, k) => {
      const each = ofEach.map(({ source, costs }) => ({ source, cost: costs[k]! }));
      const first: Arrivals = firstArrivals(each, frontages.edge.length);
      return { kind, places: question.targets[kind]!, frontages, first, secondCost: secondArrivals(each, first) };
    });
  }

  /** Where targets front the roads that may be driven; kept while the same roads may. */
  private placesOf({ network, targets, costs, settings: { frontageM } }: TargetQuestion): readonly TargetPlaces[] {
    const usable = this.usable.of([costs], (before) => {
      const now = usableEdges(costs);
      return before && now.every((each, e) => each === before[e]) ? before : now;
    });
    return this.fronts.of([usable, targets, frontageM], (before) => {
      const same = before?.targets === targets && before.frontageM === frontageM;
      const list = DRIVE_TARGETS.flatMap((kind) => {
        const at = targets[kind];
        if (!at) return [];
        const old = same ? before.list.find((each) => each.kind === kind) : undefined;
        const frontages = old
          ? movedFrontages(network, old.frontages, before!.usable, usable, at.x, at.y, frontageM)
          : frontagesOf(network, costs, at.x, at.y, frontageM);
        return [{ kind, frontages }];
      });
      return { targets, frontageM, usable, list };
    }).list;
  }

  private aloneOf({ network, costs, seeds, settings }: TargetQuestion, places: readonly TargetPlaces[]): Alone[] {
    const of = [costs, places, settings.addSnap];
    const kept = of.every((part, i) => part === this.alone.of[i]) ? this.alone.bySeed : new Map<string, Alone>();
    const snapCost = snapCostOf(network, settings);
    const bySeed = new Map<string, Alone>();
    const list = seeds.map((seed): Alone => {
      const key = `${seed.edge} ${seed.at} ${seed.offset}`;
      const known = kept.get(key);
      const costsOf = known?.costs ?? reachAlone(network, seed, costs, places, snapCost);
      const alone = { source: seed.source, costs: costsOf };
      bySeed.set(key, alone);
      return alone;
    });
    this.alone = { of, bySeed };
    return list;
  }
}

function reachAlone(
  network: RoadNetwork,
  seed: Seed,
  costs: ArcCosts,
  places: readonly TargetPlaces[],
  snapCost: (edge: number) => number,
): Float64Array[] {
  if (places.length === 0) return [];
  const labels = network.search.run(costs, [seed]);
  return places.map(({ frontages }) => arrivalsAt(network, costs, labels, [seed], frontages, snapCost).cost);
}

function usableEdges(costs: ArcCosts): Uint8Array {
  return Uint8Array.from({ length: costs.length / 2 }, (_, e) =>
    Number.isFinite(costs[2 * e]!) || Number.isFinite(costs[2 * e + 1]!) ? 1 : 0,
  );
}
