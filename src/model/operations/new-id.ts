import type { EntityType } from '../entities/registry';
import type { Plan } from '../plan';

/** The first free id of the form `hydrant-17`; the same plan gives the same id. */
export function newId(plan: Plan, type: EntityType): string {
  const taken = plan.records[type];
  for (let number = taken.size + 1; ; number++) {
    const id = `${type}-${number}`;
    if (!taken.has(id)) return id;
  }
}
