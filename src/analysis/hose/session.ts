import { issueOf } from '../../base/issue';
import { fail, ok, type Result } from '../../base/result';
import { CoverCount } from '../../geometry/cover-count';
import type { Building } from '../../model/entities/building';
import type { Plan } from '../../model/plan';
import { ruleOf, type StandardProfile } from '../../model/standards/profile';
import { edgePoint } from '../../network/edge-point';
import { type Places, placesOf } from '../places';
import type { BuildingWater, HoseAnswer, HoseSource, HoseSummary, HoseTotals } from './answer';
import { FarSources, streetsReached } from './far-sources';
import { cheapestFix, type Idle } from './fix';
import { flowTableOf } from './flow-tables';
import { buildingFrontages, type Frontages } from './frontage';
import { HoseReach } from './hose-reach';
import { hoseSource } from './hose-source';
import { type HosePlaces, hydrantPlaces, hydrantSnap } from './hydrant-places';
import { judgeWater, type Need, type Supply, WATER_VERDICTS, type WaterVerdict } from './judge';
import { measureOf, type WaterMeasure } from './measures';
import { type BuildingSize, type NeededFlow, neededFlow, sizeOf } from './needed-flow';
import { footprintsM2, outlinesOf } from './outlines';
import { checkHoseSettings, type HoseSettings } from './settings';
import { type HoseNetwork, hoseCosts } from './ways';

const MOST_SOURCES = 3;

/**
 * Hose lay and water of every building under one set of settings, kept ready so that a hydrant can be held elsewhere:
 * only the buildings that it reached or reaches are judged again.
 */
export class HoseSession {
  private readonly buildings: Places<Building>;
  private readonly frontages: Frontages;
  private readonly hydrants: HosePlaces;
  private readonly indexOf: ReadonlyMap<string, number>;
  private readonly sizes: readonly BuildingSize[];
  private readonly needs: readonly NeededFlow[];
  private readonly measure: WaterMeasure;
  private readonly radiusM: number;
  private readonly costs: Float64Array;
  private readonly reach: HoseReach;
  private readonly snap: ReturnType<typeof hydrantSnap>;
  private readonly crow: CoverCount;
  /** Per building: lay of the nearest counted hydrant in reach (Infinity without), and the verdict's number. */
  private readonly nearestM: Float64Array;
  private readonly verdicts: Uint8Array;
  private far: FarSources | null = null;

  private constructor(
    plan: Plan,
    private readonly network: HoseNetwork,
    private readonly settings: HoseSettings,
    profile: StandardProfile,
  ) {
    this.buildings = placesOf<'building'>(plan.records.building.values(), network.projection);
    const { records } = this.buildings;
    const outlines = outlinesOf(records, network.projection);
    this.frontages = buildingFrontages(outlines, records.length, network, settings.frontageMaxM);
    this.hydrants = hydrantPlaces(plan.records.hydrant.values(), network, settings);
    this.snap = hydrantSnap(network, settings.hydrantMaxM);
    this.indexOf = new Map(this.hydrants.places.records.map(({ id }, h) => [id, h]));
    this.measure = settings.measure ?? measureOf(profile.id);
    this.radiusM = ruleOf(profile, 'hydrant.radius')?.max ?? this.measure.withinM;
    const footprints = footprintsM2(outlines, records.length);
    this.sizes = records.map((building, b) => sizeOf(building, footprints[b]!));
    const table = settings.flowTable ?? flowTableOf(profile.id);
    this.needs = records.map((building, b) => neededFlow(building, this.sizes[b]!, table));
    this.costs = hoseCosts(network);
    const limitM = Math.max(this.measure.withinM, this.radiusM, settings.carriedM, ...settings.countWithinM);
    this.reach = new HoseReach(network.graph, this.costs, this.frontages, this.hydrants.frontages, limitM);
    const { x, y } = this.hydrants.places;
    const radii = Float64Array.from(this.hydrants.counts, (counts) => (counts ? this.radiusM : 0));
    this.crow = new CoverCount(this.buildings.x, this.buildings.y, x, y, radii);
    this.nearestM = new Float64Array(records.length);
    this.verdicts = new Uint8Array(records.length);
    for (let b = 0; b < records.length; b++) this.judge(b);
  }

  /** Issues: `hose.settings`, `hose.noRoads`, `hose.noBuildings`. */
  static create(
    plan: Plan,
    network: HoseNetwork,
    settings: HoseSettings,
    profile: StandardProfile,
  ): Result<HoseSession> {
    const checked = checkHoseSettings(settings);
    if (!checked.ok) return checked;
    if (network.graph.from.length === 0) return fail(issueOf('hose.noRoads'));
    if (plan.records.building.size === 0) return fail(issueOf('hose.noBuildings'));
    return ok(new HoseSession(plan, network, settings, profile));
  }

