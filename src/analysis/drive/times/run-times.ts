import type { Incident } from '../../../model/entities/incident';

/** What the times of one incident tell, seconds. */
export interface RunTimes {
  readonly turnoutS: number;
  readonly travelS: number;
  /** From the call to the arrival. */
  readonly totalS: number;
  /** Of the call, 0…23. */
  readonly hour: number;
  /** Of the call, `YYYY-MM`. */
  readonly month: string;
}

/** Beyond these a time is a slip of the pen or another kind of run. */
const LONGEST_TURNOUT_S = 1800;
const LONGEST_TRAVEL_S = 7200;

/** Null where a time is missing, out of order or out of bounds. */
export function runTimesOf({ calledAt, turnedOutAt, arrivedAt }: Incident): RunTimes | null {
  const [called, turnedOut, arrived] = [secondsOf(calledAt), secondsOf(turnedOutAt), secondsOf(arrivedAt)];
  if (!calledAt || called === null || turnedOut === null || arrived === null) return null;
  const [turnoutS, travelS] = [turnedOut - called, arrived - turnedOut];
  if (turnoutS < 0 || turnoutS > LONGEST_TURNOUT_S || travelS <= 0 || travelS > LONGEST_TRAVEL_S) return null;
  return {
    turnoutS,
    travelS,
    totalS: turnoutS + travelS,
    hour: Number(calledAt.slice(11, 13)),
    month: calledAt.slice(0, 7),
  };
}

function secondsOf(text: string | undefined): number | null {
  const ms = text ? Date.parse(`${text}Z`) : Number.NaN;
  return Number.isNaN(ms) ? null : ms / 1000;
}

/** The value that a share of all does not exceed (nearest rank); NaN without values. */
export function fractile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
