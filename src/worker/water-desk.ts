import { arrivalLimitOf } from '../analysis/drive/limit';
import type { DriveSession } from '../analysis/drive/session';
import type { DriveSettings } from '../analysis/drive/settings';
import type { BuildingWater, HoseSummary } from '../analysis/hose/answer';
import { buildingAt } from '../analysis/hose/building-at';
import { hoseWays } from '../analysis/hose/hose-ways';
import {
  type EngineLimit,
  failingSide,
  type JointBuilding,
  type JointTotals,
  joint,
  jointTotals,
} from '../analysis/hose/joint';
import { HoseSession } from '../analysis/hose/session';
import type { HoseSettings } from '../analysis/hose/settings';
import { type Side, WaterLayer } from '../analysis/hose/water-layer';
import { positionOf } from '../analysis/places';
import type { LonLat } from '../base/coordinates';
import { type Issue, issueOf } from '../base/issue';
import { fail, ok, type Result } from '../base/result';
import type { Building } from '../model/entities/building';
import type { FireStation } from '../model/entities/fire-station';
import type { Plan } from '../model/plan';
import { profileById } from '../model/standards/profiles';
import { type HeldStation, stationsOf } from './drive-desk';
import type { DrivePlan } from './drive-plan';

/** What is asked about hose and water. */
export interface WaterAsk {
  readonly settings: HoseSettings;
  /** How the engine gets there. */
  readonly drive: DriveSettings;
  /** A hydrant held at another place without touching the plan: what a drag shows. */
  readonly held: { readonly id: string; readonly position: LonLat } | null;
  /** A station held likewise. */
  readonly heldStation: HeldStation | null;
  /** A place whose building is asked for. */
  readonly place: LonLat | null;
}

/** One building by both sides. */
export interface WaterPlace {
  readonly position: LonLat;
  readonly water: BuildingWater;
  /** Null where the engine is not asked for. */
  readonly joint: JointBuilding | null;
}

/** The building asked for, with the hoses from its nearest sources as they lie along the streets. */
export interface ChosenWater extends WaterPlace {
  readonly hoses: readonly { readonly hydrantId: string; readonly line: readonly LonLat[] }[];
}

/** The answer about hose and water and what the map draws of it. */
export interface WaterView {
  readonly summary: HoseSummary;
  /** Buildings whose nearest source needs a pump on the line. */
  readonly pumped: number;
  /** Null without stations, or where the code sets no time. */
  readonly joint: { readonly totals: JointTotals; readonly limit: EngineLimit } | null;
  /** Why the engine could not be asked for. */
  readonly jointIssue: Issue | null;
  readonly failingCount: number;
  /** The first of those that fail, by side and what is missing. */
  readonly failing: readonly WaterPlace[];
  /** GeoJSON bytes: outlines with the side that fails (`WaterLayer`). */
  readonly layer: Uint8Array<ArrayBuffer>;
  readonly chosen: ChosenWater | null;
}

interface Kept {
  readonly key: readonly unknown[];
  readonly hose: HoseSession;
  readonly layer: WaterLayer;
  /** The hydrant that is not where the plan has it. */
  heldId: string | null;
}

interface Engines {
  readonly limit: EngineLimit;
  /** Seconds after the order, in the order of the buildings; Infinity where nobody comes. */
  readonly arrivalS: Float64Array;
}

const MOST_LISTED = 30;
/** A click this far from a wall still means the building, metres. */
const BESIDE_M = 40;
const RANK: Readonly<Record<Side, number>> = { both: 0, water: 1, engine: 2, none: 3 };

/** Hose lay and water of one plan; made anew when hydrants, roads or buildings change, followed while a hydrant is held. */
export class WaterDesk {
  private kept: Kept | null = null;

  constructor(private readonly made: DrivePlan) {}

  /** Issues: those of the district and of `HoseSession.create`. */
  view(plan: Plan, ask: WaterAsk): Result<WaterView> {
    const drive = { ...ask.drive, by: 'minutes' as const, profileId: ask.settings.profileId };
    const roads = this.made.session(plan, drive);
    if (!roads.ok) return roads;
    const kept = this.session(plan, roads.value, ask.settings);
    if (!kept.ok) return kept;
    const { hose, layer } = kept.value;
    hold(kept.value, plan, roads.value, ask.held);
    const engines = enginesOf(roads.value, stationsOf(plan, drive, ask.heldStation), drive);
    const side = sidesOf(hose, engines.ok ? engines.value : null);
    const placeOf = (b: number): WaterPlace => describe(hose, b, engines.ok ? engines.value : null);
    const failing = ranked(hose, side);
    return ok({
      summary: hose.summary(),
      pumped: side.reduce((count, _, b) => count + (hose.pumps(b) > 0 ? 1 : 0), 0),
      joint: engines.ok && engines.value ? { totals: totalsOf(side), limit: engines.value.limit } : null,
      jointIssue: engines.ok ? null : engines.issue,
      failingCount: failing.length,
      failing: failing.slice(0, MOST_LISTED).map(placeOf),
      layer: layer.bytes(side, (b) => hose.isCrowOnly(b)),
      chosen: chosenAt(hose, roads.value, ask.place, placeOf),
    });
  }

