import type { DriveAnswer } from '../analysis/drive/answer';
import { unitOf } from '../analysis/drive/costs';
import { EdgeLines } from '../analysis/drive/edge-lines';
import { roadLayer } from '../analysis/drive/road-layer';
import type { DriveSession } from '../analysis/drive/session';
import type { DriveSettings } from '../analysis/drive/settings';
import { fail, ok, type Result } from '../base/result';
import type { FireStation } from '../model/entities/fire-station';
import type { Plan } from '../model/plan';
import { DrivePlan } from './drive-plan';

/** A station held at another place without touching the plan: what a drag shows. */
export interface HeldStation {
  readonly id: string;
  readonly position: readonly [number, number];
}

/** The answer along the roads and what the map draws of it. */
export interface DriveView {
  readonly answer: DriveAnswer;
  /** GeoJSON bytes: roads by the band of their first engine (`roadLayer`). */
  readonly roads: Uint8Array<ArrayBuffer>;
}

/** Answers along the roads of one plan; the network is kept across edits and made anew when lines change. */
export class DriveDesk {
  private readonly made = new DrivePlan();
  private lines: { readonly of: DriveSession; readonly lines: EdgeLines } | null = null;

  /** Issues: those of `DriveSession.answer` and of the district. */
  view(plan: Plan, settings: DriveSettings, held: HeldStation | null): Result<DriveView> {
    const session = this.made.session(plan, settings);
    if (!session.ok) return session;
    const stations = stationsOf(plan, settings, held);
    const answer = session.value.answer(stations, settings);
    if (!answer.ok) return answer;
    const search = session.value.search(stations, settings);
    if (!search.ok) return fail(search.issue);
    const limits = settings.thresholds.map((threshold) => threshold * unitOf(settings));
    return ok({ answer: answer.value, roads: roadLayer(search.value, this.linesOf(session.value), limits) });
  }

  /** The answer alone, for a set of stations beside the one in view. */
  answer(plan: Plan, settings: DriveSettings): Result<DriveAnswer> {
    const session = this.made.session(plan, settings);
    return session.ok ? session.value.answer(stationsOf(plan, settings, null), settings) : session;
  }

  private linesOf(session: DriveSession): EdgeLines {
    if (this.lines?.of !== session) this.lines = { of: session, lines: new EdgeLines(session.network) };
    return this.lines.lines;
  }
}

/** The stations that take part, the held one where it is held. */
function stationsOf(plan: Plan, { stationIds, countPlanned }: DriveSettings, held: HeldStation | null): FireStation[] {
  const all = [...plan.records.fireStation.values()].map((station) =>
    station.id === held?.id
      ? { ...station, geometry: { type: 'Point' as const, coordinates: held.position } }
      : station,
  );
  if (stationIds) return all.filter(({ id }) => stationIds.includes(id));
  return all.filter(({ stage, id }) => countPlanned || stage !== 'planned' || id === held?.id);
}
