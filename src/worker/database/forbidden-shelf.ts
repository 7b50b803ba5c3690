import type { Issue } from '../../base/issue';
import { fail } from '../../base/result';
import type { PlanShelf } from './plan-shelf';

/** For browsers that keep nothing, as in some private windows: there is no plan, and none can be made. */
export function forbiddenShelf(issue: Issue): PlanShelf {
  const refuse = async () => fail<never>(issue);
  const fall = async (): Promise<never> => {
    throw new DOMException('No private file system here', 'SecurityError');
  };
  return { issue, list: async () => [], open: refuse, create: fall, adopt: fall, rename: refuse, remove: refuse };
}
