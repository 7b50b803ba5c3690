import { issueOf } from '../base/issue';
import { PROFILES } from '../model/standards/profiles';
import type { Join } from '../network/junctions';
import { BadInput } from './usage';

const JOINS: readonly Join[] = ['ends', 'touching', 'crossing'];

/** A profile's id as given. Throws `BadInput` with those that there are. */
export function profileIdOf(value: string): string {
  if (PROFILES.some(({ id }) => id === value)) return value;
  throw new BadInput(issueOf('usage.profile', { value, known: PROFILES.map(({ id }) => id).join(', ') }));
}

/** An option's number above 0, or the default where it was not given. Throws `BadInput` with what was written. */
export function numberOf(option: string, text: string | undefined, standard: number): number {
  if (text === undefined) return standard;
  const value = Number(text);
  if (text.trim() !== '' && value > 0 && Number.isFinite(value)) return value;
  throw new BadInput(issueOf('usage.number', { option, value: text }));
}

/** Which line features meet. */
export function joinOf(text: string | undefined): Join {
  return text === undefined ? 'touching' : choiceOf('join', text, JOINS);
}

/** An option's value when it is one of those known. Throws `BadInput` with the list. */
export function choiceOf<C extends string>(option: string, value: string, known: readonly C[]): C {
  const found = known.find((each) => each === value);
  if (!found) throw new BadInput(issueOf('usage.choice', { option, value, known: known.join(', ') }));
  return found;
}