  /** Holds a hydrant at a place in local metres. @throws Error when there is no such hydrant */
  hold(hydrantId: string, x: number, y: number): HoseTotals {
    const h = this.indexOf.get(hydrantId);
    if (h === undefined) throw new Error(`No hydrant ${hydrantId}`);
    this.hydrants.places.x[h] = x;
    this.hydrants.places.y[h] = y;
    this.crow.move(h, x, y);
    this.far = null;
    const place = this.snap(x, y);
    const touched = this.reach.move(h, place?.edge ?? -1, place?.alongM ?? 0, place?.snapM ?? Number.NaN);
    for (const building of touched) this.judge(building);
    return this.totals();
  }

  totals(): HoseTotals {
    const { carriedM, countWithinM } = this.settings;
    const counts = WATER_VERDICTS.map(() => 0);
    let [inCarried, crowOnly] = [0, 0];
    const within = countWithinM.map((withinM) => ({ withinM, buildings: 0 }));
    for (let b = 0; b < this.nearestM.length; b++) {
      const lay = this.nearestM[b]!;
      counts[this.verdicts[b]!]!++;
      if (lay <= carriedM) inCarried++;
      if (this.isCrowOnly(b)) crowOnly++;
      for (const band of within) if (lay <= band.withinM) band.buildings++;
    }
    const byVerdict = Object.fromEntries(WATER_VERDICTS.map((name, v) => [name, counts[v]!]));
    return {
      total: this.nearestM.length,
      inCarried,
      crow: this.crow.covered,
      crowOnly,
      byVerdict: byVerdict as Record<WaterVerdict, number>,
      within,
    };
  }

  answer(): HoseAnswer {
    return { ...this.summary(), buildings: this.buildings.records.map((_, b) => this.water(b)) };
  }

  /** The answer without its rows. */
  summary(): HoseSummary {
    const { places, counts, frontages, flowLps } = this.hydrants;
    const counted = places.records.flatMap(({ id }, h) => (counts[h] ? [{ id, h }] : []));
    return {
      settings: this.settings,
      measure: this.measure,
      radiusM: this.radiusM,
      hydrants: {
        total: places.records.length,
        counted: counted.length,
        offStreet: counted.filter(({ h }) => frontages.edge[h]! < 0).map(({ id }) => id),
        withoutFlow: counted.filter(({ h }) => Number.isNaN(flowLps[h]!)).map(({ id }) => id),
      },
      streets: streetsReached(this.network, this.costs, this.hydrants, this.settings.carriedM),
      totals: this.totals(),
      dataGaps: {
        withoutUse: this.needs.filter(({ missing }) => missing.includes('use')).length,
        withoutSize: this.needs.filter(({ missing }) => missing.includes('size')).length,
      },
    };
  }

  /** The buildings in the order of the plan: what `b` below counts through. */
  get places(): Places<Building> {
    return this.buildings;
  }

  verdict(b: number): WaterVerdict {
    return WATER_VERDICTS[this.verdicts[b]!]!;
  }

  /** What is missing of the needed flow, L/s; 0 where enough is known to be in reach. */
  missingLps(b: number): number {
    const need = this.need(b);
    const { availableLps } = judgeWater(this.measure, need, this.supplies(b), this.settings.assumeFlow);
    return Math.max(0, need.flowLps - availableLps);
  }

  /** Pumps on the line from the nearest source in reach besides the engine at the fire; 0 without a source. */
  pumps(b: number): number {
    const nearest = this.supplies(b)[0];
    return nearest ? this.source(nearest.h, nearest.layM).pumps : 0;
  }

  /** Where a hydrant's hose starts on the network; null for one that is farther from any street than the settings allow. */
  hydrantPlace(hydrantId: string): { readonly edge: number; readonly alongM: number } | null {
    const { edge, alongM } = this.hydrants.frontages;
    const h = this.indexOf.get(hydrantId);
    return h === undefined || edge[h]! < 0 ? null : { edge: edge[h]!, alongM: alongM[h]! };
  }

  /** Where an engine stands before a building; null without a street. */
  frontagePlace(b: number): { readonly edge: number; readonly alongM: number } | null {
    const edge = this.frontages.edge[b]!;
    return edge < 0 ? null : { edge, alongM: this.frontages.alongM[b]! };
  }

  /** Within the protection radius as the crow flies, beyond it by hose. */
  isCrowOnly(b: number): boolean {
    return this.crow.isCovered(b) && this.nearestM[b]! > this.radiusM;
  }

