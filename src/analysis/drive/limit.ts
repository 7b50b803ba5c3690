import { ruleOf, type StandardProfile } from '../../model/standards/profile';

/** The time from the order to the arrival that a profile's clause allows, turnout included. */
export interface ArrivalLimit {
  readonly minutes: number;
  readonly clause: string;
  readonly verified: boolean;
}

/** The profile's own arrival time, else its turnout and travel times together; null where it has none. */
export function arrivalLimitOf(profile: StandardProfile): ArrivalLimit | null {
  const arrival = ruleOf(profile, 'station.arrival');
  if (arrival?.max !== undefined)
    return { minutes: inMinutes(arrival.max, arrival.unit), clause: arrival.clause, verified: arrival.verified };
  const travel = ruleOf(profile, 'station.travelTime');
  if (travel?.max === undefined) return null;
  const turnout = ruleOf(profile, 'station.turnout');
  const minutes = inMinutes(travel.max, travel.unit) + (turnout?.max ? inMinutes(turnout.max, turnout.unit) : 0);
  return { minutes, clause: travel.clause, verified: travel.verified };
}

function inMinutes(value: number, unit: string): number {
  return unit === 's' ? value / 60 : value;
}
