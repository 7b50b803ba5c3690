import { subdistrictLocator } from '../analysis/coverage/subdistricts';
import type { DriveAnswer } from '../analysis/drive/answer';
import { type Chain, chainTo } from '../analysis/drive/chain';
import { unitOf } from '../analysis/drive/costs';
import { EdgeLines } from '../analysis/drive/edge-lines';
import { Land, type LandAnswer, type LandBy } from '../analysis/drive/land/land';
import { type ResilienceAnswer, rankLosses } from '../analysis/drive/resilience';
import { roadLayer } from '../analysis/drive/road-layer';
import type { DriveSearch, DriveSession } from '../analysis/drive/session';
import type { DriveSettings } from '../analysis/drive/settings';
import { type TierArrival, tiersTo } from '../analysis/drive/tiers';
import { type PerformanceAnswer, performanceOf } from '../analysis/drive/times/performance';
import { fitFromIncidents, type SpeedFit } from '../analysis/drive/times/speed-fit';
import type { LonLat } from '../base/coordinates';
import { fail, ok, type Result } from '../base/result';
import type { FireStation } from '../model/entities/fire-station';
import type { Incident } from '../model/entities/incident';
import type { Plan } from '../model/plan';
import type { DrivePlan } from './drive-plan';

/** A station held at another place without touching the plan: what a drag shows. */
export interface HeldStation {
  readonly id: string;
  readonly position: LonLat;
}

/** What is asked along the roads. */
export interface DriveAsk {
  readonly settings: DriveSettings;
  readonly landBy: LandBy;
  readonly held: HeldStation | null;
  /** A place whose chain of times is wanted. */
  readonly place: LonLat | null;
}

/** The answer along the roads and what the map draws of it. */
export interface DriveView {
  readonly answer: DriveAnswer;
  /** GeoJSON bytes: roads by the band of their first engine (`roadLayer`). */
  readonly roads: Uint8Array<ArrayBuffer>;
  /** The land that fronts on reached roads, told apart as asked; areas in the order of the answer's stations.
   * Null where there are too many roads for it. */
  readonly land: LandAnswer | null;
  readonly chain: Chain | null;
  /** Everybody who comes to the place, by arrival; empty when measured by metres. */
  readonly tiers: readonly TierArrival[];
}

export interface RunTimesReport {
  readonly performance: PerformanceAnswer;
  readonly fit: Result<SpeedFit>;
}

interface Drawing {
  readonly of: DriveSession;
  readonly frontageM: number;
  readonly lines: EdgeLines;
  readonly land: Land | null;
}

/** Work between two pauses of a long job. */
const SLICE_MS = 25;

/** Answers along the roads of one plan; the network is kept across edits and made anew when lines change. */
export class DriveDesk {
  private ranking = 0;
  private drawn: Drawing | null = null;

  constructor(private readonly made: DrivePlan) {}

  /** Issues: those of `DriveSession.answer` and of the district. */
  view(plan: Plan, { settings, landBy, held, place }: DriveAsk): Result<DriveView> {
    const session = this.made.session(plan, settings);
    if (!session.ok) return session;
    const stations = stationsOf(plan, settings, held);
    const answer = session.value.answer(stations, settings);
    if (!answer.ok) return answer;
    const search = session.value.search(stations, settings);
    if (!search.ok) return fail(search.issue);
    const limits = settings.thresholds.map((threshold) => threshold * unitOf(settings));
    const { lines, land } = this.drawing(session.value, settings);
    return ok({
      answer: answer.value,
      roads: roadLayer(search.value, lines, limits),
      land: land?.answer(search.value, stations.length, landBy, limits) ?? null,
      // Searches the network anew, so they come last.
      ...placed(search.value, plan, stations, settings, lines, place),
    });
  }

  /** The answer alone, for a set of stations beside the one in view. */
  answer(plan: Plan, settings: DriveSettings): Result<DriveAnswer> {
    const session = this.made.session(plan, settings);
    return session.ok ? session.value.answer(stationsOf(plan, settings, null), settings) : session;
  }

  /** What the recorded times say: the brigade's fractiles, and the speeds that explain them. */
  times(plan: Plan, settings: DriveSettings): Result<RunTimesReport> {
    const session = this.made.session(plan, settings);
    if (!session.ok) return session;
    const { network, places } = session.value;
    const incidents = (places.incidents?.records ?? []) as readonly Incident[];
    const locate = subdistrictLocator(plan, network.projection);
    const nameOf = (incident: Incident) => {
      const id = locate(...network.projection.forward(incident.geometry.coordinates));
      return id === undefined ? null : { id, name: plan.records.subdistrict.get(id)?.name ?? id };
    };
    return ok({
      performance: performanceOf(incidents, nameOf),
      fit: fitFromIncidents(network, stationsOf(plan, settings, null), incidents, settings),
    });
  }

  /** Ranks losses with a pause now and then, so that other questions and `stopRanking` get through; null when stopped. */
  async rank(
    plan: Plan,
    settings: DriveSettings,
    onProgress: (share: number) => void,
  ): Promise<Result<ResilienceAnswer> | null> {
    const session = this.made.session(plan, settings);
    if (!session.ok) return session;
    const turn = ++this.ranking;
    const steps = rankLosses(session.value, stationsOf(plan, settings, null), settings);
    let paused = performance.now();
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) return step.value;
      if (performance.now() - paused < SLICE_MS) continue;
      onProgress(step.value);
      await new Promise((resolve) => setTimeout(resolve, 0));
      if (turn !== this.ranking) return null;
      paused = performance.now();
    }
  }

  stopRanking(): void {
    this.ranking++;
  }

  /** What the map draws with; made once for a network, the land anew for another frontage. */
  private drawing(session: DriveSession, { frontageM }: DriveSettings): Drawing {
    if (this.drawn?.of === session && this.drawn.frontageM === frontageM) return this.drawn;
    const lines = this.drawn?.of === session ? this.drawn.lines : new EdgeLines(session.network);
    this.drawn = { of: session, frontageM, lines, land: Land.along(session.network, this.made.region, frontageM) };
    return this.drawn;
  }
}

/** Who comes to the place asked for. */
function placed(
  search: DriveSearch,
  plan: Plan,
  stations: readonly FireStation[],
  settings: DriveSettings,
  lines: EdgeLines,
  place: LonLat | null,
): Pick<DriveView, 'chain' | 'tiers'> {
  if (!place) return { chain: null, tiers: [] };
  const chain = chainTo(search, stations, settings, lines, place);
  const microStations = [...plan.records.microStation.values()];
  const brigades = [...plan.records.volunteerBrigade.values()];
  const timed = settings.by === 'minutes';
  return { chain, tiers: timed ? tiersTo(search.network, { microStations, brigades }, settings, chain) : [] };
}

/** The stations that take part, the held one where it is held. */
export function stationsOf(
  plan: Plan,
  { stationIds, countPlanned }: DriveSettings,
  held: HeldStation | null,
): FireStation[] {
  const all = [...plan.records.fireStation.values()].map((station) =>
    station.id === held?.id
      ? { ...station, geometry: { type: 'Point' as const, coordinates: held.position } }
      : station,
  );
  if (stationIds) return all.filter(({ id }) => stationIds.includes(id));
  return all.filter(({ stage, id }) => countPlanned || stage !== 'planned' || id === held?.id);
}
