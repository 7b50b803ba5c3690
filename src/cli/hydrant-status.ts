import { type Issue, issueOf } from '../base/issue';
import type { Entity } from '../model/entities/registry';
import type { Loaded } from './load';

/** A bare list of hydrants that says nothing of their state is taken as hydrants in service, and that is said. */
export function countAllWithoutStatus(hydrants: Loaded, say: (note: Issue) => void): Loaded {
  const records = hydrants.records as Entity<'hydrant'>[];
  if (hydrants.mapping.some(({ field }) => field === 'status')) return hydrants;
  say(issueOf('cli.noStatusColumn', { count: records.length }, 'note'));
  return { ...hydrants, records: records.map((hydrant) => ({ ...hydrant, status: 'working' })) };
}
