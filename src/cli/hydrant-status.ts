import { issueOf } from '../base/issue';
import type { Entity } from '../model/entities/registry';
import type { Loaded, Say } from './load';

/** A bare list of hydrants that says nothing of their state is taken as hydrants in service, and that is said. */
export function countAllWithoutStatus(hydrants: Loaded, say: Say): Loaded {
  const { records } = hydrants;
  if (hydrants.mapping.some(({ field }) => field === 'status')) return hydrants;
  say(issueOf('cli.noStatusColumn', { count: records.length }, 'note'));
  return { ...hydrants, records: records.map((hydrant) => ({ ...hydrant, status: 'working' }) as Entity) };
}