  private session(plan: Plan, roads: DriveSession, settings: HoseSettings): Result<Kept> {
    const { network, places } = roads;
    const key = [network.roads, places.buildings?.records, plan.revisions.hydrant, JSON.stringify(settings)];
    if (this.kept && key.every((part, k) => part === this.kept!.key[k])) return ok(this.kept);
    const buildings = (places.buildings?.records ?? []) as readonly Building[];
    if (network.graph.from.length > 0 && buildings.length === 0) return fail(issueOf('hose.noBuildings'));
    // The buildings that the drive answer counts, so that both sides speak of the same ones.
    const building = new Map(buildings.map((each) => [each.id, each]));
    const inDistrict: Plan = { ...plan, records: { ...plan.records, building } };
    const hose = HoseSession.create(inDistrict, network, settings, profileById(settings.profileId));
    if (!hose.ok) return hose;
    this.kept = { key, hose: hose.value, layer: new WaterLayer(buildings), heldId: null };
    return ok(this.kept);
  }
}

/** Puts the hydrant that was held back, and the one that is held where it is held. */
function hold(kept: Kept, plan: Plan, { network }: DriveSession, held: WaterAsk['held']): void {
  const put = (id: string, position: LonLat): void => {
    kept.hose.hold(id, ...network.projection.forward(position));
  };
  const back = kept.heldId && kept.heldId !== held?.id ? plan.records.hydrant.get(kept.heldId) : undefined;
  if (back) put(back.id, back.geometry.coordinates);
  const known = held && plan.records.hydrant.has(held.id);
  if (known) put(held.id, held.position);
  kept.heldId = known ? held.id : null;
}

/** Null where the code sets no time. Issues: those of `DriveSession.targetArrivals`. */
function enginesOf(
  roads: DriveSession,
  stations: readonly FireStation[],
  drive: DriveSettings,
): Result<Engines | null> {
  const clause = arrivalLimitOf(profileById(drive.profileId));
  if (!clause) return ok(null);
  const arrivals = roads.targetArrivals(stations, drive);
  if (!arrivals.ok) return arrivals;
  const arrivalS = arrivals.value.find(({ kind }) => kind === 'buildings')!.first.cost;
  return ok({ limit: { limitS: 60 * clause.minutes, clause: clause.clause }, arrivalS });
}

function sidesOf(hose: HoseSession, engines: Engines | null): Side[] {
  return hose.places.records.map((_, b) => {
    const verdict = hose.verdict(b);
    if (engines) return failingSide(engines.arrivalS[b]!, engines.limit.limitS, verdict);
    return verdict === 'passes' ? 'none' : 'water';
  });
}

function totalsOf(sides: readonly Side[]): JointTotals {
  return jointTotals(sides.map((fails) => ({ fails })));
}

/** Failing buildings: both sides before water before engine; then what misses most water; then as in the plan. */
function ranked(hose: HoseSession, sides: readonly Side[]): number[] {
  const failing = sides.flatMap((side, b) => (side === 'none' ? [] : [{ b, side, missing: hose.missingLps(b) }]));
  return failing
    .sort((one, two) => RANK[one.side] - RANK[two.side] || two.missing - one.missing || one.b - two.b)
    .map(({ b }) => b);
}

function describe(hose: HoseSession, b: number, engines: Engines | null): WaterPlace {
  const water = hose.water(b);
  return {
    position: positionOf(hose.places.records[b]!.geometry),
    water,
    joint: engines && joint(water, engines.arrivalS[b]!, engines.limit),
  };
}

function chosenAt(
  hose: HoseSession,
  { network }: DriveSession,
  place: LonLat | null,
  placeOf: (b: number) => WaterPlace,
): ChosenWater | null {
  if (!place) return null;
  const b = buildingAt(hose.places, network.projection, network.projection.forward(place), BESIDE_M);
  if (b < 0) return null;
  const chosen = placeOf(b);
  const frontage = hose.frontagePlace(b);
  const sources = chosen.water.sources.flatMap(({ hydrantId }) => {
    const at = hose.hydrantPlace(hydrantId);
    return at ? [{ hydrantId, at }] : [];
  });
  const lines = frontage
    ? hoseWays(
        network,
        frontage,
        sources.map(({ at }) => at),
      )
    : [];
  return { ...chosen, hoses: lines.map((line, k) => ({ hydrantId: sources[k]!.hydrantId, line })) };
}