  private judge(b: number): void {
    const supplies = this.supplies(b);
    this.nearestM[b] = supplies[0]?.layM ?? Number.POSITIVE_INFINITY;
    this.verdicts[b] = WATER_VERDICTS.indexOf(this.verdictOf(b, supplies));
  }

  private verdictOf(b: number, supplies: readonly Supply[]): WaterVerdict {
    if (this.frontages.edge[b]! < 0) return 'noFrontage';
    return judgeWater(this.measure, this.need(b), supplies, this.settings.assumeFlow).verdict;
  }

  private need(b: number): Need {
    return { flowLps: this.needs[b]!.flowLps, footprintM2: this.sizes[b]!.footprintM2 };
  }

  /** Counted hydrants in reach, nearest first. */
  private supplies(b: number): (Supply & { hydrantId: string; h: number })[] {
    const { hydrants, layM } = this.reach.of(b);
    const { counts, flowLps, places } = this.hydrants;
    const supplies: (Supply & { hydrantId: string; h: number })[] = [];
    for (let k = 0; k < hydrants.length; k++) {
      const h = hydrants[k]!;
      if (counts[h]) supplies.push({ layM: layM[k]!, flowLps: flowLps[h]!, hydrantId: places.records[h]!.id, h });
    }
    return supplies;
  }

  private idle(b: number): Idle[] {
    const { hydrants, layM } = this.reach.of(b);
    const { work, counts, flowLps, places } = this.hydrants;
    return hydrants.flatMap((h, k): Idle[] => {
      const needed = counts[h] ? null : work[h];
      return needed ? [{ hydrantId: places.records[h]!.id, work: needed, layM: layM[k]!, flowLps: flowLps[h]! }] : [];
    });
  }

  /** All about one building. */
  water(b: number): BuildingWater {
    const far = this.farSources();
    const building = this.buildings.records[b]!;
    const supplies = this.supplies(b);
    const water = judgeWater(this.measure, this.need(b), supplies, this.settings.assumeFlow);
    const verdict = this.verdict(b);
    const frontage = this.frontageOf(b);
    const crowM = far.crowM(this.buildings.x[b]!, this.buildings.y[b]!);
    const inReach = supplies.slice(0, MOST_SOURCES).map(({ h, layM }) => this.source(h, layM));
    return {
      ...water,
      verdict,
      id: building.id,
      ...(building.name === undefined ? {} : { name: building.name }),
      frontage,
      needed: this.needs[b]!,
      sources: inReach.length > 0 ? inReach : this.farSource(b, far),
      within: this.settings.countWithinM.map((withinM) => countWithin(supplies, withinM)),
      inCarried: this.nearestM[b]! <= this.settings.carriedM,
      ...(crowM === undefined ? {} : { crowM }),
      crowOnly: this.isCrowOnly(b),
      clause: this.measure.clause,
      fix:
        frontage && verdict !== 'passes'
          ? cheapestFix({
              measure: this.measure,
              need: this.need(b),
              assumeFlow: this.settings.assumeFlow,
              supplies,
              idle: this.idle(b),
              frontage,
            })
          : null,
    };
  }

  /** Found once for where the hydrants are. */
  private farSources(): FarSources {
    this.far ??= new FarSources(this.network, this.costs, this.hydrants);
    return this.far;
  }

  private frontageOf(b: number): BuildingWater['frontage'] {
    const edge = this.frontages.edge[b]!;
    if (edge < 0) return null;
    const { graph, roads, projection } = this.network;
    return {
      roadId: roads[graph.road[edge]!]!.id,
      position: projection.inverse(edgePoint(graph, edge, this.frontages.alongM[b]!)),
      setBackM: this.frontages.setBackM[b]!,
    };
  }

  private source(h: number, layM: number): HoseSource {
    return hoseSource(this.hydrants.places.records[h]!, layM, this.measure.assumedFlowLps, this.settings);
  }

  private farSource(b: number, far: FarSources): HoseSource[] {
    const edge = this.frontages.edge[b]!;
    const nearest = edge < 0 ? null : far.nearest(edge, this.frontages.alongM[b]!);
    return nearest ? [this.source(nearest.hydrant, nearest.layM + this.frontages.setBackM[b]!)] : [];
  }
}

function countWithin(supplies: readonly Supply[], withinM: number) {
  const near = supplies.filter(({ layM }) => layM <= withinM);
  const known = near.filter(({ flowLps }) => !Number.isNaN(flowLps));
  return { withinM, hydrants: near.length, flowLps: known.reduce((sum, { flowLps }) => sum + flowLps, 0) };
}
