import { DEFAULT_COVERAGE_SETTINGS } from '../analysis/coverage/settings';
import { targetsOf } from '../analysis/coverage/targets';
import { localDistrict } from '../analysis/district';
import { type RoadNetwork, roadNetwork } from '../analysis/drive/road-network';
import { DriveSession } from '../analysis/drive/session';
import type { DriveSettings } from '../analysis/drive/settings';
import type { DriveTargets } from '../analysis/drive/targets';
import { placesOf } from '../analysis/places';
import type { LonLat } from '../base/coordinates';
import { ok, type Result } from '../base/result';
import { createProjection, type LocalProjection } from '../geometry/projection';
import type { Region } from '../geometry/region';
import type { RoadSegment } from '../model/entities/road-segment';
import { boundsOfPositions } from '../model/lookups/bounds';
import type { Plan } from '../model/plan';
import { pointOnEdge } from '../network/edge-point';

const TARGET_TYPES = ['building', 'keyUnit', 'incident'] as const;

interface Ground {
  readonly projection: LocalProjection;
  /** Null where the plan has no district: then everything counts, wherever it stands. */
  readonly region: Region | null;
}

/** Keeps a drive session in step with a plan: the graph while the roads' lines stay, targets while their records stay. */
export class DrivePlan {
  private kept: {
    readonly plan: Plan;
    readonly district: number;
    readonly build: string;
    readonly ground: Ground;
    readonly session: DriveSession;
    roads: number;
    targets: string;
  } | null = null;

  /** The district that the last session was made for; null without one. */
  get region(): Region | null {
    return this.kept?.ground.region ?? null;
  }

  /** Issues: those of `localDistrict`, except that a plan needs none. */
  session(plan: Plan, settings: DriveSettings): Result<DriveSession> {
    const build = JSON.stringify(settings.build);
    const { kept } = this;
    if (kept && kept.plan === plan && kept.district === plan.revisions.district && kept.build === build) {
      const known = this.refresh(plan, settings);
      if (known) return ok(known);
    }
    return this.make(plan, settings, build);
  }

  /** The session with what was edited taken up; null when lines have changed and the graph must be made anew. */
  private refresh(plan: Plan, settings: DriveSettings): DriveSession | null {
    const kept = this.kept!;
    const { session } = kept;
    const targets = targetKey(plan, settings);
    const edited = kept.roads !== plan.revisions.roadSegment;
    if (!edited && kept.targets === targets) return session;
    const roads = edited ? [...plan.records.roadSegment.values()] : session.network.roads;
    if (edited && !sameLines(roads, session.network.roads)) return null;
    const found = kept.targets === targets ? session.places : targetsIn(plan, settings, kept.ground);
    session.update({ ...session.network, roads }, found);
    kept.roads = plan.revisions.roadSegment;
    kept.targets = targets;
    return session;
  }

  private make(plan: Plan, settings: DriveSettings, build: string): Result<DriveSession> {
    const ground = groundOf(plan);
    if (!ground.ok) return ground;
    const network: RoadNetwork = roadNetwork(
      [...plan.records.roadSegment.values()],
      ground.value.projection,
      settings.build,
    );
    const session = new DriveSession(
      network,
      targetsIn(plan, settings, ground.value),
      edgesIn(network, ground.value.region),
    );
    this.kept = {
      plan,
      district: plan.revisions.district,
      build,
      ground: ground.value,
      session,
      roads: plan.revisions.roadSegment,
      targets: targetKey(plan, settings),
    };
    return ok(session);
  }
}

function groundOf(plan: Plan): Result<Ground> {
  if (plan.records.district.size > 0) return localDistrict(plan);
  const box = boundsOfPositions(roadPoints(plan)) ?? [0, 0, 0, 0];
  return ok({ projection: createProjection([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2]), region: null });
}

/** Which edges have their middle in the district; all of them count without one. */
function edgesIn({ graph }: RoadNetwork, region: Region | null): Uint8Array | undefined {
  if (!region) return undefined;
  return Uint8Array.from(graph.from, (_, e) => (region.contains(...pointOnEdge(graph, e, 0.5)) ? 1 : 0));
}

function* roadPoints(plan: Plan): Generator<LonLat> {
  for (const { geometry } of plan.records.roadSegment.values()) yield* geometry.coordinates;
}

function targetsIn(plan: Plan, settings: DriveSettings, { projection, region }: Ground): DriveTargets {
  if (region) {
    const { incidentMonths } = settings;
    const found = targetsOf(plan, { ...DEFAULT_COVERAGE_SETTINGS, incidentMonths }, projection, region);
    return filled({ buildings: found.buildings, keyUnits: found.keyUnits, incidents: found.incidents });
  }
  return filled({
    buildings: placesOf<'building'>(plan.records.building.values(), projection),
    keyUnits: placesOf<'keyUnit'>(plan.records.keyUnit.values(), projection),
    incidents: placesOf<'incident'>(plan.records.incident.values(), projection),
  });
}

/** Kinds that the plan has none of are left out: a share of nothing is no figure. */
function filled(targets: DriveTargets): DriveTargets {
  return Object.fromEntries(Object.entries(targets).filter(([, places]) => places.x.length > 0));
}

function targetKey(plan: Plan, { incidentMonths }: DriveSettings): string {
  return [incidentMonths, plan.info.asOf, ...TARGET_TYPES.map((type) => plan.revisions[type])].join(' ');
}

/** Whether two lists of roads have the same lines on the same levels in the same order. */
function sameLines(a: readonly RoadSegment[], b: readonly RoadSegment[]): boolean {
  return (
    a.length === b.length &&
    a.every(({ geometry, layer, bridge, tunnel }, i) => {
      const other = b[i]!;
      return geometry === other.geometry && layer === other.layer && bridge === other.bridge && tunnel === other.tunnel;
    })
  );
}
